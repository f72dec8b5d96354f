// The page's side of a sealing worker.
import { Cancelled, OperationFailed, shellFailure } from "../effects/failure";
import { startWorker } from "../start/trusted";
import type { OperationName, Operations, WorkerReply, WorkerStart } from "./messages";

export type ShowProgress = (percent: number | null) => void;

export class SealingWorker {
  private readonly worker: Worker;
  private ended: Error | null = null;
  private reject: ((reason: Error) => void) | null = null;
  /** Called when it ends by itself, also while nothing runs in it. */
  onCrash: () => void = () => undefined;

  constructor(code: string, start: WorkerStart) {
    this.worker = startWorker(code);
    this.worker.onerror = () => {
      if (this.ended) return;
      this.end(shellFailure("shell.worker-ended"));
      this.onCrash();
    };
    this.worker.postMessage(start);
  }

  /** One request at a time. Rejects with OperationFailed, or with what end() was given. */
  run<Name extends OperationName>(
    name: Name,
    input: Operations[Name]["input"],
    progress: ShowProgress = () => undefined,
    transfer: Transferable[] = [],
  ): Promise<Operations[Name]["output"]> {
    if (this.ended) return Promise.reject(this.ended);
    return new Promise((resolve, reject) => {
      this.reject = reject;
      this.worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
        if (data.kind === "progress") progress(data.percent);
        else if (data.kind === "failed") reject(new OperationFailed(data.failure));
        else resolve(data.output as Operations[Name]["output"]);
      };
      this.worker.postMessage({ name, input }, transfer);
    });
  }

  /** Ends it at once, whatever it is doing; its memory goes with it. */
  end(reason: Error): void {
    this.ended ??= reason;
    this.worker.terminate();
    this.reject?.(reason);
  }
}

/** From now on the worker ends, and rejects with Cancelled, once `signal` aborts. */
export function endOnAbort(worker: SealingWorker, signal: AbortSignal): void {
  const end = (): void => {
    worker.end(new Cancelled());
  };
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
}
