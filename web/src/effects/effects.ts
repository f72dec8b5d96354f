// The effects of wasm/semantics/patch.hpp, by name.
import type { ChosenFiles } from "../mirror/files";
import type { KeySealing, KeyWish } from "../sealing/operations";
import type { Draft, RegisterDraft } from "../worker/messages";
import type { DirectoryEffects, LoadEffect, SignEffect } from "./directory";
import { save } from "./downloads";
import type {
  DraftEffects,
  DraftFileEffect,
  DraftResumption,
  DraftVersion,
  DraftWish,
} from "./drafts";
import { askBeforeLeaving } from "./leaving";
import { keepRegisters, rememberTerritory } from "./memory";
import { eraseEverything, type Screen, showScreen } from "./navigation";
import type {
  DownloadEffect,
  DraftsEffect,
  OpenEffect,
  OperationEffects,
  RecipientsEffect,
} from "./operations";
import type { OpenedDocuments, OpenedEffect } from "./opened_before";
import { type CardEffects } from "./own_card";
import type { CardEffect, KeyEffects, KeyFileName, UnlockEffect } from "./own_keys";
import type { KeptReceipt, ReceiptEffects } from "./receipts";

/** Payload of each effect; the C++ side writes them, and it is the only one that does. */
interface Payloads {
  screen: Screen;
  recipients: RecipientsEffect;
  passphrase: { for: string };
  seal: Draft;
  "seal-register": RegisterDraft;
  "seal-several": DraftsEffect;
  ids: { count: number };
  table: { file: string; sheet: number };
  save: { name: string; content: string };
  cancel: object;
  "cancel-keys": object;
  download: DownloadEffect;
  verify: { file: string };
  inspect: { file: string };
  open: OpenEffect;
  "close-opened": object;
  "remember-opened": OpenedEffect;
  "make-keys": KeyWish & KeySealing;
  "reseal-keys": KeySealing;
  "save-keys": { what: KeyFileName };
  "key-card": CardEffect;
  unlock: UnlockEffect;
  lock: object;
  forget: { file: string };
  "begin-draft": DraftWish;
  "draft-changed": { number: number };
  "keep-draft": DraftVersion;
  "drop-draft": { number: number };
  "leave-draft": { number: number };
  "resume-draft": DraftResumption;
  "delete-draft": { id: string; quiet: boolean };
  "shorten-draft": { id: string; days: number };
  "save-draft": DraftFileEffect;
  "erase-all": object;
  "save-card": { content: string };
  "load-card": { file: string };
  "keep-card": { content: string };
  "keep-registers": { content: string };
  "keep-receipts": { receipts: readonly KeptReceipt[] };
  "drop-receipt": { document: string };
  "load-receipts": { file: string };
  "load-directory": LoadEffect;
  "sign-directory": SignEffect;
  "save-directory": { what: "text" | "signature" };
  fingerprints: { keys: readonly string[] };
  "keep-directory": { territory: string; keep: boolean };
  "keep-trust": { content: string };
  "ask-before-leaving": { asks: boolean };
  print: object;
  erase: object;
  remember: { territory: string };
  calendar: { name: string; content: string };
}

type Carriers = { [Name in keyof Payloads]: (payload: Payloads[Name]) => unknown };

/** How long the page is not erased while the browser still writes, ms. */
const patience = 3000;

export type CarryOut = (name: string, payload: unknown) => void;

