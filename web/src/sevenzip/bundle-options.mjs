// The esbuild options that make 7z-wasm run in a worker: its ES module, whose branches for Node are never taken there.

/** @type {import("esbuild").BuildOptions} */
export const sevenZipBundleOptions = {
  bundle: true,
  platform: "browser",
  target: "es2022",
  external: ["module"],
  // The glue asks for its own address to find its module beside it; the module is handed over instead.
  define: { "import.meta.url": '"sept-zip:/"' },
  legalComments: "none",
};
