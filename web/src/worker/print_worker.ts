// The page's side of the print worker, which makes one PDF and is then ended.
import { OperationFailed } from "../effects/failure";
import type { PrintReply, PrintRequest } from "../pdf/worker";
import type { Supplies } from "../start/supplies";
import { oneAnswer } from "./one_answer";

/** Rejects with OperationFailed or MissingFile, or with Cancelled when `signal` aborts. */
export async function printPdf(
  supplies: Supplies,
  document: Omit<PrintRequest, "font">,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const [code, font] = await Promise.all([supplies.printWorker.get(), supplies.printFont.get()]);
  const reply = await oneAnswer<PrintReply>(code, { ...document, font }, signal);
  if ("error" in reply) throw new OperationFailed(reply.error);
  return reply.pdf as Uint8Array<ArrayBuffer>;
}
