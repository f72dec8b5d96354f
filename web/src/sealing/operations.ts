// What the sealing core can do, in typed operations: the whole of wasm/bridge/worker_abi.hpp.
// One SealingCore per worker; the worker is ended after its operation, with all that the core knew.
import { CoreModule } from "./core_module";
import type { CoreFailure } from "./failure";
import type { ArchivedFile } from "../sevenzip/archive";
import { type ArchivePart, inflatePart } from "./inflate";
import type { RawSodium } from "./raw_sodium";

export type OwnBytes = Uint8Array<ArrayBuffer>;

/** How a file is sealed: to one or several keys, or with a passphrase. Never both. */
export type Locks = { recipients: readonly string[] } | { passphrase: string; workFactor?: number };

/** What an opener has: the text of a key file (or that file sealed with `keyPassphrase`), or a passphrase. */
export interface Keyring {
  identities?: Uint8Array;
  keyPassphrase?: string;
  passphrase?: string;
  /** The keys that holdKeys() gave to this core. */
  vault?: boolean;
  /** The user agreed to wait for a work factor above the usual one. */
  confirmed?: boolean;
}

export type JsonObject = Record<string, unknown>;

export interface LoadedPack {
  territories: { id: string; version: string }[];
  /** Of the pack's canonical form, 64 hexadecimal digits. */
  sha256: string;
}

export interface ParsedRecipient {
  recipient: string;
  type: "x25519" | "hybrid";
  /** SHA-256 of the recipient's text, 64 hexadecimal digits. */
  fingerprint: string;
}

/** What of a user's own keys is no secret. */
export interface KeyFacts {
  recipients: ParsedRecipient[];
  /** minisign's text of the verifying key, empty without a signing key. */
  verifyingKey: string;
}

export interface KeyFileBytes {
  /** The content of cle.age. */
  keyFile: OwnBytes;
  /** Of signature.age, empty without a signing key. */
  signatureFile: OwnBytes;
}

/** SHA-256 of cle.age and of signature.age, empty without the latter. */
export interface KeyFileDigests {
  key: string;
  signature: string;
}

export type SealedKeys = KeyFacts &
  KeyFileBytes & {
    files: KeyFileDigests;
    /** The same for the organisation's key of rescue: both empty without one, or when keys are sealed anew. */
    rescue: KeyFileBytes;
  };

export interface KeyWish {
  /** A post-quantum key beside the classic one. */
  hybrid: boolean;
  signing: boolean;
  /** The recipient of the organisation's key of rescue, empty without one. */
  rescue?: string;
}

/** How key files are sealed: a passphrase, and the day "AAAA-MM-JJ" that stands in them. */
export interface KeySealing {
  passphrase: string;
  created: string;
  workFactor?: number;
}

export interface RecipientList {
  recipients: ParsedRecipient[];
  /** One a line that is no usable recipient; params.line is its number. */
  failures: CoreFailure[];
}

/** The payload of the "seal" effect (wasm/semantics/patch.hpp); other members are ignored. */
export interface DraftDocument {
  form: string;
  territory: string;
  answers: JsonObject;
  created: string;
  replaces: string;
  /** The sender's, in the territory. */
  role: string;
  /** The verifying key of who signs it, empty when nobody does. */
  signer: string;
  /** A recipient of the sender's own for an answer, or empty. */
  replyKey: string;
  /** What the document answers; null unless it is an answer. */
  request: AnsweredDocument | null;
  /** Whether a 7-Zip archive goes with it. */
  hasSevenZip?: boolean;
  /** Roles are empty where the territory has no route for the form. */
  recipients: readonly { recipient: string; fingerprint: string; role: string }[];
  /** Of those who are given the passphrase. */
  roles: readonly string[];
}

/** The exact fiche.json that an answer answers, and minisign's file for it or nothing. */
export interface AnsweredDocument {
  json: string;
  signature: string;
}

export interface BuiltDocument {
  /** 32 hexadecimal digits, drawn at random. */
  documentId: string;
  ficheJson: OwnBytes;
  /** print_model_to_json of shared/core/document/print_model.hpp. */
  printModel: JsonObject;
}

export interface UnsignedFiche {
  documentId: string;
  /** Whether it is an answer. */
  reply: boolean;
  ficheJson: OwnBytes;
  pdf: OwnBytes;
}

/** minisign's files for fiche.json and fiche.pdf, or for reponse.json and reponse.pdf. */
export interface FicheSignatures {
  json: OwnBytes;
  pdf: OwnBytes;
}

/** How a directory is judged: by the territory's pack and what was learned before ("" when nothing was). */
export interface DirectoryTrust {
  territory: string;
  /** "AAAA-MM-JJ", both: the core reads no clock. */
  today: string;
  built: string;
  learned: string;
}

