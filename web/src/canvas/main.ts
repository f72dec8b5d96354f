// The canvas' code, fetched with canvas.wasm and only then: Dear ImGui behind the functions of
// wasm/bridge/canvas_abi.cpp.
import createModule from "pli:canvas";
import { ModuleMemory } from "../base/module_memory";
import type { Band } from "../view/band";
import type { CanvasModule } from "./module";

/** What canvas.mjs gives: C functions over addresses in the module's memory. */
export interface CanvasExports {
  /** Replaced whenever the memory grows: never keep it across a call. */
  readonly HEAPU8: Uint8Array;
  _module_alloc(size: number): number;
  _module_free(block: number): void;
  _canvas_open(selector: number): number;
  _canvas_lost(): void;
  _canvas_font(bytes: number, size: number): number;
  _canvas_view(
    cssWidth: number,
    width: number,
    height: number,
    ratio: number,
    anchor: number,
  ): void;
  _canvas_dark(dark: number): void;
  _canvas_draw(scene: number, size: number): number;
}

class ImguiCanvas implements CanvasModule {
  private readonly memory: ModuleMemory;

  constructor(private readonly exports: CanvasExports) {
    this.memory = new ModuleMemory(
      {
        module_alloc: (size) => exports._module_alloc(size),
        module_free: (block) => {
          exports._module_free(block);
        },
      },
      () => exports.HEAPU8.buffer,
    );
  }

  open(selector: string): boolean {
    const terminated = new TextEncoder().encode(`${selector}\0`);
    return this.memory.lend([terminated], (at = 0) => this.exports._canvas_open(at)) === 1;
  }

  lost(): void {
    this.exports._canvas_lost();
  }

  /** The module keeps the block. */
  font(bytes: Uint8Array): boolean {
    return this.exports._canvas_font(this.memory.store(bytes), bytes.length) === 1;
  }

  view({ cssWidth, pixelWidth, pixelHeight, ratio, anchor }: Band): void {
    this.exports._canvas_view(cssWidth, pixelWidth, pixelHeight, ratio, anchor);
  }

  dark(dark: boolean): void {
    this.exports._canvas_dark(Number(dark));
  }

  draw(scene: Uint8Array): Uint8Array | null {
    const { status, bytes } = this.memory.lend([scene], (at = 0) =>
      this.memory.reply(this.exports._canvas_draw(at, scene.length)),
    );
    return status === 0 ? bytes : null;
  }
}

export async function startCanvas(module: WebAssembly.Module): Promise<CanvasModule> {
  const exports = await createModule({
    instantiateWasm: (imports, done) => {
      void WebAssembly.instantiate(module, imports).then((instance) => {
        done(instance, module);
      });
      return {};
    },
  });
  return new ImguiCanvas(exports);
}
