// The functions of wasm/bridge/page_abi.cpp. What they answer is copied out before the next call.
import type { Failure } from "../effects/failure";
import type { EventType, Operation } from "../mirror/protocol";
import type { Band } from "../view/band";
import type { Frame, PageModule } from "./module";

/** What page.mjs gives: C functions over addresses in the module's memory. */
export interface PageExports {
  /** Replaced whenever the memory grows: never keep it across a call. */
  readonly HEAPU8: Uint8Array;
  _pli_alloc(size: number): number;
  _pli_free(block: number): void;
  _pli_start(...textsAndSizes: number[]): number;
  _pli_event(type: number, key: number, keySize: number, value: number, valueSize: number): void;
  _pli_frame(): number;
  _pli_view(cssWidth: number, width: number, height: number, ratio: number, anchor: number): void;
  _pli_mode(canvas: number, dark: number): void;
  _pli_gl_init(selector: number): number;
  _pli_gl_lost(): void;
  _pli_font(bytes: number, size: number): number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class EmscriptenPage implements PageModule {
  constructor(private readonly module: PageExports) {}

  start(pack: Uint8Array, texts: Uint8Array, today: string, route: string): Failure | null {
    const parts = [pack, texts, encoder.encode(today), encoder.encode(route)];
    const { status, text } = this.lend(parts, (...addresses) => {
      const pairs = addresses.flatMap((address, index) => [address, parts[index]?.length ?? 0]);
      return this.response(this.module._pli_start(...pairs));
    });
    return status === 0 ? null : (JSON.parse(text) as Failure);
  }

  event(type: EventType, key: string, value: string): void {
    const parts = [encoder.encode(key), encoder.encode(value)] as const;
    this.lend([...parts], (keyAt = 0, valueAt = 0) => {
      this.module._pli_event(type, keyAt, parts[0].length, valueAt, parts[1].length);
    });
  }

  frame(): Frame {
    const { status, text } = this.response(this.module._pli_frame());
    return { again: status === 1, patch: text ? (JSON.parse(text) as Operation[]) : [] };
  }

  view({ cssWidth, pixelWidth, pixelHeight, ratio, anchor }: Band): void {
    this.module._pli_view(cssWidth, pixelWidth, pixelHeight, ratio, anchor);
  }

  mode(canvas: boolean, dark: boolean): void {
    this.module._pli_mode(Number(canvas), Number(dark));
  }

  openCanvas(selector: string): boolean {
    const terminated = encoder.encode(`${selector}\0`);
    return this.lend([terminated], (at = 0) => this.module._pli_gl_init(at)) === 1;
  }

  canvasLost(): void {
    this.module._pli_gl_lost();
  }

  /** The module keeps the block. */
  font(bytes: Uint8Array): boolean {
    return this.module._pli_font(this.store(bytes), bytes.length) === 1;
  }

  /** Puts the parts into the module's memory for the time of a call with their addresses. */
  private lend<Result>(parts: Uint8Array[], call: (...addresses: number[]) => Result): Result {
    const addresses = parts.map((bytes) => this.store(bytes));
    const result = call(...addresses);
    for (const address of addresses) this.module._pli_free(address);
    return result;
  }

  private store(bytes: Uint8Array): number {
    const block = this.module._pli_alloc(bytes.length);
    this.module.HEAPU8.set(bytes, block);
    return block;
  }

  /** Response {status, pointer, size}: three 32-bit words. */
  private response(address: number): { status: number; text: string } {
    const heap = this.module.HEAPU8;
    const words = new DataView(heap.buffer, address, 12);
    const start = words.getUint32(4, true);
    const text = decoder.decode(heap.subarray(start, start + words.getUint32(8, true)));
    return { status: words.getUint32(0, true), text };
  }
}
