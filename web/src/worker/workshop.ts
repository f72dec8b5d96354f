// Where operations run: one at a time, each in a worker of its own. A spare one is kept warm, because
// starting it costs more than most operations.
import type { Supplies } from "../start/supplies";
import { endOnAbort, SealingWorker } from "./sealing_worker";

export type Operation<Output> = (worker: SealingWorker, signal: AbortSignal) => Promise<Output>;

export class Workshop {
  private queue: Promise<unknown> = Promise.resolve();
  private spare: Promise<SealingWorker> | null = null;
  private current: AbortController | null = null;

  constructor(
    private readonly supplies: Supplies,
    private readonly pack: Uint8Array<ArrayBuffer>,
  ) {}

  /** Starts the spare worker, if there is none. */
  warmUp(): void {
    this.spare ??= this.start();
    this.spare.catch(() => {
      this.spare = null;
    });
  }

  /**
   * Runs an operation in a fresh worker, which ends with it, after those that wait already. `signal`
   * aborts when the operation is over or cancelled. Rejects as the operation does, or with MissingFile.
   */
  run<Output>(operation: Operation<Output>): Promise<Output> {
    const turn = this.queue.then(() => this.runNow(operation));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async runNow<Output>(operation: Operation<Output>): Promise<Output> {
    const current = new AbortController();
    this.current = current;
    try {
      const worker = await this.takeWorker();
      endOnAbort(worker, current.signal);
      return await operation(worker, current.signal);
    } finally {
      current.abort();
      this.warmUp();
    }
  }

  /** A worker that whoever asks for it ends: the next operation has another one. */
  async hire(): Promise<SealingWorker> {
    try {
      return await this.takeWorker();
    } finally {
      this.warmUp();
    }
  }

  /** Ends the running operation, which rejects with Cancelled. */
  cancel(): void {
    this.current?.abort();
  }

  private takeWorker(): Promise<SealingWorker> {
    const taken = this.spare ?? this.start();
    this.spare = null;
    return taken;
  }

  private async start(): Promise<SealingWorker> {
    const [code, module] = await Promise.all([
      this.supplies.sealingWorker.get(),
      this.supplies.sealingModule.get(),
    ]);
    return new SealingWorker(code, { module, pack: this.pack });
  }
}
