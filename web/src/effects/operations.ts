// The effects that need a worker: keys, sealing, checking, opening. Each answers with messages.
import { today } from "../base/day";
import type { ChosenFiles } from "../mirror/files";
import type { PrintModel } from "../pdf/print_model";
import type { Supplies } from "../start/supplies";
import type { Draft, OpenedFile, RegisterDraft, SealedFile } from "../worker/messages";
import { printPdf } from "../worker/print_worker";
import type { SealingWorker } from "../worker/sealing_worker";
import type { Vault } from "../worker/vault";
import type { Workshop } from "../worker/workshop";
import { save } from "./downloads";
import { Cancelled, failureOf, shellFailure, unlessCancelled } from "./failure";
import { SevenZip, type SevenZipArchive, type SevenZipSource } from "./seven_zip";

export interface OpenEffect {
  file: string;
  keyFile: string;
  /** With the unlocked keys. */
  vault: boolean;
  passphrase: string;
  keyPassphrase: string;
  /** It is a 7-Zip archive: only `passphrase` counts. */
  sevenZip: boolean;
}

/** What is to be sealed, as the page names it, and keys of recipients. */
export type RecipientsEffect = { for: string } & ({ text: string } | { file: string });

type OpenedFiche = Exclude<OpenedFile, { register: unknown }>;

/** The core refuses larger ones (table.hpp). */
const maxTable = 64 << 20;

/** What each document has of its own, and what they share. */
export type DraftsEffect = {
  drafts: readonly Omit<Draft, keyof Shared>[];
} & Shared;
type Shared = Pick<
  Draft,
  "created" | "recipients" | "passphrase" | "roles" | "armor" | "signer" | "replyKey" | "request"
>;

export interface DownloadEffect {
  what: "age" | "armor" | "sevenZip" | "note" | "pdf" | "all";
  /** Of a PDF: the id of the document that the page shows. */
  document?: string;
  /** Which of those sealed in one go. */
  file?: number;
}

/** Which document of several is at work. */
interface Count {
  number?: number;
  total?: number;
}

type Stage = "document" | "pdf" | "bundle" | "sevenZip" | "seal";

type SealedDocument = SealedFile & { sevenZip: SevenZipArchive | null };

export class OperationEffects {
  private sealed: (SealedFile & { sevenZip?: SevenZipArchive | null }) | null = null;
  private several: readonly SealedFile[] = [];
  private opened: { name: string; file: OpenedFiche } | null = null;

  private readonly sevenZip: SevenZip;

  constructor(
    private readonly workshop: Workshop,
    private readonly vault: Vault,
    private readonly supplies: Supplies,
    private readonly files: ChosenFiles,
    private readonly texts: Readonly<Record<string, string>>,
    private readonly message: (name: string, payload: unknown) => void,
  ) {
    this.sevenZip = new SevenZip(supplies);
  }

  recipients(source: RecipientsEffect): Promise<void> {
    return this.answer("recipients", "recipients", async (worker) => ({
      ...(await worker.run(
        "recipients",
        "text" in source ? { text: source.text } : { file: this.files.get(source.file) },
      )),
      for: source.for,
    }));
  }

  passphrase({ for: asker }: { for: string }): Promise<void> {
    return this.answer("passphrase", "passphrase", async (worker) => ({
      ...(await worker.run("passphrase", { words: await this.supplies.words.get() })),
      for: asker,
    }));
  }

  seal(draft: Draft): Promise<void> {
    return this.answer("seal", "sealed", async (worker, signal) => {
      const { file, documentId } = await this.sealOne(worker, draft, signal);
      this.sealed = file;
      return { ...factsOf(file), documentId, signer: draft.signer };
    });
  }

