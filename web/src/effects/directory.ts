// The effects on the directory of correspondents: judging one, signing one, keeping it on this machine if asked to.
import { built } from "pli:site";
import { today } from "../base/day";
import type { ChosenFiles } from "../mirror/files";
import type { DirectoryFiles, OwnBytes } from "../sealing/operations";
import type { DirectoryToVerify } from "../worker/messages";
import type { Vault } from "../worker/vault";
import type { Workshop } from "../worker/workshop";
import { save } from "./downloads";
import { Cancelled, type Failure, failureOf } from "./failure";
import { keepText, storage } from "./memory";
import { openStore, type Store } from "./store";

/** Of a directory to load: chosen files by node key, or the one that is kept here. */
export interface LoadEffect {
  territory: string;
  /** What was learned before. */
  learned: string;
  file: string;
  signature: string;
  kept: boolean;
}

export interface SignEffect {
  territory: string;
  learned: string;
  text: string;
}

type Origin = "files" | "kept" | "signed";

const trustKey = "pli-confiance";

export class DirectoryEffects {
  private store: Store | null = null;
  /** The one that was accepted last. */
  private accepted: DirectoryFiles | null = null;
  private signed: DirectoryFiles | null = null;

  constructor(
    private readonly workshop: Workshop,
    private readonly vault: Vault,
    private readonly files: ChosenFiles,
    private readonly message: (name: string, payload: unknown) => void,
  ) {}

  /** What was learned from directories; nothing where nothing may be kept. */
  tellTrust(): void {
    const memory = storage();
    if (memory) this.message("kept-trust", { content: memory.getItem(trustKey) ?? "" });
  }

  /** Which directories are kept here: once the worker that judges them is there, and for another territory. */
  async tellKept(): Promise<void> {
    this.store ??= await openStore();
    if (!this.store) return;
    const kept = await this.store.entries("directories");
    const territories = "value" in kept ? kept.value.map(([territory]) => territory) : [];
    this.message("kept-directories", { territories });
  }

  keepTrust({ content }: { content: string }): void {
    keepText(trustKey, content, "keep-trust", this.message);
  }

  async load({ file, signature, kept, ...wish }: LoadEffect): Promise<void> {
    try {
      const files = kept
        ? await this.keptFiles(wish.territory)
        : {
            text: this.files.get(file),
            minisig: signature ? this.files.get(signature) : null,
          };
      await this.judge(files, wish, kept ? "kept" : "files");
    } catch (reason) {
      this.end("load-directory", reason, kept ? "kept" : "files");
    }
  }

  /** Signs, and judges what was signed as anybody would who is given the two files. */
  async sign({ text, ...wish }: SignEffect): Promise<void> {
    try {
      const { territory } = wish;
      this.signed = await this.vault.run("signDirectory", { text, territory });
      this.message("directory-signed", {});
    } catch (reason) {
      this.end("sign-directory", reason, "signed");
      return;
    }
    try {
      await this.judge(this.signed, wish, "signed");
    } catch (reason) {
      this.end("load-directory", reason, "signed");
    }
  }

  save({ what }: { what: "text" | "signature" }): void {
    if (!this.signed) return;
    if (what === "text")
      save({ name: "annuaire.json", type: "application/json", content: this.signed.text });
    else
      save({
        name: "annuaire.json.minisig",
        type: "application/octet-stream",
        content: this.signed.minisig,
      });
  }

  /** Fingerprints of keys that are not in a directory yet. */
  async fingerprints({ keys }: { keys: readonly string[] }): Promise<void> {
    try {
      const text = keys.join("\n");
      this.message(
        "fingerprints",
        await this.workshop.run((worker) => worker.run("recipients", { text })),
      );
    } catch (reason) {
      this.end("fingerprints", reason, "files");
    }
  }

  /** Keeps the directory that was accepted last, or forgets the one of that territory. */
  async keep({ territory, keep }: { territory: string; keep: boolean }): Promise<void> {
    if (!this.store) return;
    const done =
      keep && this.accepted
        ? await this.store.put("directories", territory, this.accepted)
        : await this.store.delete("directories", territory);
    if ("failure" in done) this.fail("keep-directory", done.failure, "files");
    else this.message("directory-kept", { territory, kept: keep });
  }

  private async judge(
    files: DirectoryToVerify["files"],
    wish: { territory: string; learned: string },
    origin: Origin,
  ): Promise<void> {
    const trust = { ...wish, today: today(), built };
    const checked = await this.workshop.run((worker) =>
      worker.run("verifyDirectory", { files, trust }),
    );
    this.accepted = checked.files;
    this.message("directory", { ...checked.directory, origin });
  }

  /** What another page may have left there is only bytes or nothing: the core judges them. */
  private async keptFiles(territory: string): Promise<DirectoryFiles> {
    const kept = await this.store?.get("directories", territory);
    const record =
      kept && "value" in kept ? (kept.value as Partial<DirectoryFiles> | undefined) : {};
    return { text: bytesOf(record?.text), minisig: bytesOf(record?.minisig) };
  }

  /** Who locks the keys or stops an operation knows why it came to nothing. */
  private end(during: string, reason: unknown, origin: Origin): void {
    if (reason instanceof Cancelled) this.message("directory-cancelled", {});
    else this.fail(during, failureOf(reason), origin);
  }

  private fail(during: string, error: Failure, origin: Origin): void {
    this.message("failed", { during, error, origin });
  }
}

function bytesOf(value: unknown): OwnBytes {
  return value instanceof Uint8Array ? new Uint8Array(value) : new Uint8Array();
}
