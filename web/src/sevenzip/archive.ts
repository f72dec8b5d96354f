// 7-Zip archives, packed and unpacked by 7-Zip itself (npm 7z-wasm), in memory alone. An archive is unpacked only if it
// is one that pack() could have made: encrypted, its names too, nothing compressed, and our files under their own names.
import SevenZip, { type SevenZipModule } from "7z-wasm";
import type { CoreFailure } from "../sealing/failure";

export interface ArchivedFile {
  name: string;
  content: Uint8Array<ArrayBuffer>;
}

/** The names that shared/core/seal/bundle.hpp gives its files; the core judges which of them must be there. */
const NAMES = ["fiche.json", "fiche.json.minisig", "fiche.pdf", "fiche.pdf.minisig", "remplissage"];

/** All files together (shared/core/seal/zip.hpp has the same bound). */
const MOST_BYTES = 32 << 20;

/** 7-Zip's own way to say: as it is, in AES-256, its key derived in 2^19 steps. */
const METHOD = "Copy 7zAES:19";

const ARCHIVE = "pli.7z";
const IN = "/pli";
const OUT = "/ouvert";

export class SevenZipFailure extends Error {
  readonly failure: CoreFailure;

  constructor(code: string, params: Record<string, string> = {}) {
    super(code);
    this.failure = { code, place: "", params };
  }
}

type FileSystem = SevenZipModule["FS"];

/** callMain() gives the exit code, whatever its type says. */
type Module = Omit<SevenZipModule, "callMain"> & { callMain(parameters: string[]): number };

class Program {
  private constructor(
    private readonly module: Module,
    private readonly lines: string[],
  ) {}

  /** A fresh one, which runs once: its memory ends with the worker. */
  static async start(wasm: ArrayBuffer): Promise<Program> {
    const lines: string[] = [];
    const module = (await SevenZip({
      wasmBinary: wasm,
      locateFile: (name) => name,
      print: (line) => void lines.push(line),
      printErr: () => undefined,
      stdin: () => null as unknown as number, // it must never wait for an answer
      quit: () => undefined,
    })) as unknown as Module;
    module.FS.mkdir(IN);
    module.FS.chdir(IN);
    return new Program(module, lines);
  }

  get files(): FileSystem {
    return this.module.FS;
  }

  /** What it printed; null when it failed. A C++ exception, which it cannot catch here, ends it with a number. */
  run(parameters: string[]): string[] | null {
    this.lines.length = 0;
    try {
      return this.module.callMain(parameters) === 0 ? [...this.lines] : null;
    } catch {
      return null;
    }
  }
}

/** Throws SevenZipFailure. */
export async function pack(
  wasm: ArrayBuffer,
  files: readonly ArchivedFile[],
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const program = await Program.start(wasm);
  for (const { name, content } of files) program.files.writeFile(name, content);
  // Neither dates nor attributes, nor a header whose size depends on what it says.
  const plain = ["-m0=Copy", "-mhc=off", "-mtm=off", "-mtc=off", "-mta=off", "-mtr=off"];
  const made = program.run([
    "a",
    "-t7z",
    ...plain,
    "-mhe=on",
    `-p${passphrase}`,
    "--",
    ARCHIVE,
    ...files.map(({ name }) => name),
  ]);
  if (!made) throw new SevenZipFailure("sevenzip.not-made");
  return program.files.readFile(ARCHIVE) as Uint8Array<ArrayBuffer>;
}

/** The files, in the order of their names. The core has found the archive whole before. Throws SevenZipFailure. */
export async function unpack(
  wasm: ArrayBuffer,
  archive: Uint8Array,
  passphrase: string,
): Promise<ArchivedFile[]> {
  const reader = await Program.start(wasm);
  reader.files.writeFile(ARCHIVE, archive);
  const listing = reader.run(["l", "-slt", `-p${passphrase}`, "--", ARCHIVE]);
  // With another passphrase its last header is noise, and so it is when that was altered.
  if (!listing) throw new SevenZipFailure("sevenzip.wrong-passphrase");
  const names = checkedNames(entriesOf(listing));
  const unpacker = await Program.start(wasm);
  const { files } = unpacker;
  files.writeFile(ARCHIVE, archive);
  if (!unpacker.run(["x", `-p${passphrase}`, `-o${OUT}`, "-y", "--", ARCHIVE, ...names]))
    throw new SevenZipFailure("sevenzip.altered");
  const found = files.readdir(OUT).filter((name) => name !== "." && name !== "..");
  if (found.sort().join("/") !== [...names].sort().join("/"))
    throw new SevenZipFailure("sevenzip.foreign");
  return found.map((name) => ({ name, content: contentOf(files, `${OUT}/${name}`) }));
}

function contentOf(files: FileSystem, path: string): Uint8Array<ArrayBuffer> {
  if (!files.isFile(files.lstat(path).mode)) throw new SevenZipFailure("sevenzip.foreign");
  return files.readFile(path) as Uint8Array<ArrayBuffer>;
}

/** "Path = fiche.json", "Size = 900", …: one entry after the other, below a line of hyphens. */
function entriesOf(listing: readonly string[]): Map<string, string>[] {
  const entries: Map<string, string>[] = [];
  for (const line of listing.slice(listing.indexOf("----------") + 1)) {
    const [, name, value] = /^(.+?) = (.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    if (name === "Path") entries.push(new Map());
    entries.at(-1)?.set(name, value);
  }
  return entries;
}

function checkedNames(entries: readonly Map<string, string>[]): string[] {
  const names = entries.map((entry) => entry.get("Path") ?? "");
  if (entries.some((entry) => entry.get("Encrypted") === "-"))
    throw new SevenZipFailure("sevenzip.not-encrypted");
  const ours =
    names.length > 0 &&
    new Set(names).size === names.length &&
    names.every((name) => NAMES.includes(name)) &&
    entries.every((entry) => entry.get("Method") === METHOD);
  if (!ours) throw new SevenZipFailure("sevenzip.foreign");
  const size = entries.reduce((sum, entry) => sum + Number(entry.get("Size")), 0);
  if (!(size <= MOST_BYTES))
    throw new SevenZipFailure("sevenzip.too-large", { max: String(MOST_BYTES) });
  return names;
}
