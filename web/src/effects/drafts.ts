// Drafts: the form in progress, sealed in the browser's storage from the first answer on. Each lies there with what
// only its resume code opens: an age identity file, made for this draft alone; or it is sealed to the user's own key.
// Nothing that lies there opens it. Where the browser stores nothing, a draft is kept as a file if it is asked for.
import { dayAfter, today } from "../base/day";
import type { ChosenFiles } from "../mirror/files";
import type { OwnBytes } from "../sealing/operations";
import type { Supplies } from "../start/supplies";
import { DraftSealer } from "../worker/draft_sealer";
import { type DraftOpening, maxDraftFile } from "../worker/messages";
import type { Vault } from "../worker/vault";
import type { Workshop } from "../worker/workshop";
import { save } from "./downloads";
import { takeLock, unlocked } from "./exclusive";
import { failureOf, OperationFailed, shellFailure } from "./failure";
import { forgetEverything } from "./memory";
import { eraseEverything } from "./navigation";
import type { Outcome, Store } from "./store";

/** How long changes are gathered before a version is sealed, ms: with the sealing, well below a second. */
const patience = 300;

/** How page and shell call the draft of the form in progress. */
interface Numbered {
  number: number;
}

/** `recipient` is the user's own key, or empty: then a code opens the draft, a new one unless it is given. */
export type DraftWish = Numbered & { recipient: string; code: string };

export type DraftVersion = Numbered & { content: string } & Facts;

/** One that is kept, by its id, or a file. `vault`: the user's own keys are unlocked. */
export type DraftResumption = Numbered & {
  id: string;
  file: string;
  code: string;
  vault: boolean;
};

export interface DraftFileEffect {
  content: string;
  recipient: string;
  code: string;
  /** "AAAA-MM-JJ" */
  day: string;
}

/** What can be read of a draft without opening it. */
interface Facts {
  /** Id of the form. */
  form: string;
  /** When it was last changed, "AAAA-MM-JJ". */
  day: string;
  /** The last day on which it is kept. */
  expires: string;
}

/** As it lies in the store. */
interface KeptDraft extends Facts {
  /** Sealed with the resume code; null: the draft is sealed to the user's own key. */
  identity: OwnBytes | null;
  content: OwnBytes;
}

/** The draft of the form in progress. */
interface Held extends Numbered {
  id: string;
  recipient: string;
  identity: OwnBytes | null;
  /** Other tabs may open it from then on. */
  release: () => void;
}

export class DraftEffects {
  private held: Held | null = null;
  /** The latest version, if it was not sealed yet: earlier ones need not be. */
  private next: DraftVersion | null = null;
  private queue: Promise<void> = Promise.resolve();
  private timer = 0;
  /** Number of the draft that changed last. */
  private changing = 0;
  private want: (() => void) | null = null;
  /** Deletions that failed so far. */
  private undeleted = 0;
  private readonly sealer: DraftSealer;

