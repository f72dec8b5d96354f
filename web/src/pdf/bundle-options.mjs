// The esbuild options that make pdfkit run in a browser worker and in Node alike: its browser
// build, which needs no Node module and no `unsafe-eval`, in both.
import { fileURLToPath } from "node:url";

const unused = fileURLToPath(new URL("./shims/unused.mjs", import.meta.url));

/** @type {import("esbuild").BuildOptions} */
export const pdfBundleOptions = {
  bundle: true,
  platform: "browser",
  target: "es2022",
  alias: {
    "@noble/ciphers/aes": unused,
    "brotli/decompress.js": unused,
    "png-js": unused,
  },
  // pdfkit names its built-in colour profile by an address beside its own module, and a classic
  // worker script has no such address. Nothing is fetched from it.
  define: { "import.meta.url": '"pdfkit:/"' },
  legalComments: "none",
};
