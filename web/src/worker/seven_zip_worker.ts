// The page's side of the 7-Zip worker.
import { OperationFailed, shellFailure } from "../effects/failure";
import type { ArchivedFile } from "../sevenzip/archive";
import type { SevenZipReply, SevenZipRequest } from "../sevenzip/worker";
import type { Supplies } from "../start/supplies";
import { oneAnswer } from "./one_answer";

type Wish<Kind> = Kind extends { wasm: unknown } ? Omit<Kind, "wasm"> : never;

/** Rejects with OperationFailed or MissingFile, or with Cancelled when `signal` aborts. */
async function answer(
  supplies: Supplies,
  wish: Wish<SevenZipRequest>,
  signal: AbortSignal,
): Promise<Exclude<SevenZipReply, { error: unknown }>> {
  const { code, wasm } = await supplies.sevenZip.get();
  const reply = await oneAnswer<SevenZipReply>(code, { ...wish, wasm }, signal);
  if ("error" in reply) throw new OperationFailed(reply.error);
  return reply;
}

export async function packSevenZip(
  supplies: Supplies,
  files: readonly ArchivedFile[],
  passphrase: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const reply = await answer(supplies, { pack: files, passphrase }, signal);
  if ("archive" in reply) return reply.archive;
  throw shellFailure("shell.worker-ended");
}

export async function unpackSevenZip(
  supplies: Supplies,
  archive: Uint8Array<ArrayBuffer>,
  passphrase: string,
  signal: AbortSignal,
): Promise<ArchivedFile[]> {
  const reply = await answer(supplies, { unpack: archive, passphrase }, signal);
  if ("files" in reply) return reply.files;
  throw shellFailure("shell.worker-ended");
}
