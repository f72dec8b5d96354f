// Makes the static site: bundles the shell and the workers, gives every file but index.html and sw.js a name with its
// content's hash, and says what the first load consists of, and what the canvas. The same page as one file beside it.
// Usage: node web/build.mjs --out build/site [--manifest build/site-manifest.json] [--single build/pli.html]
import { wordlist } from "@scure/bip39/wordlists/french.js";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pdfBundleOptions } from "./src/pdf/bundle-options.mjs";
import { sevenZipBundleOptions } from "./src/sevenzip/bundle-options.mjs";
import {
  bundle,
  canvasModule,
  editionModule,
  releaseModule,
  siteModule,
} from "./tools/bundles.mjs";
import { compressTree } from "./tools/compress.mjs";
import { headersFor, readRules } from "./tools/headers.mjs";
import { inlineSvg, pageHtml, sentence } from "./tools/page_html.mjs";
import { singleFileParts } from "./tools/single_file.mjs";

const assets = "build/assets";
const wasm = "build/wasm";
const packs = "shared/packs";
const texts = "shared/texts/fr.json";
const firstTexts = "shared/texts/first.json";
const pages = "web/static";

/** Files with hashed names lie apart from index.html: they may be cached for ever. */
const folder = "files";

const { values: options } = parseArgs({
  options: {
    out: { type: "string" },
    manifest: { type: "string" },
    single: { type: "string" },
  },
});

/** What was written: plain name → { file, content, firstLoad, canvas, onDemand }. */
const written = new Map();