export interface DirectoryFiles {
  /** annuaire.json */
  text: OwnBytes;
  /** annuaire.json.minisig, empty when there is none. */
  minisig: OwnBytes;
}

/** The message "directory" of wasm/semantics/patch.hpp, but for where the files came from. */
export interface VerifiedDirectory {
  territory: string;
  /** Of its text. */
  sha256: string;
  /** What is to be kept of it. */
  learned: string;
  /** Of every recipient in it. */
  fingerprints: Record<string, string>;
  text: string;
}

export interface SealedFiche {
  bytes: OwnBytes;
  sha256: string;
  /** Of fiche.json, which the receipt keeps; of a register's text, which its next version names. */
  contentSha256: string;
  /** The same file as text, or empty when it was not asked for. */
  armor: string;
}

export interface Inspection {
  locks: "passphrase" | "keys";
  recipients: number;
  hybrid: boolean;
  workFactor: number;
  confirm: boolean;
  /** No age file, but a 7-Zip archive. */
  sevenZip: boolean;
}

export interface OpenedFiche {
  /** The message "opened" of wasm/semantics/patch.hpp, complete. */
  summary: JsonObject;
  ficheJson: OwnBytes;
  pdf: OwnBytes;
}

export interface OpenedDraft {
  /** Of the first of the keys that were there to open it, empty when it was a passphrase. */
  recipient: string;
  content: string;
}

export interface OpenedRegister {
  /** The message "register" of wasm/semantics/patch.hpp, complete. */
  register: JsonObject;
}

/** A file piece by piece; called once for each pass. A Blob's or File's stream() fits. */
export type Source = () => AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;
/** Takes a piece, whose bytes are written over once the sink has settled: what must stay is copied. */
export type Sink = (bytes: OwnBytes) => void | Promise<void>;

/** Longest beginning of a file that inspect() may need. */
export const maxInspected = 3 << 20;
/** Workbooks that are larger are refused (archive.hpp). */
export const maxWorkbook = 32 << 20;
/** Archives that are larger are refused (seven_zip.hpp). */
export const maxSevenZip = (32 << 20) + (64 << 10);
/** A sealed fiche is never larger than this, armored or not. */
export const maxFicheFile = 48 << 20;

const textEncoder = new TextEncoder();

export class SealingCore {
  private constructor(private readonly core: CoreModule) {}

  /** `module` is worker.wasm compiled; `sodium` is `libsodium` of libsodium-wrappers-sumo once ready. */
  static async create(module: WebAssembly.Module, sodium: RawSodium): Promise<SealingCore> {
    return new SealingCore(await CoreModule.instantiate(module, sodium));
  }

  /** Needed before document() and openFiche(). Returns the SHA-256 of the pack's canonical form. */
  loadPack(bundle: Uint8Array): LoadedPack {
    return this.core.call("load_pack", bundle).json(0) as LoadedPack;
  }

  recipients(text: string | Uint8Array): RecipientList {
    return this.core.call("recipients", text).json(0) as RecipientList;
  }

  /** Whether a key file can be used, and the recipients of its keys. */
  identities(text: Uint8Array): RecipientList {
    return this.core.call("identities", text).json(0) as RecipientList;
  }

  /** Eight words of a list of 2048. */
  passphrase(words: readonly string[]): string[] {
    return this.core.call("passphrase", words.join("\n")).json(0) as string[];
  }

  /** Makes keys that exist nowhere but in the files returned. */
  makeKeys({ hybrid, signing, rescue = "" }: KeyWish, sealing: KeySealing): SealedKeys {
    return this.sealedKeys("make_keys", { hybrid, signing, rescue }, sealing);
  }

  /** Key files in clear, for holdKeys() of another core: what scrypt needs of memory is then given back. */
  unsealKeys(
    { keyFile, signatureFile }: KeyFileBytes,
    passphrase: string,
  ): KeyFileBytes & { files: KeyFileDigests } {
    const secret = textEncoder.encode(passphrase);
    const parts = this.core.call("unseal_keys", "", secret, keyFile, signatureFile);
    const files = parts.json(0) as KeyFileDigests;
    return { files, keyFile: parts.bytes(1), signatureFile: parts.bytes(2) };
  }

  /** From now on this core is the vault: it holds the keys until its worker is ended. Wipes the files given. */
  holdKeys({ keyFile, signatureFile }: KeyFileBytes): KeyFacts {
    try {
      return this.core.call("hold_keys", keyFile, signatureFile).json(0) as KeyFacts;
    } finally {
      keyFile.fill(0);
      signatureFile.fill(0);
    }
  }