  /** Several documents to the same recipients: all of them, or none. */
  sealSeveral({ drafts, ...shared }: DraftsEffect): Promise<void> {
    return this.answer("seal", "sealed-several", async (worker, signal) => {
      const made = [];
      for (const [index, draft] of drafts.entries()) {
        const count = { number: index + 1, total: drafts.length };
        made.push(await this.sealOne(worker, { ...draft, ...shared }, signal, count));
      }
      this.several = made.map(({ file }) => file);
      const { signer } = shared;
      return {
        files: made.map(({ file, documentId }) => ({ ...factsOf(file), documentId, signer })),
      };
    });
  }

  /** Document, PDF, signatures, bundle and sealed file, in this order; the worker keeps the first for the last. */
  private async sealOne(
    worker: SealingWorker,
    draft: Draft,
    signal: AbortSignal,
    count: Count = {},
  ): Promise<{ file: SealedDocument; documentId: string }> {
    this.progress("document", null, count);
    const { printModel, ficheJson, documentId } = await worker.run("document", draft);
    this.progress("pdf", null, count);
    const pdf = await printPdf(
      this.supplies,
      {
        model: printModel as unknown as PrintModel,
        ficheJson,
        jsonName: draft.request ? "reponse.json" : "fiche.json",
        documentId,
        created: draft.created,
        texts: this.texts,
      },
      signal,
    );
    this.progress("bundle", null, count);
    const unsigned = { documentId, reply: draft.request !== null, ficheJson, pdf };
    const signatures = draft.signer
      ? await unlessCancelled(this.vault.run("sign", unsigned), signal)
      : null;
    const archive = await this.archiveOf(draft, { worker, pdf, signatures }, signal, count);
    const file = await worker.run("seal", { pdf, signatures }, (percent) => {
      this.progress("seal", percent, count);
    });
    const sevenZip = archive && { ...archive, name: file.name.replace(/\.age$/, ".7z") };
    return { file: { ...file, sevenZip }, documentId };
  }

  /** The 7-Zip archive, where one is wanted. */
  private archiveOf(
    { sevenZip: passphrase }: Draft,
    source: Omit<SevenZipSource, "passphrase">,
    signal: AbortSignal,
    count: Count,
  ): Promise<Omit<SevenZipArchive, "name">> | null {
    if (!passphrase) return null;
    this.progress("sevenZip", null, count);
    return this.sevenZip.make({ ...source, passphrase }, signal);
  }

  sealRegister(draft: RegisterDraft): Promise<void> {
    return this.answer("seal", "sealed", async (worker) => {
      const sealed = await worker.run("sealRegister", draft, (percent) => {
        this.progress("seal", percent);
      });
      this.sealed = sealed;
      return factsOf(sealed);
    });
  }

  /** A table to import: a workbook is read by a worker; any other bytes come as the characters of the same numbers. */
  async table({ file, sheet }: { file: string; sheet: number }): Promise<void> {
    try {
      const chosen = this.files.get(file);
      if (await isArchive(chosen)) {
        await this.answer("table", "workbook", (worker) =>
          worker.run("workbook", { file: chosen, sheet }),
        );
        return;
      }
      const bytes = new Uint8Array(await chosen.slice(0, maxTable + 1).arrayBuffer());
      this.message("table", { bytes: charactersOf(bytes) });
    } catch {
      const { failure } = shellFailure("shell.unreadable-file");
      this.message("failed", { during: "table", error: failure });
    }
  }

  ids({ count }: { count: number }): void {
    const ids = Array.from({ length: count }, () =>
      [...crypto.getRandomValues(new Uint8Array(16))]
        .map((byte) => byte.toString(16).padStart(2, "0"))
        .join(""),
    );
    this.message("ids", { ids });
  }

  verify({ file }: { file: string }): Promise<void> {
    return this.answer("verify", "verified", async (worker) => {
      const { sha256 } = await worker.run("digest", { file: this.files.get(file) });
      const { sealed } = this;
      const known = [sealed?.sha256, sealed?.armorSha256, sealed?.sevenZip?.sha256];
      return { same: known.includes(sha256) };
    });
  }

  inspect({ file }: { file: string }): Promise<void> {
    return this.answer("inspect", "inspected", (worker) =>
      worker.run("inspect", { file: this.files.get(file) }),
    );
  }

