// The operations of a sealing worker: files are read here, and only here.
import { shellFailure } from "../effects/failure";
import {
  type BuiltDocument,
  type KeyFileBytes,
  type Locks,
  maxFicheFile,
  maxInspected,
  maxSevenZip,
  maxWorkbook,
  type OwnBytes,
  type SealedFiche,
  type SealingCore,
} from "../sealing/operations";
import {
  type Draft,
  maxDraftFile,
  type OperationName,
  type Operations,
  type RegisterDraft,
  type SealedFile,
} from "./messages";
import type { ShowProgress } from "./sealing_worker";

type Input<Name extends OperationName> = Operations[Name]["input"];
type Output<Name extends OperationName> = Operations[Name]["output"];

/** More than any list of keys has: the core refuses what is longer. */
const maxKeyFile = 4 << 20;
/** Of the core (directory.hpp), which refuses what is longer. */
const maxDirectory = 8 << 20;

/**
 * Of the identity that a resume code opens. A code is 88 random bits, so no amount of computing finds it, with 2^15 as
 * with the 2^18 of files that leave the machine; and the first answers are not kept before the identity is sealed: in
 * a tenth of a second and 32 MiB, not in a second and 256 MiB.
 */
const codeWorkFactor = 15;

export class SealingOperations {
  /** Sealing takes two requests: what the first one made waits here for the PDF. */
  private drafted: { draft: Draft; document: BuiltDocument } | null = null;

  constructor(
    private readonly core: SealingCore,
    private readonly progress: ShowProgress,
  ) {}

  async recipients(input: Input<"recipients">): Promise<Output<"recipients">> {
    const text = "text" in input ? input.text : await read(input.file, maxKeyFile);
    return this.core.recipients(text);
  }

  passphrase({ words }: Input<"passphrase">): Output<"passphrase"> {
    return { words: this.core.passphrase(words) };
  }

  makeKeys(wish: Input<"makeKeys">): Output<"makeKeys"> {
    return this.core.makeKeys(wish, wish);
  }

  /** Hands the files over to the vault's worker, in clear: they do not pass through the page. */
  async unsealKeys(input: Input<"unsealKeys">): Promise<Output<"unsealKeys">> {
    const sealed = {
      keyFile: await read(input.keyFile, maxKeyFile),
      signatureFile: input.signatureFile
        ? await read(input.signatureFile, maxKeyFile)
        : new Uint8Array(),
    };
    const { files, ...clear } = this.core.unsealKeys(sealed, input.passphrase);
    input.to.postMessage(clear, [clear.keyFile.buffer, clear.signatureFile.buffer]);
    return files;
  }

  async holdKeys({ from }: Input<"holdKeys">): Promise<Output<"holdKeys">> {
    const files = await new Promise<KeyFileBytes>((resolve) => {
      from.onmessage = ({ data }: MessageEvent<KeyFileBytes>) => {
        resolve(data);
      };
    });
    from.close();
    return this.core.holdKeys(files);
  }

  resealKeys(sealing: Input<"resealKeys">): Output<"resealKeys"> {
    return this.core.resealKeys(sealing);
  }

  document(draft: Draft): Output<"document"> {
    const document = this.core.document({ ...draft, hasSevenZip: Boolean(draft.sevenZip) });
    this.drafted = { draft, document };
    return document;
  }

  sign(fiche: Input<"sign">): Output<"sign"> {
    return this.core.signFiche(fiche);
  }

  async verifyDirectory({
    files,
    trust,
  }: Input<"verifyDirectory">): Promise<Output<"verifyDirectory">> {
    const { text, minisig } = files;
    const bytes = {
      text: text instanceof File ? await read(text, maxDirectory) : text,
      minisig:
        minisig instanceof File ? await read(minisig, maxKeyFile) : (minisig ?? new Uint8Array()),
    };
    return { directory: this.core.verifyDirectory(bytes, trust), files: bytes };
  }

  signDirectory({ text, territory }: Input<"signDirectory">): Output<"signDirectory"> {
    return this.core.signDirectory(text, territory);
  }

  async seal({ pdf, signatures }: Input<"seal">): Promise<SealedFile> {
    if (!this.drafted) throw shellFailure("shell.worker-ended");
    const { draft, document } = this.drafted;
    this.progress(null);
    const { ficheJson } = document;
    const sealed = this.core.sealFiche(
      ficheJson,
      pdf,
      locksOf(draft),
      draft.armor,
      signatures,
      draft.request,
    );
    return this.named(sealed, draft, document.documentId);
  }

