// Makes the static site: bundles the shell and the workers, gives every file but index.html a name
// with its content's hash, and says what the first load consists of, and what the canvas.
// Usage: node web/build.mjs --out build/site [--manifest build/site-manifest.json]
import { wordlist } from "@scure/bip39/wordlists/french.js";
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pdfBundleOptions } from "./src/pdf/bundle-options.mjs";
import { sevenZipBundleOptions } from "./src/sevenzip/bundle-options.mjs";
import { compressTree } from "./tools/compress.mjs";

const assets = "build/assets";
const wasm = "build/wasm";
const packs = "shared/packs";
const texts = "shared/texts/fr.json";
const firstTexts = "shared/texts/first.json";
const pages = "web/static";

/** Files with hashed names lie apart from index.html: they may be cached for ever. */
const folder = "files";

const { values: options } = parseArgs({
  options: { out: { type: "string" }, manifest: { type: "string" } },
});

/** What was written: plain name → { file, firstLoad, canvas, onDemand }. */
const written = new Map();

/** Writes a file under a name with its content's hash; returns its address relative to index.html. */
async function publish(
  name,
  content,
  { firstLoad = false, canvas = false, onDemand = false } = {},
) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const file = `${folder}/${name.replace(/(\.\w+)$/, `-${hash}$1`)}`;
  await writeFile(join(options.out, file), bytes);
  written.set(name, { file, firstLoad, canvas, onDemand });
  return file;
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

const common = {
  bundle: true,
  minify: true,
  write: false,
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  absWorkingDir: process.cwd(),
};

async function bundle(settings) {
  const { outputFiles } = await build({ ...common, ...settings });
  return outputFiles[0].contents;
}

/** The glue that emcc made for the canvas' module. */
const canvasModule = {
  name: "canvas-module",
  setup(plugin) {
    plugin.onResolve({ filter: /^pli:canvas$/ }, () => ({
      path: join(process.cwd(), wasm, "canvas.mjs"),
    }));
  },
};

/** The day of this state of the sources, so that two builds of it are the same: SOURCE_DATE_EPOCH, or the last commit. */
function buildDay() {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? lastCommit();
  return new Date(epoch ? Number(epoch) * 1000 : Date.now()).toISOString().slice(0, 10);
}

/** Its time in seconds; nothing where the sources came without their history. */
function lastCommit() {
  const { stdout } = spawnSync("git", ["log", "-1", "--format=%ct"], { encoding: "utf8" });
  return stdout?.trim();
}

/** The shell learns the files' names, and the day of the build: a clock that is behind it cannot be right. */
function siteModules(files) {
  return {
    name: "site-modules",
    setup(plugin) {
      plugin.onResolve({ filter: /^pli:site$/ }, () => ({ path: "site", namespace: "pli" }));
      plugin.onLoad({ filter: /.*/, namespace: "pli" }, () => ({
        contents: `export const files = ${JSON.stringify(files)}; export const built = "${buildDay()}";`,
      }));
    },
  };
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

/** 7-Zip's worker and module in one script, which the page imports when a user asks for it, and its licences. */
async function publishSevenZip() {
  const onDemand = true;
  const settings = { entryPoints: ["web/src/sevenzip/worker.ts"], format: "iife" };
  const code = Buffer.from(await bundle({ ...sevenZipBundleOptions, ...settings })).toString();
  const wasm = await readFile("node_modules/7z-wasm/7zz.wasm", "base64");
  const parts = { code, wasm };
  const lines = Object.entries(parts).map(
    ([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`,
  );
  await publish("sept-zip.js", lines.join(""), { onDemand });
  const licences = ["License.txt", "unRarLicense.txt"].map((name) =>
    readFile(join("node_modules/7z-wasm", name), "utf8"),
  );
  await publish("sept-zip-licences.txt", (await Promise.all(licences)).join("\n\n"), { onDemand });
}

async function publishCode() {
  const firstLoad = true;
  const style = { entryPoints: [join(pages, "style.css")] };
  await publish("style.css", await bundle(style), { firstLoad });
  const drawing = {
    entryPoints: ["web/src/canvas/main.ts"],
    format: "esm",
    plugins: [canvasModule],
  };
  await publish("canvas.js", await bundle(drawing), { canvas: true });
  const sealing = { entryPoints: ["web/src/worker/main.ts"], format: "iife" };
  await publish("sealing-worker.js", await bundle(sealing));
  const print = { ...pdfBundleOptions, entryPoints: ["web/src/pdf/worker.ts"], format: "iife" };
  await publish("print-worker.js", await bundle(print));
  await publishSevenZip();
  const files = {
    pageWasm: address("page.wasm"),
    pageRestWasm: address("page_rest.wasm"),
    canvasCode: address("canvas.js"),
    canvasWasm: address("canvas.wasm"),
    pack: address("pack.json"),
    texts: address("fr.json"),
    moreTexts: address("fr-suite.json"),
    screenFont: address("pli-text.ttf"),
    printFont: address("pli-print.ttf"),
    words: address("mots.txt"),
    sealingWorker: address("sealing-worker.js"),
    sealingWasm: address("worker.wasm"),
    printWorker: address("print-worker.js"),
    sevenZip: address("sept-zip.js"),
  };
  const shell = {
    entryPoints: ["web/src/shell.ts"],
    format: "esm",
    plugins: [siteModules(files)],
  };
  await publish("shell.js", await bundle(shell), { firstLoad });
}

/** A picture within the page: a browser asks for an icon that is a file again and again, even long after the start. */
async function inlineSvg(name) {
  const svg = (await readFile(join(pages, name), "utf8")).replace(/\s+/g, " ").trim();
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** index.html names files as [[name]], its icon as ((name)) and texts of the catalogue as {{key}}. */
async function publishIndex(catalogue) {
  const template = await readFile(join(pages, "index.html"), "utf8");
  const icon = await inlineSvg("icon.svg");
  const page = template
    .replace("((icon.svg))", icon)
    .replace(/\[\[(.+?)\]\]/g, (_, name) => address(name))
    .replace(/\{\{(.+?)\}\}/g, (_, key) => {
      if (!(key in catalogue)) throw new Error(`index.html: no text ${key} in ${texts}`);
      return escapeHtml(catalogue[key]);
    });
  await writeFile(join(options.out, "index.html"), page);
  written.set("index.html", {
    file: "index.html",
    firstLoad: true,
    canvas: false,
    onDemand: false,
  });
}

function escapeHtml(text) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => entities[character]);
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
await publishAssets(catalogue);
await publishCode();
await publishIndex(catalogue);
if (options.manifest) {
  await compressTree(options.out);
  await writeFile(options.manifest, `${JSON.stringify(await manifest(), null, 2)}\n`);
}