  open(effect: OpenEffect): Promise<void> {
    this.closeOpened(); // whatever comes of it, what was opened before is not what the page will show
    const { file, keyFile, vault, passphrase, keyPassphrase, sevenZip } = effect;
    const kind = (output: unknown): string =>
      (output as { text?: string }).text === undefined ? "opened" : "register";
    return this.answer("open", kind, async (worker, signal) => {
      const sealed = this.files.get(file);
      const opening = {
        file: sealed,
        keyFile: keyFile ? this.files.get(keyFile) : null,
        vault,
        passphrase,
        keyPassphrase,
        today: today(),
      };
      const showProgress = (percent: number | null): void => {
        this.progress("seal", percent);
      };
      const opened = sevenZip
        ? await this.sevenZip.open(worker, opening, signal)
        : vault
          ? await unlessCancelled(this.vault.run("open", opening, showProgress), signal)
          : await worker.run("open", opening, showProgress);
      if ("register" in opened) return opened.register;
      this.opened = { name: sealed.name, file: opened };
      return opened.summary;
    });
  }

  cancel(): void {
    this.workshop.cancel();
  }

  /** The page shows it no more, or has refused it. */
  closeOpened(): void {
    this.opened = null;
  }

  download({ what, file, document }: DownloadEffect): void {
    const { opened, several } = this;
    const sealed = file === undefined ? this.sealed : several[file];
    if (what === "all") several.forEach(saveSealed);
    else if (what === "pdf") {
      if (!opened || opened.file.summary.documentId !== document) return;
      const name = opened.name.replace(/\.(age(\.txt)?|7z)$/, "");
      save({ name: `${name}.pdf`, type: "application/pdf", content: opened.file.pdf });
    } else if (sealed && what === "age") saveSealed(sealed);
    else if (what === "sevenZip" && this.sealed?.sevenZip) saveSealed(this.sealed.sevenZip);
    else if (sealed && what === "armor")
      save({ name: sealed.armorName, type: "text/plain", content: sealed.armor });
    else if (sealed && what === "note")
      save({
        name: sealed.noteName,
        type: "text/plain;charset=utf-8",
        content: this.texts["note.texte"] ?? "",
      });
  }

  /** Runs an operation and answers with its result, its failure or "cancelled". */
  private async answer(
    during: string,
    name: string | ((output: unknown) => string),
    operation: (worker: SealingWorker, signal: AbortSignal) => Promise<unknown>,
  ): Promise<void> {
    try {
      const output = await this.workshop.run(operation);
      this.message(typeof name === "string" ? name : name(output), output);
    } catch (reason) {
      if (reason instanceof Cancelled) this.message("cancelled", {});
      else this.message("failed", { during, error: failureOf(reason) });
    }
  }

  private progress(stage: Stage, percent: number | null = null, count: Count = {}): void {
    this.message("progress", { stage, percent, ...count });
  }
}

function factsOf(sealed: SealedFile & { sevenZip?: SevenZipArchive | null }): object {
  const { name, bytes, sha256, contentSha256, armorName, noteName, sevenZip } = sealed;
  const size = bytes.length;
  const sevenZipName = sevenZip?.name ?? "";
  return { name, size, sha256, contentSha256, armorName, noteName, sevenZipName };
}

function saveSealed({ name, bytes }: Pick<SealedFile, "name" | "bytes">): void {
  save({ name, type: "application/octet-stream", content: bytes });
}

/** XLSX and ODS workbooks are ZIP archives. */
async function isArchive(file: File): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return String.fromCharCode(...start) === "PK\u0003\u0004";
}

function charactersOf(bytes: Uint8Array): string {
  let characters = "";
  const piece = 1 << 14; // as many arguments as every browser takes
  for (let start = 0; start < bytes.length; start += piece)
    characters += String.fromCharCode(...bytes.subarray(start, start + piece));
  return characters;
}