  constructor(
    private readonly store: Promise<Store | null>,
    private readonly workshop: Workshop,
    private readonly vault: Vault,
    private readonly supplies: Supplies,
    private readonly files: ChosenFiles,
    private readonly message: (name: string, payload: unknown) => void,
  ) {
    this.sealer = new DraftSealer(workshop);
    // Who closes the page hides it first.
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.want?.();
    });
  }

  /** Tells which drafts are kept, where some may be. */
  async tellKept(): Promise<void> {
    const store = await this.store;
    if (!store) return;
    const drafts = await store.entries("drafts");
    if ("failure" in drafts) this.message("failed", { during: "drafts", error: drafts.failure });
    else this.message("drafts", { kept: drafts.value.map(([id, record]) => listed(id, record)) });
  }

  begin(wish: DraftWish): Promise<void> {
    return this.inTurn("begin-draft", async () => {
      const store = await this.store;
      const id = randomId();
      const begun = { recipient: wish.recipient, code: "", identity: null };
      const { recipient, code, identity } = wish.recipient
        ? begun
        : await this.newCode(wish.code, store !== null);
      const lock = store ? await takeLock(id) : null; // nobody else knows the id
      this.letGo();
      this.held = { number: wish.number, id, recipient, identity, release: lock ?? unlocked };
      this.message("draft-begun", { number: wish.number, id, code, kept: store !== null });
    });
  }

  changed({ number }: Numbered): void {
    this.changing = number;
    if (this.want) return;
    this.want = () => {
      window.clearTimeout(this.timer);
      this.want = null;
      this.message("draft-wanted", { number: this.changing });
    };
    this.timer = window.setTimeout(this.want, document.hidden ? 0 : patience);
  }

  /** Versions are sealed one after the other, and the last one wins. */
  keep(version: DraftVersion): Promise<void> {
    this.next = version;
    return this.inTurn("keep-draft", () => this.keepNext());
  }

  /** Deletes what is kept of it. */
  drop({ number }: Numbered): Promise<void> {
    this.next = null;
    return this.inTurn("delete-draft", async () => {
      if (this.held?.number !== number) return;
      const { id } = this.held;
      this.letGo();
      await this.forget(id);
    });
  }

  /**
   * That it is kept some days from now at most: its last day cannot be read, or another clock wrote it. One that another
   * tab has open is given its days there.
   */
  shorten({ id, days }: { id: string; days: number }): Promise<void> {
    return this.inTurn("drafts", async () => {
      const store = await this.store;
      const release = store ? await takeLock(id) : null;
      if (!store || !release) return;
      try {
        const record = valueOf(await store.get("drafts", id));
        const last = dayAfter(days);
        if (!isKeptDraft(record) || (isDay(record.expires) && record.expires <= last)) return;
        valueOf(await store.put("drafts", id, { ...record, expires: last }));
      } finally {
        release();
      }
    });
  }

  /** Goes away from it; what is kept stays. */
  leave({ number }: Numbered): Promise<void> {
    return this.inTurn("drafts", () => {
      if (this.held?.number === number) this.letGo();
      return this.tellKept();
    });
  }

  resume(wish: DraftResumption): Promise<void> {
    return this.inTurn("resume-draft", async () => {
      const { number, id, file, code, vault } = wish;
      if (!file) return this.resumeKept(wish);
      const sealed = this.files.get(file);
      const { locks } = await this.workshop.run((worker) =>
        worker.run("inspect", { file: sealed }),
      );
      const byKey = locks === "keys";
      if (byKey && !vault) throw shellFailure("draft.needs-key");
      if (!byKey && !code) throw shellFailure("draft.needs-code");
      const { content } = await this.open({ sealed, identity: null, code, vault: byKey });
      this.files.forget(file);
      this.message("draft-opened", { number, id, content });
    });
  }

  /** Expired ones go quietly, also if another tab has one open just now. */
  delete({ id, quiet }: { id: string; quiet: boolean }): Promise<void> {
    return this.inTurn("delete-draft", async () => {
      const release = await takeLock(id);
      if (!release && quiet) return;
      if (!release) throw shellFailure("draft.elsewhere");
      await this.forget(id).finally(release);
    });
  }

  /** Not in turn: scrypt takes its time, and what is typed meanwhile is kept all the same. */
  async saveFile({ content, recipient, code, day }: DraftFileEffect): Promise<void> {
    const locks = recipient ? { recipients: [recipient] } : { passphrase: code };
    try {
      const { sealed } = await this.workshop.run((worker) =>
        worker.run("sealDraft", { content, locks }),
      );
      const name = `pli_brouillon_${day}_${randomId().slice(0, 8)}.age`;
      save({ name, type: "application/octet-stream", content: sealed });
      this.message("draft-saved", {});
    } catch (reason) {
      this.message("failed", { during: "save-draft", error: failureOf(reason) });
    }
  }

  /** Everything that this browser keeps of Pli, and what the page holds; no version that waits comes after it. */
  eraseAll(): Promise<void> {
    window.clearTimeout(this.timer);
    this.want = null;
    this.next = null;
    return this.inTurn("erase-all", async () => {
      this.letGo();
      const store = await this.store;
      if (store) valueOf(await store.erase());
      forgetEverything();
      eraseEverything();
    });
  }

  /** Once what was asked for is done: whether all that was still to be deleted is. */
  async settled(): Promise<boolean> {
    const before = this.undeleted;
    await this.queue;
    return this.undeleted === before;
  }

  private inTurn(during: string, operation: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(operation).catch((reason: unknown) => {
      if (during === "delete-draft") ++this.undeleted;
      this.message("failed", { during, error: failureOf(reason) });
    });
    return this.queue;
  }

  /** A code, and where drafts are stored an identity that it opens. Neither needs the vault. */
  private async newCode(
    given: string,
    stored: boolean,
  ): Promise<{ code: string; recipient: string; identity: OwnBytes | null }> {
    const words = await this.supplies.words.get();
    const worker = await this.workshop.hire();
    const wish = { words, code: given, created: today(), stored };
    return worker.run("beginDraft", wish).finally(() => {
      worker.end(shellFailure("shell.worker-ended"));
    });
  }

  private async keepNext(): Promise<void> {
    const store = await this.store;
    const { next, held } = this;
    if (!next || !store) return;
    this.next = null;
    const { number, content, ...facts } = next;
    try {
      if (held?.number !== number) throw shellFailure("draft.not-held");
      const sealed = await this.sealer.seal(content, held.recipient);
      const record: KeptDraft = { ...facts, identity: held.identity, content: sealed };
      valueOf(await store.put("drafts", held.id, record));
      this.message("draft-kept", { number });
    } catch (reason) {
      this.message("draft-failed", { number, error: failureOf(reason) });
    }
  }

  private async resumeKept({ number, id, code, vault }: DraftResumption): Promise<void> {
    const store = await this.store;
    const release = await takeLock(id);
    if (!store) throw shellFailure("draft.gone");
    if (!release) throw shellFailure("draft.elsewhere");
    try {
      const record = valueOf(await store.get("drafts", id));
      if (record === undefined) throw shellFailure("draft.gone");
      if (!isKeptDraft(record)) throw shellFailure("draft.damaged");
      const { identity, content: sealed } = record;
      if (!identity && !vault) throw shellFailure("draft.needs-key");
      const opened = await this.open({ sealed, identity, code, vault: !identity });
      this.letGo();
      this.held = { number, id, recipient: opened.recipient, identity, release };
      this.message("draft-opened", { number, id, content: opened.content });
    } catch (reason) {
      release();
      throw reason;
    }
  }

  private open(opening: DraftOpening): Promise<{ recipient: string; content: string }> {
    if (opening.vault) return this.vault.run("openDraft", opening);
    return this.workshop.run((worker) => worker.run("openDraft", opening));
  }

  private letGo(): void {
    this.held?.release();
    this.held = null;
    this.sealer.end();
  }

  private async forget(id: string): Promise<void> {
    const store = await this.store;
    const deleted = store ? await store.delete("drafts", id) : null;
    await this.tellKept(); // also of one that is still there: it can be deleted from the list
    if (deleted) valueOf(deleted);
  }
}

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if ("failure" in outcome) throw new OperationFailed(outcome.failure);
  return outcome.value;
}

