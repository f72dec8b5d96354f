// What the page and its sealing worker say to each other. A worker serves one operation (sealing takes
// two requests, since the PDF is made elsewhere in between) and is then ended, with all it knew. Only the
// vault (vault.ts) serves for as long as the user's keys are unlocked.
import type { Failure } from "../effects/failure";
import type { ArchivedFile } from "../sevenzip/archive";
import type {
  BuiltDocument,
  DirectoryFiles,
  DirectoryTrust,
  DraftDocument,
  FicheSignatures,
  Inspection,
  KeyFacts,
  KeyFileDigests,
  KeySealing,
  KeyWish,
  Locks,
  OpenedDraft,
  OpenedFiche,
  OpenedRegister,
  OwnBytes,
  RecipientList,
  SealedFiche,
  SealedKeys,
  UnsignedFiche,
  VerifiedDirectory,
} from "../sealing/operations";

/** A sealed draft, in bytes: the core refuses a text of more than 4 MiB. */
export const maxDraftFile = 8 << 20;

/** Operations by name: what goes in and what comes back. */
export interface Operations {
  recipients: { input: { text: string } | { file: File }; output: RecipientList };
  passphrase: { input: { words: readonly string[] }; output: { words: string[] } };
  makeKeys: { input: KeyWish & KeySealing; output: SealedKeys };
  unsealKeys: { input: Unlocking & { to: MessagePort }; output: KeyFileDigests };
  holdKeys: { input: { from: MessagePort }; output: KeyFacts };
  resealKeys: { input: KeySealing; output: SealedKeys };
  document: { input: Draft; output: BuiltDocument };
  sign: { input: UnsignedFiche; output: FicheSignatures };
  verifyDirectory: { input: DirectoryToVerify; output: CheckedDirectory };
  signDirectory: { input: { text: string; territory: string }; output: DirectoryFiles };
  seal: { input: { pdf: OwnBytes; signatures: FicheSignatures | null }; output: SealedFile };
  sevenZipFiles: {
    input: { pdf: OwnBytes; signatures: FicheSignatures | null };
    output: ArchivedFile[];
  };
  checkSevenZip: { input: { file: File }; output: { archive: OwnBytes; sha256: string } };
  openSevenZip: {
    input: { files: ArchivedFile[]; sha256: string; today: string };
    output: OpenedFile;
  };
  sealRegister: { input: RegisterDraft; output: SealedFile };
  beginDraft: { input: DraftBeginning; output: DraftCode };
  sealDraft: { input: { content: string; locks: Locks }; output: { sealed: OwnBytes } };
  openDraft: { input: DraftOpening; output: OpenedDraft };
  workbook: { input: { file: File; sheet: number }; output: { text: string } };
  digest: { input: { file: File }; output: { sha256: string } };
  inspect: { input: { file: File }; output: Inspection };
  open: { input: Opening; output: OpenedFile };
}

/** `code` is one that opens it already, or empty: then one is drawn from the words. */
export interface DraftBeginning {
  words: readonly string[];
  code: string;
  /** "AAAA-MM-JJ" */
  created: string;
  /** Somewhere drafts are stored: an identity is wanted that the code opens. */
  stored: boolean;
}

/** A resume code; an identity that only it opens, and its recipient. */
export interface DraftCode {
  code: string;
  recipient: string;
  identity: OwnBytes | null;
}

/** Opened with the unlocked keys, or with a code: of the identity, or of the draft itself where there is none. */
export interface DraftOpening {
  sealed: File | OwnBytes;
  identity: OwnBytes | null;
  code: string;
  vault: boolean;
}

/** Files that were chosen (without a signature there is none), or that are known already. */
export interface DirectoryToVerify {
  files: { text: File; minisig: File | null } | DirectoryFiles;
  trust: DirectoryTrust;
}

export interface CheckedDirectory {
  directory: VerifiedDirectory;
  /** As they were read. */
  files: DirectoryFiles;
}

/** `signatureFile` is null without a signing key. */
export interface Unlocking {
  keyFile: File;
  signatureFile: File | null;
  passphrase: string;
}

/** The payload of the "seal" effect of wasm/semantics/patch.hpp. */
export interface Draft extends Omit<DraftDocument, "hasSevenZip"> {
  passphrase: string;
  /** Of a 7-Zip archive beside the sealed file; none without. */
  sevenZip?: string;
  armor: boolean;
}

/** The payload of the "seal-register" effect of wasm/semantics/patch.hpp. */
export interface RegisterDraft {
  text: string;
  created: string;
  recipients: readonly { recipient: string; fingerprint: string }[];
  passphrase: string;
  armor: boolean;
}

export interface SealedFile extends SealedFiche {
  name: string;
  /** Empty unless the armored form was asked for; so is its SHA-256. */
  armorName: string;
  armorSha256: string;
  noteName: string;
}

export interface Opening {
  file: File;
  keyFile: File | null;
  /** With the keys that this worker has unlocked. */
  vault: boolean;
  passphrase: string;
  keyPassphrase: string;
  /** "AAAA-MM-JJ": the core reads no clock. */
  today: string;
}

/** The summary is the message "opened" of wasm/semantics/patch.hpp. */
export type OpenedFile = Pick<OpenedFiche, "summary" | "pdf"> | OpenedRegister;

export type OperationName = keyof Operations;

/** Sent once, before anything else. */
export interface WorkerStart {
  module: WebAssembly.Module;
  pack: OwnBytes;
}

export type WorkerRequest = {
  [Name in OperationName]: { name: Name; input: Operations[Name]["input"] };
}[OperationName];

export type AnyOutput = Operations[OperationName]["output"];

export type WorkerReply =
  | { kind: "progress"; percent: number | null }
  | { kind: "done"; output: AnyOutput }
  | { kind: "failed"; failure: Failure };
