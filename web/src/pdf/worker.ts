// The print worker: a classic script that makes one PDF per message.
import { PdfFailure } from "./failure";
import { renderPdf, type RenderInput } from "./render";

export type PrintRequest = RenderInput;

export type PrintReply =
  | { pdf: Uint8Array }
  | { error: { code: string; place: string; params: Record<string, string> } };

/** The part of a dedicated worker's global scope used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<PrintRequest>) => void) | null;
  postMessage(reply: PrintReply, transfer: Transferable[]): void;
}

const worker = globalThis as unknown as WorkerScope;

worker.onmessage = ({ data }) => {
  renderPdf(data).then(
    (pdf) => {
      worker.postMessage({ pdf }, [pdf.buffer]);
    },
    (reason: unknown) => {
      worker.postMessage({ error: errorOf(reason) }, []);
    },
  );
};

function errorOf(reason: unknown): { code: string; place: string; params: Record<string, string> } {
  const { code, place, params } =
    reason instanceof PdfFailure ? reason : new PdfFailure("pdf.failed");
  return { code, place, params };
}