function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isKeptDraft(record: unknown): record is KeptDraft {
  if (typeof record !== "object" || record === null) return false;
  const { form, day, expires, identity, content } = record as Record<string, unknown>;
  const isText = (value: unknown): boolean => typeof value === "string" && value.length <= 100;
  return (
    [form, day, expires].every(isText) &&
    (identity === null || (isReadable(identity) && isSealedByCode(identity))) &&
    isReadable(content)
  );
}

/** "2026-02-30" is none. */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isReadable(bytes: unknown): bytes is Uint8Array {
  return bytes instanceof Uint8Array && bytes.length <= maxDraftFile;
}

/** An identity in clear would be somebody else's, who waits for what is sealed to it next. */
function isSealedByCode(identity: Uint8Array): boolean {
  const start = "age-encryption.org/v1\n-> scrypt ";
  return String.fromCharCode(...identity.subarray(0, start.length)) === start;
}

/** One that cannot be read has no form: it is listed all the same, so that it can be deleted. */
function listed(id: string, record: unknown): Facts & { id: string; locks: "code" | "key" } {
  if (!isKeptDraft(record)) return { id, form: "", day: "", expires: "", locks: "code" };
  const { form, day, expires, identity } = record;
  return { id, form, day, expires, locks: identity ? "code" : "key" };
}
