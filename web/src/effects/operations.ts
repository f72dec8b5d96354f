// The effects that need a worker: keys, sealing, checking, opening. Each answers with messages.
import { today } from "../base/day";
import type { ChosenFiles } from "../mirror/files";
import type { PrintModel } from "../pdf/print_model";
import { MissingFile } from "../base/fetching";
import type { Supplies } from "../start/supplies";
import type { Draft, OpenedFile, RegisterDraft, SealedFile } from "../worker/messages";
import { printPdf } from "../worker/print_worker";
import type { SealingWorker } from "../worker/sealing_worker";
import type { Workshop } from "../worker/workshop";
import { save } from "./downloads";
import { Cancelled, type Failure, OperationFailed, shellFailure } from "./failure";

export interface OpenEffect {
  file: string;
  keyFile: string;
  passphrase: string;
  keyPassphrase: string;
}

type OpenedFiche = Exclude<OpenedFile, { register: unknown }>;

/** The core refuses larger ones (table.hpp). */
const maxTable = 64 << 20;

type Stage = "document" | "pdf" | "bundle" | "seal";

export class OperationEffects {
  private sealed: SealedFile | null = null;
  private opened: { name: string; file: OpenedFiche } | null = null;

  constructor(
    private readonly workshop: Workshop,
    private readonly supplies: Supplies,
    private readonly files: ChosenFiles,
    private readonly texts: Readonly<Record<string, string>>,
    private readonly message: (name: string, payload: unknown) => void,
  ) {}

  recipients(source: { text: string } | { file: string }): Promise<void> {
    return this.answer("recipients", "recipients", (worker) =>
      worker.run("recipients", "text" in source ? source : { file: this.file(source.file) }),
    );
  }

  passphrase(): Promise<void> {
    return this.answer("passphrase", "passphrase", async (worker) =>
      worker.run("passphrase", { words: await this.supplies.words.get() }),
    );
  }

  /** Document, PDF, bundle and sealed file, in this order; the worker keeps the first for the last. */
  seal(draft: Draft): Promise<void> {
    return this.answer("seal", "sealed", async (worker, signal) => {
      this.progress("document");
      const document = await worker.run("document", draft);
      this.progress("pdf");
      const [code, font] = await Promise.all([
        this.supplies.printWorker.get(),
        this.supplies.printFont.get(),
      ]);
      const { printModel, ficheJson, documentId } = document;
      const pdf = await printPdf(
        code,
        {
          model: printModel as unknown as PrintModel,
          ficheJson,
          documentId,
          created: draft.created,
          font,
          texts: this.texts,
        },
        signal,
      );
      this.progress("bundle");
      const sealed = await worker.run("seal", { pdf }, (percent) => {
        this.progress("seal", percent);
      });
      this.sealed = sealed;
      const { name, bytes, sha256, armorName, noteName } = sealed;
      return { name, size: bytes.length, sha256, armorName, noteName, documentId };
    });
  }

  sealRegister(draft: RegisterDraft): Promise<void> {
    return this.answer("seal", "sealed", async (worker) => {
      const sealed = await worker.run("sealRegister", draft, (percent) => {
        this.progress("seal", percent);
      });
      this.sealed = sealed;
      const { name, bytes, sha256, armorName, noteName, contentSha256 } = sealed;
      return { name, size: bytes.length, sha256, armorName, noteName, contentSha256 };
    });
  }

  /** A table to import: a workbook is read by a worker; any other bytes come as the characters of the same numbers. */
  async table({ file, sheet }: { file: string; sheet: number }): Promise<void> {
    try {
      const chosen = this.file(file);
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
      const { sha256 } = await worker.run("digest", { file: this.file(file) });
      return { same: sha256 === this.sealed?.sha256 };
    });
  }

  inspect({ file }: { file: string }): Promise<void> {
    return this.answer("inspect", "inspected", (worker) =>
      worker.run("inspect", { file: this.file(file) }),
    );
  }

  open({ file, keyFile, passphrase, keyPassphrase }: OpenEffect): Promise<void> {
    const kind = (output: unknown): string =>
      (output as { text?: string }).text === undefined ? "opened" : "register";
    return this.answer("open", kind, async (worker) => {
      const sealed = this.file(file);
      const opening = {
        file: sealed,
        keyFile: keyFile ? this.file(keyFile) : null,
        passphrase,
        keyPassphrase,
        today: today(),
      };
      const opened = await worker.run("open", opening, (percent) => {
        this.progress("seal", percent);
      });
      if ("register" in opened) return opened.register;
      this.opened = { name: sealed.name, file: opened };
      return opened.summary;
    });
  }

  cancel(): void {
    this.workshop.cancel();
  }

  download({ what }: { what: "age" | "armor" | "note" | "pdf" }): void {
    const { sealed, opened } = this;
    if (what === "pdf" && opened) {
      const name = opened.name.replace(/\.age(\.txt)?$/, "");
      save({ name: `${name}.pdf`, type: "application/pdf", content: opened.file.pdf });
    } else if (sealed && what === "age")
      save({ name: sealed.name, type: "application/octet-stream", content: sealed.bytes });
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

  private progress(stage: Stage, percent: number | null = null): void {
    this.message("progress", { stage, percent });
  }

  private file(key: string): File {
    const file = this.files.get(key);
    if (!file) throw shellFailure("shell.unreadable-file");
    return file;
  }
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

function failureOf(reason: unknown): Failure {
  if (reason instanceof OperationFailed) return reason.failure;
  if (reason instanceof MissingFile) return shellFailure("shell.missing-file").failure;
  return shellFailure("shell.worker-ended").failure;
}
