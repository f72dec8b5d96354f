// The 7-Zip worker: a classic script that packs or unpacks one archive, and is then ended by the page.
import type { Failure } from "../effects/failure";
import { type ArchivedFile, pack, SevenZipFailure, unpack } from "./archive";

/** `wasm` is 7-Zip's own module. */
export type SevenZipRequest = { wasm: ArrayBuffer; passphrase: string } & (
  | { pack: readonly ArchivedFile[] }
  | { unpack: Uint8Array<ArrayBuffer> }
);

export type SevenZipReply =
  | { archive: Uint8Array<ArrayBuffer> }
  | { files: ArchivedFile[] }
  | { error: Failure };

/** The part of a dedicated worker's global scope used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<SevenZipRequest>) => void) | null;
  postMessage(reply: SevenZipReply): void;
}

const worker = globalThis as unknown as WorkerScope;

worker.onmessage = ({ data }) => {
  answer(data).then(
    (reply) => {
      worker.postMessage(reply);
    },
    (reason: unknown) => {
      const known = reason instanceof SevenZipFailure ? reason : null;
      const { failure } = known ?? new SevenZipFailure("shell.worker-ended");
      worker.postMessage({ error: failure });
    },
  );
};

async function answer(request: SevenZipRequest): Promise<SevenZipReply> {
  const { wasm, passphrase } = request;
  return "pack" in request
    ? { archive: await pack(wasm, request.pack, passphrase) }
    : { files: await unpack(wasm, request.unpack, passphrase) };
}
