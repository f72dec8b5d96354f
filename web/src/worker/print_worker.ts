// The page's side of the print worker, which makes one PDF and is then ended.
import { Cancelled, OperationFailed, shellFailure } from "../effects/failure";
import type { PrintReply, PrintRequest } from "../pdf/worker";
import { startWorker } from "../start/trusted";

/** Rejects with OperationFailed, or with Cancelled when `signal` aborts. */
export function printPdf(
  code: string,
  request: PrintRequest,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = startWorker(code);
  const reply = new Promise<PrintReply>((resolve, reject) => {
    signal.addEventListener("abort", () => {
      reject(new Cancelled());
    });
    worker.onerror = () => {
      reject(shellFailure("shell.worker-ended"));
    };
    worker.onmessage = ({ data }: MessageEvent<PrintReply>) => {
      resolve(data);
    };
    worker.postMessage(request);
  });
  return reply.then(pdfOf).finally(() => {
    worker.terminate();
  });
}

function pdfOf(reply: PrintReply): Uint8Array<ArrayBuffer> {
  if ("error" in reply) throw new OperationFailed(reply.error);
  return reply.pdf as Uint8Array<ArrayBuffer>;
}