export function effects(
  operations: OperationEffects,
  card: CardEffects,
  keys: KeyEffects,
  opened: OpenedDocuments,
  directory: DirectoryEffects,
  receipts: ReceiptEffects,
  drafts: DraftEffects,
  files: ChosenFiles,
  message: (name: string, payload: unknown) => void,
): CarryOut {
  const carriers: Carriers = {
    screen: showScreen,
    recipients: (source) => operations.recipients(source),
    passphrase: (asker) => operations.passphrase(asker),
    seal: (draft) => operations.seal(draft),
    "seal-register": (draft) => operations.sealRegister(draft),
    "seal-several": (drafts) => operations.sealSeveral(drafts),
    ids: (wanted) => {
      operations.ids(wanted);
    },
    table: (wanted) => operations.table(wanted),
    save: ({ name, content }) => {
      save({ name, type: `${textType(name)};charset=utf-8`, content });
    },
    cancel: () => {
      operations.cancel();
    },
    "cancel-keys": () => {
      keys.cancel();
    },
    download: (what) => {
      operations.download(what);
    },
    verify: (file) => operations.verify(file),
    inspect: (file) => operations.inspect(file),
    open: (opening) => operations.open(opening),
    "close-opened": () => {
      operations.closeOpened();
    },
    "remember-opened": (document) => opened.remember(document),
    "make-keys": (wish) => keys.make(wish),
    "reseal-keys": (sealing) => keys.reseal(sealing),
    "save-keys": (what) => {
      keys.save(what);
    },
    "key-card": (card) => keys.card(card),
    unlock: (files) => keys.unlock(files),
    lock: () => {
      keys.lock();
    },
    forget: ({ file }) => {
      files.forget(file);
    },
    "begin-draft": (wish) => drafts.begin(wish),
    "draft-changed": (draft) => {
      drafts.changed(draft);
    },
    "keep-draft": (version) => drafts.keep(version),
    "drop-draft": (draft) => drafts.drop(draft),
    "leave-draft": (draft) => drafts.leave(draft),
    "resume-draft": (wish) => drafts.resume(wish),
    "delete-draft": (draft) => drafts.delete(draft),
    "shorten-draft": (wish) => drafts.shorten(wish),
    "save-draft": (draft) => drafts.saveFile(draft),
    "erase-all": () => drafts.eraseAll(),
    "save-card": ({ content }) => {
      card.save(content);
    },
    "load-card": ({ file }) => card.load(file),
    "keep-card": ({ content }) => {
      card.keep(content);
    },
    "keep-registers": ({ content }) => {
      keepRegisters(content, message);
    },
    "keep-receipts": (made) => {
      receipts.keep(made);
    },
    "drop-receipt": (which) => {
      receipts.drop(which);
    },
    "load-receipts": ({ file }) => receipts.load(file),
    "load-directory": (wish) => directory.load(wish),
    "sign-directory": (wish) => directory.sign(wish),
    "save-directory": (what) => {
      directory.save(what);
    },
    fingerprints: (wanted) => directory.fingerprints(wanted),
    "keep-directory": (wish) => directory.keep(wish),
    "keep-trust": (what) => {
      directory.keepTrust(what);
    },
    "ask-before-leaving": ({ asks }) => {
      askBeforeLeaving(asks);
    },
    // After the frame: what is printed is the page as this patch leaves it.
    print: () => {
      setTimeout(() => {
        window.print();
      });
    },
    erase: () => eraseOnceSettled(receipts, drafts),
    calendar: ({ name, content }) => {
      save({ name, type: "text/calendar;charset=utf-8", content });
    },
    remember: ({ territory }) => {
      rememberTerritory(territory);
      void directory.tellKept(); // the page asks for that territory's
    },
  };
  return (name, payload) => {
    if (name in carriers) carriers[name as keyof Payloads](payload as never);
  };
}

/**
 * What the user just said of a receipt or draft comes first: its effect is in the same patch. If that failed, it is said,
 * and the page stays. But answers do not stay for the sake of a browser that does not answer.
 */
async function eraseOnceSettled(receipts: ReceiptEffects, drafts: DraftEffects): Promise<void> {
  await Promise.resolve();
  const settled = Promise.all([receipts.settled(), drafts.settled()]);
  const late = new Promise<boolean[]>((resolve) => {
    window.setTimeout(resolve, patience, []);
  });
  const done = await Promise.race([settled, late]);
  if (done.every(Boolean)) eraseEverything();
}

function textType(name: string): string {
  if (name.endsWith(".csv")) return "text/csv";
  return name.endsWith(".json") ? "application/json" : "text/plain";
}
