// What the page needs later: fetched ahead while the user types, so that nothing is asked of the
// network once the page is complete. What failed is fetched again when it is needed.
import { edition } from "pli:edition";
import { files } from "pli:site";
import { bytesFromBase64 } from "../base/base64";
import { fetchBytes, fetchFile, fetchModule } from "../base/fetching";
import { MissingFile } from "../base/missing_file";
import { trustCode } from "./trusted";

/** One thing to be fetched, once; again only after a failure. */
class Supply<Content> {
  private pending: Promise<Content> | null = null;

  constructor(private readonly load: () => Promise<Content>) {}

  get(): Promise<Content> {
    this.pending ??= this.load().catch((reason: unknown) => {
      this.pending = null;
      throw reason;
    });
    return this.pending;
  }
}

async function fetchCode(address: string): Promise<string> {
  return trustCode(await (await fetchFile(address)).text());
}

async function fetchTexts(): Promise<Record<string, string>> {
  return (await (await fetchFile(files.moreTexts)).json()) as Record<string, string>;
}

/** Not among the files that are fetched ahead: most users never need it. */
async function getSevenZip(): Promise<{ code: string; wasm: ArrayBuffer }> {
  const { code, wasm } = await edition.sevenZip().catch(() => {
    throw new MissingFile(files.sevenZip);
  });
  return { code: trustCode(code), wasm: bytesFromBase64(wasm).buffer };
}

async function fetchWords(): Promise<string[]> {
  return (await (await fetchFile(files.words)).text()).trim().split("\n");
}

export class Supplies {
  /** Code and wording of every screen but those that the page starts with. */
  readonly pageRest = new Supply(() => fetchModule(files.pageRestWasm));
  readonly moreTexts = new Supply(fetchTexts);
  readonly sealingWorker = new Supply(() => fetchCode(files.sealingWorker));
  readonly sealingModule = new Supply(() => fetchModule(files.sealingWasm));
  readonly printWorker = new Supply(() => fetchCode(files.printWorker));
  readonly printFont = new Supply(() => fetchBytes(files.printFont));
  readonly words = new Supply(fetchWords);
  /** Fetched when it is asked for, and never ahead. */
  readonly sevenZip = new Supply(getSevenZip);

  /** Fetches everything that the page needs anyway, one file after the other: the user's typing comes first. */
  async fetchAll(): Promise<void> {
    const all = [
      this.pageRest,
      this.moreTexts,
      this.sealingWorker,
      this.sealingModule,
      this.words,
      this.printWorker,
      this.printFont,
    ];
    for (const supply of all) await supply.get();
  }
}