  /** The unlocked keys under another passphrase. */
  resealKeys(sealing: KeySealing): SealedKeys {
    return this.sealedKeys("reseal_keys", {}, sealing);
  }

  private sealedKeys(operation: string, wish: object, sealing: KeySealing): SealedKeys {
    const { passphrase, created, workFactor } = sealing;
    const options = JSON.stringify({ ...wish, created, workFactor });
    const parts = this.core.call(operation, options, textEncoder.encode(passphrase));
    return {
      ...(parts.json(0) as KeyFacts),
      files: parts.json(1) as KeyFileDigests,
      keyFile: parts.bytes(2),
      signatureFile: parts.bytes(3),
      rescue: { keyFile: parts.bytes(4), signatureFile: parts.bytes(5) },
    };
  }

  document(draft: DraftDocument): BuiltDocument {
    const parts = this.core.call("document", JSON.stringify(draft));
    const { documentId } = parts.json(0) as { documentId: string };
    return { documentId, ficheJson: parts.bytes(1), printModel: parts.json(2) as JsonObject };
  }

  /** Signs with the signing key that this core holds. */
  signFiche({ documentId, reply, ficheJson, pdf }: UnsignedFiche): FicheSignatures {
    const options = JSON.stringify({ documentId, reply });
    const parts = this.core.call("sign_fiche", options, ficheJson, pdf);
    return { json: parts.bytes(0), pdf: parts.bytes(1) };
  }

  /** Whether a directory may be believed. Needs the pack. */
  verifyDirectory({ text, minisig }: DirectoryFiles, trust: DirectoryTrust): VerifiedDirectory {
    const parts = this.core.call("verify_directory", JSON.stringify(trust), text, minisig);
    return { ...(parts.json(0) as Omit<VerifiedDirectory, "text">), text: parts.text(1) };
  }

  /** Signs a directory with the signing key that this core holds. Needs the pack. */
  signDirectory(text: string, territory: string): DirectoryFiles {
    const parts = this.core.call("sign_directory", JSON.stringify({ territory }), text);
    return { text: parts.bytes(0), minisig: parts.bytes(1) };
  }

  /** Bundles and seals a fiche or the answer to one, signed or not. */
  sealFiche(
    ficheJson: Uint8Array,
    pdf: Uint8Array,
    locks: Locks,
    armor: boolean,
    signatures: FicheSignatures | null = null,
    request: AnsweredDocument | null = null,
  ): SealedFiche {
    const [options, passphrase] = lockParts(locks, { armor });
    const signed = signatures ? [signatures.json, signatures.pdf] : ["", ""];
    const answered = request ? [request.json, request.signature] : [];
    const content = [ficheJson, pdf, ...signed, ...answered];
    const parts = this.core.call("seal_fiche", options, passphrase, ...content);
    const facts = parts.json(0) as { sha256: string; contentSha256: string };
    return { bytes: parts.bytes(1), ...facts, armor: parts.text(2) };
  }

  /** What a 7-Zip archive of a fiche holds, in its order. */
  sevenZipFiles(
    ficheJson: Uint8Array,
    pdf: Uint8Array,
    signatures: FicheSignatures | null,
  ): ArchivedFile[] {
    const signed = signatures ? [signatures.json, signatures.pdf] : [];
    const parts = this.core.call("seven_zip_files", ficheJson, pdf, ...signed);
    const names = parts.json(0) as string[];
    return names.map((name, index) => ({ name, content: parts.bytes(index + 1) }));
  }

  /** Whether a 7-Zip archive is whole and its names are encrypted, before it is unpacked. Returns its SHA-256. */
  checkSevenZip(archive: Uint8Array): string {
    return (this.core.call("check_seven_zip", archive).json(0) as { sha256: string }).sha256;
  }

  /** Judges what was unpacked from a 7-Zip archive as openFiche judges what it opens. */
  openSevenZip(files: readonly ArchivedFile[], sha256: string, today: string): OpenedFiche {
    const options = JSON.stringify({ today, sha256, names: files.map(({ name }) => name) });
    const contents = files.map(({ content }) => content);
    const parts = this.core.call("open_seven_zip", options, ...contents);
    return { summary: parts.json(0) as JsonObject, ficheJson: parts.bytes(1), pdf: parts.bytes(2) };
  }

  /** Seals a register of habilitations as it stands. */
  sealRegister(text: string, locks: Locks, armor: boolean): SealedFiche {
    const [options, passphrase] = lockParts(locks, { armor });
    const parts = this.core.call("seal_register", options, passphrase, text);
    const facts = parts.json(0) as { sha256: string; contentSha256: string };
    return { bytes: parts.bytes(1), ...facts, armor: parts.text(2) };
  }

