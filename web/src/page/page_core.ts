// The functions of wasm/bridge/page_abi.cpp. What they answer is copied out before the next call.
import { type ExchangeExports, ModuleMemory } from "../base/module_memory";
import { type ReactorExports, startReactor } from "../base/reactor";
import type { Failure } from "../effects/failure";
import type { EventType, Operation } from "../mirror/protocol";
import type { Draw, Frame, PageModule } from "./module";

/** In the place of what page_rest.wasm holds, until that is there: nothing calls it before (wasm/ui/screens.hpp). */
function notYet(): never {
  throw new Error("the rest of the page is not there yet");
}

/** What page.wasm gives: C functions over addresses in its memory. */
interface PageExports extends ReactorExports, ExchangeExports {
  pli_start(...textsAndSizes: number[]): number;
  pli_event(type: number, key: number, keySize: number, value: number, valueSize: number): void;
  pli_frame(described: number): number;
  pli_patch(places: number, size: number): number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const noPlaces = new Uint8Array();

export class PageCore implements PageModule {
  private readonly memory: ModuleMemory;

  private constructor(private readonly exports: PageExports) {
    this.memory = new ModuleMemory(exports, () => exports.memory.buffer);
  }

  static async instantiate(module: WebAssembly.Module): Promise<PageCore> {
    const placeholder = new Proxy({}, { get: () => notYet });
    return new PageCore(await startReactor<PageExports>(module, { placeholder }));
  }

  async complete(rest: WebAssembly.Module): Promise<void> {
    await WebAssembly.instantiate(rest, { primary: { ...this.exports } });
  }

  start(pack: Uint8Array, texts: Uint8Array, today: string, route: string): Failure | null {
    const parts = [pack, texts, encoder.encode(today), encoder.encode(route)];
    const { status, bytes } = this.memory.lend(parts, (...addresses) => {
      const pairs = addresses.flatMap((address, index) => [address, parts[index]?.length ?? 0]);
      return this.memory.reply(this.exports.pli_start(...pairs));
    });
    return status === 0 ? null : (JSON.parse(decoder.decode(bytes)) as Failure);
  }

  event(type: EventType, key: string, value: string): void {
    const parts = [encoder.encode(key), encoder.encode(value)] as const;
    this.memory.lend([...parts], (keyAt = 0, valueAt = 0) => {
      this.exports.pli_event(type, keyAt, parts[0].length, valueAt, parts[1].length);
    });
  }

  frame(draw: Draw | null): Frame {
    const scene = this.memory.reply(this.exports.pli_frame(draw ? 1 : 0)).bytes;
    const places = draw?.(scene) ?? noPlaces;
    const { status, bytes } = this.memory.lend([places], (at = 0) =>
      this.memory.reply(this.exports.pli_patch(at, places.length)),
    );
    const patch = bytes.length > 0 ? (JSON.parse(decoder.decode(bytes)) as Operation[]) : [];
    return { again: status === 1, patch };
  }
}
