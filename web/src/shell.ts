// Start-up: fetches what the first screen needs, starts the C++ side and shows the page. What prevents
// it is said in the page, in the words that index.html holds ready.
import { files } from "pli:site";
import { today } from "./base/day";
import { byId } from "./base/elements";
import { fetchBytes, fetchModule } from "./base/fetching";
import { MissingFile } from "./base/missing_file";
import { currentRoute } from "./effects/navigation";
import { PageCore } from "./page/page_core";
import { loadFont } from "./start/font";
import { showPage } from "./start/page";
import { Supplies } from "./start/supplies";

type Obstacle = "no-wasm" | "missing-file" | "pack-refused";

async function start(): Promise<void> {
  if (typeof WebAssembly !== "object") {
    show("no-wasm");
    return;
  }
  const [module, pack, texts] = await Promise.all([
    fetchModule(files.pageWasm),
    fetchBytes(files.pack),
    fetchBytes(files.texts),
  ]);
  const page = await PageCore.instantiate(module);
  const refusal = page.start(pack, texts, today(), currentRoute());
  if (refusal) {
    show("pack-refused", `${refusal.code} ${refusal.place}`);
    return;
  }
  await showPage({
    page,
    pack,
    texts: JSON.parse(new TextDecoder().decode(texts)) as Record<string, string>,
    supplies: new Supplies(),
    loadFont: () => loadFont(files.screenFont),
  });
}

function show(obstacle: Obstacle, detail = ""): void {
  byId("startup-loading").hidden = true;
  byId("startup-slow").hidden = true;
  const message = byId(`startup-${obstacle}`);
  message.hidden = false;
  if (detail) message.append(` (${detail})`);
}

start().catch((reason: unknown) => {
  show(reason instanceof MissingFile ? "missing-file" : "no-wasm");
});