/** Writes a file under a name with its content's hash; `index.html` and `sw.js` keep theirs, which browsers ask for. */
async function publish(name, content, load = {}) {
  const bytes = Buffer.from(content);
  const hashed = `${folder}/${name.replace(/(\.\w+)$/, `-${sha256(bytes).slice(0, 12)}$1`)}`;
  const file = load.rootName ? name : hashed;
  await writeFile(join(options.out, file), bytes);
  const { firstLoad = false, canvas = false, onDemand = false } = load;
  written.set(name, { file, content: bytes, firstLoad, canvas, onDemand });
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

const address = (name) => written.get(name).file;

/** All pack files in one object by file name, in a fixed order. */
async function packBundle() {
  const names = (await readdir(packs)).filter((name) => name.endsWith(".json")).sort();
  const entries = names.map(async (name) => [name, await readJson(join(packs, name))]);
  return JSON.stringify(Object.fromEntries(await Promise.all(entries)));
}

async function readJson(path) {
  return JSON.parse(await readFile(path, "utf8"));
}

/** The words of passphrases: accents stripped, so that no two ways to write them differ. */
function passphraseWords() {
  const words = wordlist.map((word) => word.normalize("NFD").replace(/\p{M}/gu, ""));
  const plain = words.every((word) => /^[a-z]+$/.test(word));
  if (!plain || new Set(words).size !== 2048) throw new Error("the word list is not what it was");
  return `${words.join("\n")}\n`;
}

/** The sentences of the first screens (keys, or what stands before their dot, as first.json lists them), and the rest. */
async function splitTexts(catalogue) {
  const first = new Set(await readJson(firstTexts));
  const isFirst = ([key]) => first.has(key) || first.has(key.split(".")[0]);
  const entries = Object.entries(catalogue);
  return [entries.filter(isFirst), entries.filter((entry) => !isFirst(entry))].map(
    Object.fromEntries,
  );
}

async function publishAssets(catalogue) {
  const firstLoad = true;
  await publish("page.wasm", await readFile(join(wasm, "page.wasm")), { firstLoad });
  await publish("page_rest.wasm", await readFile(join(wasm, "page_rest.wasm")));
  await publish("pack.json", await packBundle(), { firstLoad });
  const [first, rest] = await splitTexts(catalogue);
  await publish("fr.json", JSON.stringify(first), { firstLoad });
  await publish("fr-suite.json", JSON.stringify(rest));
  await publish("pli-text.ttf", await readFile(join(assets, "pli-text.ttf")));
  const canvas = true;
  await publish("canvas.wasm", await readFile(join(wasm, "canvas.wasm")), { canvas });
  await publish("worker.wasm", await readFile(join(wasm, "worker.wasm")));
  await publish("pli-print.ttf", await readFile(join(assets, "pli-print.ttf")));
  await publish("mots.txt", passphraseWords());
}

/** 7-Zip's worker, and its module in base64 (SevenZipParts of web/src/edition/edition.ts). */
async function sevenZipParts() {
  const settings = { entryPoints: ["web/src/sevenzip/worker.ts"], format: "iife" };
  const code = Buffer.from(await bundle({ ...sevenZipBundleOptions, ...settings })).toString();
  return { code, wasm: await readFile("node_modules/7z-wasm/7zz.wasm", "base64") };
}

async function sevenZipLicences() {
  const licences = ["License.txt", "unRarLicense.txt"].map((name) =>
    readFile(join("node_modules/7z-wasm", name), "utf8"),
  );
  return (await Promise.all(licences)).join("\n\n");
}

/** One script, which the page imports when a user asks for it, and its licences. */
async function publishSevenZip(parts, licences) {
  const onDemand = true;
  const lines = Object.entries(parts).map(
    ([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`,
  );
  await publish("sept-zip.js", lines.join(""), { onDemand });
  await publish("sept-zip-licences.txt", licences, { onDemand });
}

/** What the shell calls a file by ("pli:site"), and its plain name. */
const supplies = {
  pageWasm: "page.wasm",
  pageRestWasm: "page_rest.wasm",
  canvasCode: "canvas.js",
  canvasWasm: "canvas.wasm",
  pack: "pack.json",
  texts: "fr.json",
  moreTexts: "fr-suite.json",
  screenFont: "pli-text.ttf",
  printFont: "pli-print.ttf",
  words: "mots.txt",
  sealingWorker: "sealing-worker.js",
  sealingWasm: "worker.wasm",
  printWorker: "print-worker.js",
  sevenZip: "sept-zip.js",
};

function shell(edition, files) {
  return bundle({
    entryPoints: ["web/src/shell.ts"],
    format: "esm",
    plugins: [editionModule(edition), siteModule(files), canvasModule(wasm)],
  });
}

async function publishCode() {
  const firstLoad = true;
  const style = { entryPoints: [join(pages, "style.css")] };
  await publish("style.css", await bundle(style), { firstLoad });
  const drawing = {
    entryPoints: ["web/src/canvas/main.ts"],
    format: "esm",
    plugins: [canvasModule(wasm)],
  };
  await publish("canvas.js", await bundle(drawing), { canvas: true });
  const sealing = { entryPoints: ["web/src/worker/main.ts"], format: "iife" };
  await publish("sealing-worker.js", await bundle(sealing));
  const print = { ...pdfBundleOptions, entryPoints: ["web/src/pdf/worker.ts"], format: "iife" };
  await publish("print-worker.js", await bundle(print));
}

async function publishShell() {
  const names = Object.entries(supplies).map(([key, name]) => [key, address(name)]);
  await publish("shell.js", await shell("site", Object.fromEntries(names)), { firstLoad: true });
}

async function html(catalogue, parts) {
  const read = (name) => readFile(join(pages, name), "utf8");
  const icon = inlineSvg(await read("icon.svg"));
  return pageHtml(await read("index.html"), { icon, parts, catalogue });
}

/** The site's part names files as [[name]]. */
async function publishIndex(catalogue) {
  const template = await readFile(join(pages, "parts/site_head.html"), "utf8");
  const lines = template.trim().replaceAll("\n", "\n    ");
  const head = lines.replace(/\[\[(.+?)\]\]/g, (_, name) => address(name));
  const page = await html(catalogue, { head, notice: "", files: "" });
  await publish("index.html", page, { rootName: true, firstLoad: true });
}

/** Every file of the release, with its SHA-256: what the service worker keeps is this, or nothing. */
async function publishServiceWorker() {
  const listed = [...written.values()];
  // The page's address is its folder.
  const hashes = listed.map(({ file, content }) => [
    file.replace("index.html", ""),
    sha256(content),
  ]);
  const release = {
    name: `pli-${sha256(JSON.stringify(hashes)).slice(0, 12)}`,
    files: Object.fromEntries(hashes),
    onDemand: listed.filter(({ onDemand }) => onDemand).map(({ file }) => file),
  };
  const worker = {
    entryPoints: ["web/src/offline/service_worker.ts"],
    format: "iife",
    plugins: [releaseModule(release)],
  };
  await publish("sw.js", await bundle(worker), { rootName: true });
}

/** All that the page asks for, under plain names; 7-Zip as text, for a file has no scripts to import. */
async function writeSingleFile(catalogue, parts, licences) {
  const { sevenZip, ...names } = supplies;
  const files = new Map(Object.values(names).map((name) => [name, written.get(name).content]));
  files.delete(supplies.canvasCode); // a part of the shell
  files.set(sevenZip, Buffer.from(JSON.stringify(parts)));
  const { "Content-Security-Policy": policy } = headersFor(await readRules(), "/");
  const script = Buffer.from(await shell("single_file", supplies)).toString();
  const style = written.get("style.css").content.toString().trim();
  const notice = await readFile(join(pages, "parts/file_notice.html"), "utf8");
  const page = await html(catalogue, {
    ...singleFileParts({ policy, script, style, files, licences }),
    notice: notice.trim().replace(/\{\{(.+?)\}\}/g, (_, key) => sentence(catalogue, key)),
  });
  await writeFile(options.single, page);
}

/** Sizes as served: brotli where it makes a file smaller. */
async function manifest() {
  const entries = [...written.values()].map(async ({ file, firstLoad, canvas, onDemand }) => {
    const { size: bytes } = await stat(join(options.out, file));
    const compressed = await stat(join(options.out, `${file}.br`)).catch(() => null);
    return { file, bytes, brotli: compressed?.size ?? bytes, firstLoad, canvas, onDemand };
  });
  return Promise.all(entries);
}

await rm(options.out, { recursive: true, force: true });
await mkdir(join(options.out, folder), { recursive: true });
const catalogue = await readJson(texts);
const [sevenZip, licences] = await Promise.all([sevenZipParts(), sevenZipLicences()]);
await publishAssets(catalogue);
await publishCode();
await publishSevenZip(sevenZip, licences);
await publishShell();
await publishIndex(catalogue);
await publishServiceWorker();
if (options.single) await writeSingleFile(catalogue, sevenZip, licences);
if (options.manifest) {
  await compressTree(options.out);
  await writeFile(options.manifest, `${JSON.stringify(await manifest(), null, 2)}\n`);
}
