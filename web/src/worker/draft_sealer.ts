// Seals the versions of a draft to a public key. To start a worker takes a core more than a tenth of a second, and
// while somebody types a version is due several times a second: so one worker serves them all, and ends once nothing
// has come for some seconds. It is told nothing that the page does not hold as well: what is typed, and a public key.
import { Cancelled } from "../effects/failure";
import type { OwnBytes } from "../sealing/operations";
import type { SealingWorker } from "./sealing_worker";
import type { Workshop } from "./workshop";

const rest = 10_000; // ms without a version

export class DraftSealer {
  private worker: Promise<SealingWorker> | null = null;
  private timer = 0;

  constructor(private readonly workshop: Workshop) {}

  /** One version at a time. Rejects with OperationFailed or MissingFile. */
  async seal(content: string, recipient: string): Promise<OwnBytes> {
    window.clearTimeout(this.timer);
    this.worker ??= this.workshop.hire();
    try {
      const worker = await this.worker;
      const locks = { recipients: [recipient] };
      const { sealed } = await worker.run("sealDraft", { content, locks });
      return sealed;
    } catch (reason) {
      this.end();
      throw reason;
    } finally {
      this.timer = window.setTimeout(this.end, rest);
    }
  }

  readonly end = (): void => {
    window.clearTimeout(this.timer);
    this.worker?.then(
      (worker) => {
        worker.end(new Cancelled());
      },
      () => undefined, // it never started
    );
    this.worker = null;
  };
}
