// The page's side of the print worker, which makes one PDF and is then ended.
import { Cancelled, OperationFailed, shellFailure } from "../effects/failure";
import type { PrintReply, PrintRequest } from "../pdf/worker";
import type { Supplies } from "../start/supplies";
import { startWorker } from "../start/trusted";

/** Rejects with OperationFailed or MissingFile, or with Cancelled when `signal` aborts. */
export async function printPdf(
  supplies: Supplies,
  document: Omit<PrintRequest, "font">,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const [code, font] = await Promise.all([supplies.printWorker.get(), supplies.printFont.get()]);
  if (signal?.aborted) throw new Cancelled();
  const worker = startWorker(code);
  const reply = new Promise<PrintReply>((resolve, reject) => {
    signal?.addEventListener("abort", () => {
      reject(new Cancelled());
    });
    worker.onerror = () => {
      reject(shellFailure("shell.worker-ended"));
    };
    worker.onmessage = ({ data }: MessageEvent<PrintReply>) => {
      resolve(data);
    };
    worker.postMessage({ ...document, font });
  });
  return reply.then(pdfOf).finally(() => {
    worker.terminate();
  });
}

function pdfOf(reply: PrintReply): Uint8Array<ArrayBuffer> {
  if ("error" in reply) throw new OperationFailed(reply.error);
  return reply.pdf as Uint8Array<ArrayBuffer>;
}
