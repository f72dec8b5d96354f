// Modules that web/build.mjs makes.

/** The addresses of the site's own files, as built (their names carry their content's hash). */
declare module "pli:site" {
  export const files: Readonly<
    Record<
      | "pageWasm"
      | "pack"
      | "texts"
      | "screenFont"
      | "printFont"
      | "words"
      | "sealingWorker"
      | "sealingWasm"
      | "printWorker",
      string
    >
  >;
}

/** The glue that emcc writes beside page.wasm (wasm/bridge/page_abi.cpp). */
declare module "pli:page" {
  const create: (options: {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
  }) => Promise<import("../page/emscripten_page").PageExports>;
  export default create;
}
