// Puts the parts together around the page's C++ side.
import { byId } from "../base/elements";
import { DirectoryEffects } from "../effects/directory";
import { DraftEffects } from "../effects/drafts";
import { effects } from "../effects/effects";
import { keptRegisters, rememberedTerritory } from "../effects/memory";
import { listenToAddress } from "../effects/navigation";
import { OpenedDocuments } from "../effects/opened_before";
import { OperationEffects } from "../effects/operations";
import { CardEffects } from "../effects/own_card";
import { KeyEffects } from "../effects/own_keys";
import { ReceiptEffects } from "../effects/receipts";
import { openStore } from "../effects/store";
import { ChosenFiles } from "../mirror/files";
import { listen } from "../mirror/listeners";
import { Mirror } from "../mirror/mirror";
import type { PageModule } from "../page/module";
import { type Mode, View } from "../view/view";
import { Vault } from "../worker/vault";
import { Workshop } from "../worker/workshop";
import { fetchAhead } from "./complete";
import { Loop } from "./loop";
import type { Supplies } from "./supplies";

export interface PageParts {
  page: PageModule;
  pack: Uint8Array<ArrayBuffer>;
  /** Those of the first screens; the others are added when they are there. */
  texts: Record<string, string>;
  supplies: Supplies;
  /** The page's letters, wanted only once it can be used: until then it is shown in the system's. */
  loadFont: () => Promise<Uint8Array | null>;
}

export async function showPage(parts: PageParts): Promise<void> {
  const { page, pack, texts, supplies, loadFont } = parts;
  const form = byId("form") as HTMLFormElement;
  const text = (key: string): string => texts[key] ?? key;
  const loop = new Loop(page);
  const view = new View(loop.wake);
  const mirror = new Mirror(form, mirrorTexts(text), {
    height: (pixels) => {
      view.setHeight(pixels);
    },
    effect: (name, payload) => {
      carryOut(name, payload);
    },
  });
  const files = new ChosenFiles(form, mirror, loop.send);
  const workshop = new Workshop(supplies, pack);
  const vault = new Vault(workshop);
  const operations = new OperationEffects(workshop, vault, supplies, files, texts, loop.message);
  const card = new CardEffects(files, loop.message);
  const keys = new KeyEffects(workshop, vault, supplies, files, texts, loop.message);
  const store = openStore();
  const directory = new DirectoryEffects(workshop, vault, files, loop.message);
  const receipts = new ReceiptEffects(store, files, loop.message);
  const opened = new OpenedDocuments(store, loop.message);
  const drafts = new DraftEffects(store, workshop, vault, supplies, files, loop.message);
  const carryOut = effects(
    operations,
    card,
    keys,
    opened,
    directory,
    receipts,
    drafts,
    files,
    loop.message,
  );
  listen(form, mirror, loop.send);
  listenToAddress(loop.send);
  const wanted = wantedMode();
  const dress = async (): Promise<void> => {
    const font = await loadFont();
    view.watchText();
    await view.turnToCanvas(wanted, font);
  };
  view.begin();
  if (wanted === "canvas") await dress();
  card.tellKept();
  void drafts.tellKept();
  void receipts.tellKept();
  directory.tellTrust();
  const registers = keptRegisters();
  if (registers !== null) loop.message("known-registers", { content: registers });
  const territory = rememberedTerritory();
  if (territory !== null) loop.message("remembered", { territory });
  loop.begin({
    apply: (patch) => {
      mirror.apply(patch);
      view.framed();
      ready();
    },
    draw: () => view.draw,
  });
  const learnRest = async (): Promise<void> => {
    const [rest, sentences] = await Promise.all([
      supplies.pageRest.get(),
      supplies.moreTexts.get(),
    ]);
    await page.complete(rest);
    Object.assign(texts, sentences);
    loop.whole(sentences);
  };
  // Who comes for another screen waits for nothing else. What fails here is tried again by fetchAhead.
  const learned = learnRest().then(
    () => true,
    () => false,
  );
  fetchAhead({
    first: wanted === "canvas" ? null : dress,
    supplies,
    texts: { fetchFailed: text("shell.fetch-failed") },
    complete: () => {
      void learned
        .then((done) => (done ? undefined : learnRest()))
        .then(() => directory.tellKept());
      workshop.warmUp();
    },
  });
}

/** Once the first nodes are in the page and answer, the form can be used. */
let isReady = false;
function ready(): void {
  if (isReady) return;
  isReady = true;
  byId("startup").remove();
  performance.mark("form-ready");
}

/**
 * "?affichage=html" or "?affichage=canvas" chooses a mode, also where the other would be better; the page then shows
 * itself in that one from the start.
 */
function wantedMode(): Mode | null {
  const wanted = new URLSearchParams(location.search).get("affichage");
  return wanted === "html" || wanted === "canvas" ? wanted : null;
}

function mirrorTexts(text: (key: string) => string): ConstructorParameters<typeof Mirror>[1] {
  return {
    dropHere: text("shell.drop"),
    show: text("shell.show"),
    hide: text("shell.hide"),
    showPassphrase: text("shell.show-passphrase"),
    hidePassphrase: text("shell.hide-passphrase"),
    padEmpty: text("shell.pad-empty"),
    padDrawn: text("shell.pad-drawn"),
  };
}
