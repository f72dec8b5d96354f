// What the page needs later: fetched ahead while the user types, so that nothing is asked of the
// network once the page is complete. What failed is fetched again when it is needed.
import { files } from "pli:site";
import { trustCode } from "./trusted";

/** A file of the site that could not be had. */
export class MissingFile extends Error {
  constructor(readonly file: string) {
    super(file);
  }
}

export async function fetchFile(address: string): Promise<Response> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new MissingFile(address);
  return response;
}

export async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetchFile(address)).arrayBuffer());
}

/** Compiled from the bytes, whatever type the server gives them. */
export async function fetchModule(address: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await (await fetchFile(address)).arrayBuffer());
}

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
  return trustCode(await (await fetchFile(address)).blob());
}

async function fetchWords(): Promise<string[]> {
  return (await (await fetchFile(files.words)).text()).trim().split("\n");
}

export class Supplies {
  readonly sealingWorker = new Supply(() => fetchCode(files.sealingWorker));
  readonly sealingModule = new Supply(() => fetchModule(files.sealingWasm));
  readonly printWorker = new Supply(() => fetchCode(files.printWorker));
  readonly printFont = new Supply(() => fetchBytes(files.printFont));
  readonly words = new Supply(fetchWords);

  /** Fetches everything, one file after the other: the user's typing comes first. */
  async fetchAll(): Promise<void> {
    const all = [
      this.sealingWorker,
      this.sealingModule,
      this.words,
      this.printWorker,
      this.printFont,
    ];
    for (const supply of all) await supply.get();
  }
}
