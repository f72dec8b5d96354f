// The receipts: one record a document in the browser's storage. They say nothing about persons.
import type { ChosenFiles } from "../mirror/files";
import { type Failure, shellFailure } from "./failure";
import { type Store } from "./store";

export interface KeptReceipt {
  document: string;
  content: string;
}

/** More than the largest register of them that the core reads (core/receipts/receipt.hpp): it then says so. */
const readAtMost = (32 << 20) + 1;

export class ReceiptEffects {
  /** Changes are made one after the other: the last one asked for is the one that stays. */
  private changes: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Promise<Store | null>,
    private readonly files: ChosenFiles,
    private readonly message: (name: string, payload: unknown) => void,
  ) {}

  /** Tells what is kept, and whether anything can be. */
  async tellKept(): Promise<void> {
    const store = await this.store;
    const kept = store ? await store.entries("receipts") : { value: [] };
    if ("failure" in kept) {
      this.fail("keep-receipts", kept.failure);
      this.message("kept-receipts", { kept: false, contents: [] });
      return;
    }
    const contents = kept.value.map(([, record]) => (typeof record === "string" ? record : ""));
    this.message("kept-receipts", { kept: store !== null, contents });
  }

  keep({ receipts }: { receipts: readonly KeptReceipt[] }): void {
    for (const { document, content } of receipts)
      this.change((store) => store.put("receipts", document, content));
  }

  drop({ document }: { document: string }): void {
    this.change((store) => store.delete("receipts", document));
  }

  /** Once all that was asked for is on the disk, or has failed. */
  settled(): Promise<unknown> {
    return this.changes;
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
      if (outcome && "failure" in outcome) this.fail("keep-receipts", outcome.failure);
    });
  }

  private fail(during: string, error: Failure): void {
    this.message("failed", { during, error });
  }
}
