// The media type of each kind of file that the site holds. A file of another kind is a mistake of the build.

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".icc": "application/vnd.iccprofile",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const ALREADY_SMALL = new Set([".br", ".png", ".woff2"]);

/** @param {string} extension with its dot @returns {string | undefined} */
export function mediaType(extension) {
  return TYPES[extension];
}

/** Whether brotli makes such a file smaller. */
export function isCompressible(extension) {
  return extension in TYPES && !ALREADY_SMALL.has(extension);
}

export { TYPES as MEDIA_TYPES };
