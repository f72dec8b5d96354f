// The memory of a WebAssembly module, as wasm/bridge/exchange.hpp has shell and module share it.

/** What every module of ours exports to exchange bytes. */
export interface ExchangeExports {
  module_alloc(size: number): number;
  module_free(block: number): void;
}

export interface Reply {
  status: number;
  /** Copied out: the module's own bytes last until its next call. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** Reads a Reply {status, pointer, size}: three 32-bit words. */
export function replyAt(memory: ArrayBufferLike, address: number): Reply {
  const words = new DataView(memory, address, 12);
  const start = words.getUint32(4, true);
  const bytes = new Uint8Array(memory, start, words.getUint32(8, true)).slice();
  return { status: words.getUint32(0, true), bytes };
}

export class ModuleMemory {
  constructor(
    private readonly exports: ExchangeExports,
    /** The memory as it is now: it is replaced whenever it grows. */
    private readonly current: () => ArrayBufferLike,
  ) {}

  /** Puts the parts into the module's memory for the time of a call with their addresses. */
  lend<Result>(parts: Uint8Array[], call: (...addresses: number[]) => Result): Result {
    const addresses = parts.map((bytes) => this.store(bytes));
    const result = call(...addresses);
    for (const address of addresses) this.exports.module_free(address);
    return result;
  }

  /** Puts bytes into a block that the module keeps. */
  store(bytes: Uint8Array): number {
    const block = this.exports.module_alloc(bytes.length);
    new Uint8Array(this.current()).set(bytes, block);
    return block;
  }

  reply(address: number): Reply {
    return replyAt(this.current(), address);
  }
}
