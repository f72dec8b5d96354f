// A worker that gives one answer and is then ended, with all it knew.
import { Cancelled, shellFailure } from "../effects/failure";
import { startWorker } from "../start/trusted";

/** Rejects with OperationFailed when the worker ends by itself, with Cancelled when `signal` aborts. */
export async function oneAnswer<Reply>(
  code: string,
  request: unknown,
  signal?: AbortSignal,
): Promise<Reply> {
  if (signal?.aborted) throw new Cancelled();
  const worker = startWorker(code);
  const reply = new Promise<Reply>((resolve, reject) => {
    signal?.addEventListener("abort", () => {
      reject(new Cancelled());
    });
    worker.onerror = () => {
      reject(shellFailure("shell.worker-ended"));
    };
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      resolve(data);
    };
    worker.postMessage(request);
  });
  return reply.finally(() => {
    worker.terminate();
  });
}