  /** The files of the document that was begun, as a 7-Zip archive holds them. */
  sevenZipFiles({ pdf, signatures }: Input<"sevenZipFiles">): Output<"sevenZipFiles"> {
    if (!this.drafted) throw shellFailure("shell.worker-ended");
    return this.core.sevenZipFiles(this.drafted.document.ficheJson, pdf, signatures);
  }

  async checkSevenZip({ file }: Input<"checkSevenZip">): Promise<Output<"checkSevenZip">> {
    const archive = await read(file, maxSevenZip);
    return { archive, sha256: this.core.checkSevenZip(archive) };
  }

  openSevenZip({ files, sha256, today }: Input<"openSevenZip">): Output<"openSevenZip"> {
    const { summary, pdf } = this.core.openSevenZip(files, sha256, today);
    return { summary, pdf };
  }

  async sealRegister(draft: RegisterDraft): Promise<SealedFile> {
    this.progress(null);
    const sealed = this.core.sealRegister(draft.text, locksOf(draft), draft.armor);
    return this.named(sealed, draft, sealed.sha256);
  }

  private async named(
    sealed: SealedFiche,
    draft: Draft | RegisterDraft,
    random: string,
  ): Promise<SealedFile> {
    const text = new TextEncoder().encode(sealed.armor);
    const armorSha256 = draft.armor ? await this.core.digest(() => new Blob([text]).stream()) : "";
    return { ...sealed, armorSha256, ...namesOf(draft, random) };
  }

  beginDraft({ words, code, created, stored }: Input<"beginDraft">): Output<"beginDraft"> {
    const passphrase = code || this.core.passphrase(words).join("-");
    if (!stored) return { code: passphrase, recipient: "", identity: null };
    const wish = { hybrid: false, signing: false };
    const sealing = { passphrase, created, workFactor: codeWorkFactor };
    const { recipients, keyFile } = this.core.makeKeys(wish, sealing);
    return { code: passphrase, recipient: recipients[0]?.recipient ?? "", identity: keyFile };
  }

  sealDraft({ content, locks }: Input<"sealDraft">): Output<"sealDraft"> {
    return { sealed: this.core.sealDraft(new TextEncoder().encode(content), locks) };
  }

  async openDraft({
    sealed,
    identity,
    code,
    vault,
  }: Input<"openDraft">): Promise<Output<"openDraft">> {
    const file = sealed instanceof File ? await read(sealed, maxDraftFile) : sealed;
    if (identity) return this.core.openDraft(file, { identities: identity, keyPassphrase: code });
    return this.core.openDraft(file, vault ? { vault } : { passphrase: code });
  }

  async workbook({ file, sheet }: Input<"workbook">): Promise<Output<"workbook">> {
    return { text: this.core.workbook(await read(file, maxWorkbook), sheet) };
  }

  async digest({ file }: Input<"digest">): Promise<Output<"digest">> {
    return { sha256: await this.core.digest(() => file.stream()).catch(unreadable) };
  }

  async inspect({ file }: Input<"inspect">): Promise<Output<"inspect">> {
    return this.core.inspect(await read(file, maxInspected));
  }

  async open(input: Input<"open">): Promise<Output<"open">> {
    const { keyFile, vault, passphrase, keyPassphrase, today } = input;
    this.progress(null);
    const sealed = await read(input.file, maxFicheFile);
    // The screen has warned of a long computation before it let the user open the file.
    const keyring = keyFile
      ? { identities: await read(keyFile, maxKeyFile), keyPassphrase, confirmed: true }
      : { passphrase, vault, confirmed: true };
    const opened = this.core.openFiche(sealed, keyring, today);
    return "register" in opened ? opened : { summary: opened.summary, pdf: opened.pdf };
  }
}

function locksOf(draft: Draft | RegisterDraft): Locks {
  return draft.passphrase
    ? { passphrase: draft.passphrase }
    : { recipients: draft.recipients.map(({ recipient }) => recipient) };
}

/** Only a day and a random number: a name says nothing about persons nor the kind of form. */
function namesOf(
  { created, armor }: Draft | RegisterDraft,
  random: string,
): Pick<SealedFile, "name" | "armorName" | "noteName"> {
  const name = `pli_${created}_${random.slice(0, 8)}`;
  return {
    name: `${name}.age`,
    armorName: armor ? `${name}.age.txt` : "",
    noteName: `${name}_comment-ouvrir.txt`,
  };
}

/** The file, or one byte more than the core takes when it is larger. */
async function read(file: File, limit: number): Promise<OwnBytes> {
  return new Uint8Array(
    await file
      .slice(0, limit + 1)
      .arrayBuffer()
      .catch(unreadable),
  );
}

function unreadable(): never {
  throw shellFailure("shell.unreadable-file");
}
