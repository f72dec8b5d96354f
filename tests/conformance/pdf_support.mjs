// What the tests of the printed document share: the writer bundled for Node, its input, and judges.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

import { pdfBundleOptions } from "../../web/src/pdf/bundle-options.mjs";

const OUT = "build/tests/pdf";

/** The code of a module of web/src/pdf, bundled with the very options of the page. */
export async function bundle(name, format) {
  const entryPoints = [`web/src/pdf/${name}.ts`];
  const options = { ...pdfBundleOptions, entryPoints, format, minify: true, write: false };
  const { outputFiles } = await build(options);
  return outputFiles[0].contents;
}

/** Such a module, loaded into Node. */
export async function load(name) {
  const code = Buffer.from(await bundle(name, "esm")).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}

const FONT_FILE = "build/assets/pli-print.ttf";

const TEXTS = JSON.parse(readFileSync("shared/texts/fr.json", "utf8"));

/** A sentence that the writer itself puts into the document. */
export function sentence(key, params = {}) {
  return TEXTS[`pdf.${key}`].replaceAll(/\{(\w+)\}/g, (_, name) => params[name]);
}

export const DOCUMENT_ID = "00112233445566778899aabbccddeeff";

export function inputOf(model) {
  return {
    model,
    ficheJson: new TextEncoder().encode('{"format":"pli/fiche/1","reponses":{"nom":"ŒUVRE"}}'),
    documentId: DOCUMENT_ID,
    created: "2026-11-22",
    font: new Uint8Array(readFileSync(FONT_FILE)),
    texts: TEXTS,
  };
}

/** A fiche of the act's whole content, with answers as long as they come. */
export function longModel() {
  return JSON.parse(readFileSync("tests/data/pdf/trois-pages/print.json", "utf8"));
}

export function modelOf(...blocks) {
  return { title: "Fiche d’essai", banner: "", source: "", blocks };
}

/** Writes `bytes` where tools can read them. */
export function save(name, bytes) {
  mkdirSync(OUT, { recursive: true });
  const file = join(OUT, name);
  writeFileSync(file, bytes);
  return file;
}

/** Runs a judge and gives what it says; a non-zero exit code is a failure. */
export function judge(command, ...parameters) {
  return execFileSync(command, parameters, { encoding: "utf8", maxBuffer: 1 << 26 });
}

/** The text of each page, in the order it was painted, without any white space. */
export function pagesOf(file) {
  const pages = judge("pdftotext", "-raw", file, "-").split("\f").slice(0, -1);
  return pages.map(squeezed);
}

export function squeezed(text) {
  return text.normalize("NFC").replaceAll(/\s+/g, "");
}

/** The objects of the file as qpdf reads them, by "obj:N G R". */
export function objectsOf(file) {
  return JSON.parse(judge("qpdf", "--json=2", file)).qpdf[1];
}

/** The dictionaries of a file that have these entries. */
export function dictionariesWith(objects, entries) {
  return Object.values(objects)
    .map((object) => object.value ?? object.stream?.dict)
    .filter((dictionary) =>
      Object.entries(entries).every(([key, value]) => dictionary?.[key] === value),
    );
}
