// Modules that web/build.mjs makes.

/** One of web/src/edition. */
declare module "pli:edition" {
  export const edition: import("../edition/edition").Edition;
}

/** What sw.js keeps: the whole site. */
declare module "pli:release" {
  export const release: import("../offline/release").Release;
}

/**
 * The addresses of the site's own files, as built (their names carry their content's hash), or their names in the
 * single file.
 */
declare module "pli:site" {
  export const files: Readonly<
    Record<
      | "pageWasm"
      | "pageRestWasm"
      | "canvasCode"
      | "canvasWasm"
      | "pack"
      | "texts"
      | "moreTexts"
      | "screenFont"
      | "printFont"
      | "words"
      | "sealingWorker"
      | "sealingWasm"
      | "printWorker"
      | "sevenZip",
      string
    >
  >;

  /** The day of the build, "AAAA-MM-JJ". */
  export const built: string;
}

/** The glue that emcc writes beside canvas.wasm (wasm/bridge/canvas_abi.cpp). */
declare module "pli:canvas" {
  const create: (options: {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
  }) => Promise<import("../canvas/main").CanvasExports>;
  export default create;
}
