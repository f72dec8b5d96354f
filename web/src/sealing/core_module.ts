// The worker's WebAssembly module: framed requests in, framed responses out (wasm/bridge/worker_abi.cpp).
// It needs no glue code: it imports the cryptographic host and nothing else of the outside.
import { type ReactorExports, startReactor } from "../base/reactor";
import { type CoreFailure, SealingFailure } from "./failure";
import type { RawSodium } from "./raw_sodium";
import { SodiumHost } from "./sodium_host";

interface CoreExports extends ReactorExports {
  /** Room for a request of this size; zero when there is no memory. */
  request_buffer(size: number): number;
  /** Wipes the last request and response. */
  wipe_buffers(): void;
  [operation: `pli_${string}`]: (size: number) => number;
}

const textEncoder = new TextEncoder();
const textDecoder = new TextDecoder();

/** The parts of a response, already copied out of the module. */
export class Parts {
  constructor(private readonly parts: Uint8Array<ArrayBuffer>[]) {}

  bytes(index: number): Uint8Array<ArrayBuffer> {
    return this.parts[index] ?? new Uint8Array();
  }

  text(index: number): string {
    return textDecoder.decode(this.bytes(index));
  }

  json(index: number): unknown {
    return JSON.parse(this.text(index));
  }
}

export class CoreModule {
  private passing = new Uint8Array();

  private constructor(
    private readonly exports: CoreExports,
    private readonly sodium: RawSodium,
  ) {}

  static async instantiate(module: WebAssembly.Module, sodium: RawSodium): Promise<CoreModule> {
    const memory = (): Uint8Array => new Uint8Array(exports.memory.buffer);
    const host = new SodiumHost(sodium, memory).imports();
    const exports = await startReactor<CoreExports>(module, { host });
    return new CoreModule(exports, sodium);
  }

  /** Runs one operation. Throws SealingFailure when the core refuses. */
  call(operation: string, ...parts: (Uint8Array | string)[]): Parts {
    const encoded = parts.map((part) =>
      typeof part === "string" ? textEncoder.encode(part) : part,
    );
    return this.run(operation, encoded, (response) => this.copyParts(response));
  }

  /**
   * One step of a stream: runs the operation on the piece, and gives the first part of its response in
   * memory that the next step writes over. Fresh memory for each piece would cost as much as two copies.
   */
  pass(operation: string, piece: Uint8Array): Uint8Array<ArrayBuffer> {
    return this.run(operation, [piece], (response) => {
      const [part = new Uint8Array()] = this.partsOf(response);
      if (this.passing.length < part.length) this.passing = new Uint8Array(part.length);
      this.passing.set(part);
      return this.passing.subarray(0, part.length);
    });
  }

  memory(): { core: number; sodium: number } {
    return {
      core: this.exports.memory.buffer.byteLength,
      sodium: this.sodium.HEAPU8.buffer.byteLength,
    };
  }

  /** A frame is, for each part, its size (32 bits, little-endian) and its bytes. */
  private writeRequest(parts: Uint8Array[]): number {
    const size = parts.reduce((sum, part) => sum + 4 + part.length, 0);
    let address = this.exports.request_buffer(size);
    const view = new DataView(this.exports.memory.buffer);
    const bytes = new Uint8Array(this.exports.memory.buffer);
    for (const part of parts) {
      view.setUint32(address, part.length, true);
      bytes.set(part, address + 4);
      address += 4 + part.length;
    }
    return size;
  }

  private run<Read>(
    operation: string,
    parts: Uint8Array[],
    read: (response: number) => Read,
  ): Read {
    const size = this.writeRequest(parts);
    try {
      const run = this.exports[`pli_${operation}`];
      if (run === undefined) throw new Error(`no operation ${operation}`);
      const response = run(size);
      const refused = new DataView(this.exports.memory.buffer).getUint32(response, true) !== 0;
      if (refused) throw new SealingFailure(this.copyParts(response).json(0) as CoreFailure);
      return read(response);
    } finally {
      this.exports.wipe_buffers();
    }
  }

  private copyParts(response: number): Parts {
    return new Parts([...this.partsOf(response)].map((part) => part.slice()));
  }

  /** The parts where they lie in the module's memory. */
  private *partsOf(response: number): Generator<Uint8Array<ArrayBuffer>> {
    const { buffer } = this.exports.memory;
    const view = new DataView(buffer);
    let address = view.getUint32(response + 4, true);
    const end = address + view.getUint32(response + 8, true);
    while (address < end) {
      const size = view.getUint32(address, true);
      yield new Uint8Array(buffer, address + 4, size);
      address += 4 + size;
    }
  }
}
