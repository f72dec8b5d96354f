// The one worker that holds the user's unlocked keys. Locking ends it, with all it knew.
import { Cancelled, shellFailure } from "../effects/failure";
import type { KeyFacts, KeyFileDigests } from "../sealing/operations";
import type { OperationName, Operations, Unlocking } from "./messages";
import { endOnAbort, type SealingWorker, type ShowProgress } from "./sealing_worker";
import type { Workshop } from "./workshop";

/** What is public of the keys, and which files they came from. */
export type UnlockedKeys = KeyFacts & { files: KeyFileDigests };

export class Vault {
  private worker: SealingWorker | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  /** Called when the worker ended by itself: the keys are gone with it. */
  onLost: () => void = () => undefined;

  constructor(private readonly workshop: Workshop) {}

  /**
   * Keys that were unlocked before stay so until the new ones are. Rejects with OperationFailed, with Cancelled when
   * `signal` aborts.
   */
  async unlock(given: Unlocking, signal: AbortSignal): Promise<UnlockedKeys> {
    const unsealing = await this.workshop.hire(); // its memory grows by 256 MiB: it ends at once
    endOnAbort(unsealing, signal);
    try {
      return await this.unlockBy(unsealing, given, signal);
    } finally {
      unsealing.end(new Cancelled());
    }
  }

  private async unlockBy(
    unsealing: SealingWorker,
    given: Unlocking,
    signal: AbortSignal,
  ): Promise<UnlockedKeys> {
    const holder = await this.workshop.hire();
    endOnAbort(holder, signal);
    const { port1: to, port2: from } = new MessageChannel();
    try {
      const files = await unsealing.run("unsealKeys", { ...given, to }, undefined, [to]);
      const facts = await holder.run("holdKeys", { from }, undefined, [from]);
      if (signal.aborted) throw new Cancelled();
      this.lock();
      this.hold(holder);
      return { ...facts, files };
    } catch (reason) {
      holder.end(new Cancelled());
      throw reason;
    }
  }

  private hold(holder: SealingWorker): void {
    this.worker = holder;
    holder.onCrash = () => {
      if (this.worker !== holder) return;
      this.worker = null;
      this.onLost();
    };
  }

  lock(): void {
    this.worker?.end(new Cancelled());
    this.worker = null;
  }

  /** One operation after the other. Rejects with OperationFailed, with Cancelled when the vault is locked meanwhile. */
  run<Name extends OperationName>(
    name: Name,
    input: Operations[Name]["input"],
    progress?: ShowProgress,
  ): Promise<Operations[Name]["output"]> {
    const turn = this.queue.then(() => {
      if (!this.worker) throw shellFailure("shell.worker-ended");
      return this.worker.run(name, input, progress);
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}