  /** Seals the text of a draft; the bytes given are wiped. */
  sealDraft(text: OwnBytes, locks: Locks): OwnBytes {
    try {
      return this.core.call("seal_draft", ...lockParts(locks, {}), text).bytes(0);
    } finally {
      text.fill(0);
    }
  }

  openDraft(file: Uint8Array, keyring: Keyring): OpenedDraft {
    const parts = this.core.call("open_draft", ...keyringParts(keyring, {}), file);
    return { recipient: parts.text(0), content: parts.text(1) };
  }

  /** Reads the beginning of a file (at most maxInspected bytes are looked at). */
  inspect(beginning: Uint8Array): Inspection {
    return this.core.call("inspect", beginning.subarray(0, maxInspected)).json(0) as Inspection;
  }

  /** Opens, unpacks and re-validates a fiche with the loaded pack. `today` is "AAAA-MM-JJ". */
  openFiche(file: Uint8Array, keyring: Keyring, today: string): OpenedFiche | OpenedRegister {
    const parts = this.core.call("open_fiche", ...keyringParts(keyring, { today }), file);
    const summary = parts.json(0) as JsonObject;
    if (summary.register) return { register: { ...summary, text: parts.text(1) } };
    return { summary: parts.json(0) as JsonObject, ficheJson: parts.bytes(1), pdf: parts.bytes(2) };
  }

  /** A sheet of an XLSX workbook: the "text" of the message "workbook" of wasm/semantics/patch.hpp. */
  workbook(archive: Uint8Array, sheet: number): string {
    const parts = this.core.call("workbook_parts", archive).json(0) as ArchivePart[];
    const inflated = parts.map((part) => inflatePart(archive, part));
    return this.core.call("workbook", JSON.stringify({ sheet }), ...inflated).text(0);
  }

  async digest(source: Source): Promise<string> {
    this.core.call("digest_begin");
    for await (const piece of pieces(source)) this.core.call("digest_push", piece);
    const { sha256 } = this.core.call("digest_finish").json(0) as { sha256: string };
    return sha256;
  }

  /** Seals a stream of any size; memory does not grow with it. */
  async sealStream(source: Source, locks: Locks, sink: Sink): Promise<void> {
    await sink(this.core.call("seal_begin", ...lockParts(locks, {})).bytes(0));
    for await (const piece of pieces(source)) await sink(this.core.pass("seal_push", piece));
    await sink(this.core.call("seal_finish").bytes(0));
  }

  /**
   * Opens a stream of any size in two passes: the sink gets nothing before all of the file was
   * authenticated. Resolves to the size of the plaintext.
   */
  async openStream(source: Source, keyring: Keyring, sink: Sink): Promise<number> {
    this.core.call("open_begin", ...keyringParts(keyring, {}));
    for await (const piece of pieces(source)) this.core.pass("open_push", piece);
    const { size } = this.core.call("open_finish").json(1) as { size: number };
    for await (const piece of pieces(source)) await sink(this.core.pass("open_push", piece));
    await sink(this.core.call("open_finish").bytes(0));
    return size;
  }

  /** Bytes of memory that the core's and libsodium's modules hold now. */
  memory(): { core: number; sodium: number } {
    return this.core.memory();
  }
}

/** The secret travels apart from the JSON: in the core it is bytes that are wiped, never text. */
function lockParts(locks: Locks, more: JsonObject): [string, Uint8Array] {
  if ("recipients" in locks)
    return [JSON.stringify({ ...more, recipients: locks.recipients }), new Uint8Array()];
  const options = { ...more, workFactor: locks.workFactor };
  return [JSON.stringify(options), textEncoder.encode(locks.passphrase)];
}

type KeyringParts = [string, Uint8Array, Uint8Array, Uint8Array];

function keyringParts(keyring: Keyring, more: JsonObject): KeyringParts {
  return [
    JSON.stringify({
      ...more,
      confirmed: keyring.confirmed ?? false,
      vault: keyring.vault ?? false,
    }),
    keyring.identities ?? new Uint8Array(),
    textEncoder.encode(keyring.keyPassphrase ?? ""),
    textEncoder.encode(keyring.passphrase ?? ""),
  ];
}

/** Pieces of one mebibyte at most: few calls, little memory. */
async function* pieces(source: Source): AsyncGenerator<Uint8Array> {
  const piece = 1 << 20;
  const stream = source();
  const chunks = Symbol.asyncIterator in stream ? stream : readableChunks(stream);
  for await (const chunk of chunks)
    for (let start = 0; start < chunk.length; start += piece)
      yield chunk.subarray(start, start + piece);
}

/** Chromium's ReadableStream is no async iterable before version 124. */
async function* readableChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
