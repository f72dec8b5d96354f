// The receipts: one record a document in the browser's storage. They say nothing about persons.
import type { ChosenFiles } from "../mirror/files";
import { type Failure, shellFailure } from "./failure";
import { type Store } from "./store";

export interface KeptReceipt {
  document: string;
  content: string;
}

/** By its name, tabs of this site tell each other that what is kept has changed. */
const channelName = "pli-recus";

/** More than the largest register of them that the core reads (core/receipts/receipt.hpp): it then says so. */
const readAtMost = (32 << 20) + 1;

export class ReceiptEffects {
  /** Changes are made one after the other: the last one asked for is the one that stays. */
  private changes: Promise<unknown> = Promise.resolve();
  /** Changes that failed so far: the page knows of receipts that are not kept. */
  private failures = 0;
  /** The page was told what is kept. */
  private told = false;
  private readonly tabs = openChannel();

  constructor(
    private readonly store: Promise<Store | null>,
    private readonly files: ChosenFiles,
    private readonly message: (name: string, payload: unknown) => void,
  ) {
    this.tabs?.addEventListener("message", () => void this.tellAgain());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) void this.tellAgain();
    });
  }

  /** Tells what is kept, and whether anything can be. */
  async tellKept(): Promise<void> {
    const store = await this.store;
    const kept = store ? await store.entries("receipts") : { value: [] };
    if ("failure" in kept) {
      this.fail("keep-receipts", kept.failure);
      this.message("kept-receipts", { kept: false, documents: [], contents: [] });
      return;
    }
    this.told = store !== null;
    this.message("kept-receipts", { kept: store !== null, ...listed(kept.value) });
  }

  keep({ receipts }: { receipts: readonly KeptReceipt[] }): void {
    for (const { document, content } of receipts)
      this.change((store) => store.put("receipts", document, content));
  }

  drop({ document }: { document: string }): void {
    this.change((store) => store.delete("receipts", document));
  }

  /** Once all that was asked for is done: whether all that was still to be done is on the disk. */
  async settled(): Promise<boolean> {
    const before = this.failures;
    await this.changes;
    return this.failures === before;
  }

  async load(file: string): Promise<void> {
    try {
      const content = await this.files.get(file).slice(0, readAtMost).text();
      this.message("receipts-file", { content });
    } catch {
      this.fail("load-receipts", shellFailure("shell.unreadable-file").failure);
    }
  }

  private change(make: (store: Store) => ReturnType<Store["put"]>): void {
    this.changes = this.changes.then(async () => {
      const store = await this.store;
      const outcome = store ? await make(store) : null;
      if (outcome && "failure" in outcome) {
        ++this.failures;
        this.fail("keep-receipts", outcome.failure);
      } else if (outcome) {
        this.tabs?.postMessage(null);
      }
    });
  }

  /**
   * Tells what is kept by now, for the page to put in the place of what it knows: so nothing that this tab changed
   * meanwhile may be missing, and nothing is told once the page knows more than what is kept.
   */
  private async tellAgain(): Promise<void> {
    const store = await this.store;
    if (!store || !this.told) return;
    let seen: Promise<unknown>;
    let kept: Awaited<ReturnType<Store["entries"]>>;
    do {
      seen = this.changes;
      await seen;
      kept = await store.entries("receipts");
    } while (seen !== this.changes);
    if ("failure" in kept || this.failures > 0) return;
    this.message("kept-receipts", { kept: true, again: true, ...listed(kept.value) });
  }

  private fail(during: string, error: Failure): void {
    this.message("failed", { during, error });
  }
}

/** Null under file://, where nothing is kept, and where a browser has no such channels. */
function openChannel(): BroadcastChannel | null {
  if (location.protocol === "file:" || !("BroadcastChannel" in window)) return null;
  return new BroadcastChannel(channelName);
}

/** What lies under each document's id, in the same order; nothing of a record that is no text. */
function listed(entries: [string, unknown][]): { documents: string[]; contents: string[] } {
  return {
    documents: entries.map(([document]) => document),
    contents: entries.map(([, record]) => (typeof record === "string" ? record : "")),
  };
}
