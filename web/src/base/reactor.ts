// WebAssembly modules without glue code: they import what they need from a host of ours, if anything.

export interface ReactorExports {
  memory: WebAssembly.Memory;
  _initialize(): void;
}

/** How C++ ends when it gets no memory: nothing of the module can be used afterwards. */
function endedItself(): never {
  throw new Error("the core ended itself");
}

/** Instantiates a module and runs its start; `imports` are its own, beside the C++ library's. */
export async function startReactor<Exports extends ReactorExports>(
  module: WebAssembly.Module,
  imports: WebAssembly.Imports = {},
): Promise<Exports> {
  const instance = await WebAssembly.instantiate(module, {
    ...imports,
    env: { emscripten_notify_memory_growth: (): void => undefined },
    wasi_snapshot_preview1: { proc_exit: endedItself },
  });
  const exports = instance.exports as unknown as Exports;
  exports._initialize();
  return exports;
}
