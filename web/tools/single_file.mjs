// The page as one HTML file, to be opened from a folder (file://): everything that it fetches elsewhere stands in it,
// and it may ask for nothing.
import { gzipSync } from "fflate"; // unlike zlib's, its bytes are the same on every machine: the build is reproducible
import { createHash } from "node:crypto";

/** The time that gzip notes of a file: none. */
const NO_TIME = 0;

/**
 * The site's Content-Security-Policy for a page that holds everything: its own code and styles by their hashes, and no
 * connection from the start. What a page cannot say of itself (who may frame it) is left out.
 * @param {string} policy as the header has it @param {{script: string, style: string}} inlined
 */
export function filePolicy(policy, { script, style }) {
  const own = {
    "script-src": ["'self'", sourceOf(script)],
    "style-src": ["'self'", sourceOf(style)],
    "worker-src": ["'self'", ""],
    "connect-src": ["'self'", "'none'"],
  };
  const directives = policy.split(/;\s*/).map((directive) => directive.split(/\s+/));
  return directives
    .filter(([name]) => name !== "frame-ancestors")
    .map(([name, ...sources]) => {
      const [from, to] = own[name] ?? [];
      const mine = sources.map((source) => (source === from ? to : source)).filter(Boolean);
      if (mine.includes("'self'")) throw new Error(`${name}: a file has no origin of its own`);
      return [name, ...mine].join(" ");
    })
    .join("; ");
}

/** What a policy calls an inline script or style by. */
function sourceOf(content) {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}

/**
 * What <!-- head --> and <!-- files --> stand for.
 * @param {{policy: string, script: string, style: string, files: Map<string, Uint8Array>, licences: string}} page
 *   `policy` is the site's; `files` by the names that web/src/edition/single_file.ts asks for; `licences` are for
 *   whoever looks into the file
 */
export function singleFileParts({ policy, script, style, files, licences }) {
  for (const text of [script, licences])
    if (/<!--|<\/?script/i.test(text)) throw new Error("HTML would not read the script whole");
  if (/<\/style/i.test(style)) throw new Error("HTML would not read the style sheet whole");
  return {
    head: [
      `<meta http-equiv="Content-Security-Policy" content="${filePolicy(policy, { script, style })}" />`,
      '<meta name="referrer" content="no-referrer" />',
      `<style>${style}</style>`,
      `<script type="module">${script}</script>`,
    ].join("\n    "),
    files: [
      ...[...files].map(([name, content]) => block(name, content)),
      `<script type="text/plain">\n${licences}\n</script>`,
    ].join("\n    "),
  };
}

/** A script of a type that no browser runs. */
function block(name, content) {
  const packed = Buffer.from(gzipSync(content, { level: 9, mtime: NO_TIME })).toString("base64");
  return `<script type="application/gzip" data-file="${name}">${packed}</script>`;
}
