// The catalogue of French wording (shared/texts/fr.json) against the sources and the lists of codes:
// every code has its sentence, every key that is asked for exists, every sentence is used, its
// parameters are ones it is given, and its typography is French. No file there has a key twice: JSON.parse would keep
// the last without a word, and the page's own reader refuses the whole catalogue.
// Usage: node tests/checks/texts.mjs [ROOT]     (what it finds and what not: tests/unit/checks)
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { globFiles } from "../tools/files.mjs";

const textsFolder = "shared/texts";

/** Families whose failures end an operation ("error."); all others are faults of a field ("fault."). */
const errorFamilies = new Set(
  (
    "unknown texts keys origin json file pack answers document fiche reply card print schema " +
    "seal draft recipient identity verifying-key signing-key minisig passphrase zip sevenzip directory register table import production " +
    "receipts pdf shell storage"
  ).split(" "),
);

/** Sentences that complete others and have no code: with the parameters that the code gives them. */
const completions = {
  "fault.example": ["example"],
  "error.at-line": ["line", "sentence"],
  "error.at-row": ["row", "sentence"],
  "error.at-cell": ["row", "column", "sentence"],
};

/** Families that never leave the core: their callers answer with codes of their own. */
const innerFamilies = new Set(["base64", "hex", "bech32"]);

function keyOfCode(code) {
  return (errorFamilies.has(code.split(".")[0]) ? "error." : "fault.") + code;
}

/** Each key that one object of a JSON text has twice, with the lines of both. */
export function repeatedKeys(json) {
  const lineAt = (index) => json.slice(0, index).split("\n").length;
  const found = [];
  const open = []; // for each object that is open, where its keys stand
  for (const { 0: token, index, groups } of json.matchAll(
    /(?<key>"(?:[^"\\]|\\.)*")(?<colon>\s*:)?|[{}]/gs,
  )) {
    if (token === "{") open.push(new Map());
    else if (token === "}") open.pop();
    else if (groups.colon) {
      const key = JSON.parse(groups.key);
      const keys = open.at(-1);
      if (keys.has(key)) found.push({ key, line: lineAt(index), first: lineAt(keys.get(key)) });
      else keys.set(key, index);
    }
  }
  return found;
}

/** What is wrong with a catalogue: one line each. */
export function violations({ texts, codes, sources, core }) {
  const found = [];
  const sentenceParams = { ...completions };
  for (const [code, params] of Object.entries(codes)) {
    const key = keyOfCode(code);
    sentenceParams[key] = key.startsWith("error.") ? [...params, "place"] : params;
    if (!(key in texts)) found.push(`${key}: this code has no sentence`);
  }
  for (const code of returnedCodes(core)) {
    if (!(code in codes)) found.push(`${code}: returned by the core, but in no list of codes`);
  }
  for (const key of askedFor(sources)) {
    if (!(key in texts)) found.push(`${key}: asked for by a source, but not in the catalogue`);
  }
  for (const [key, sentence] of Object.entries(texts)) {
    if (sentenceParams[key]) {
      for (const [, name] of sentence.matchAll(/\{([\w-]+)\}/g)) {
        if (!sentenceParams[key].includes(name)) found.push(`${key}: {${name}} is never given`);
      }
    } else if (!isUsed(key, sources)) {
      found.push(`${key}: no code and no source asks for it`);
    }
    const faults = [...typography(sentence), ...claims(sentence)];
    found.push(...faults.map((fault) => `${key}: ${fault}`));
  }
  return found;
}

/** Keys that sources ask for: say("…"), say_count("…") in C++; text("…") and texts["…"] in TypeScript; {{…}} in HTML. */
function askedFor(sources) {
  const keys = new Set();
  for (const { path, content } of sources) {
    if (/\.[ch]pp$/.test(path)) {
      for (const [, key] of content.matchAll(/\bsay\("([^"]+)"[,)]/g)) keys.add(key);
      for (const [, key] of content.matchAll(/\bparagraph\("[^"]+", "([^"]+)"/g)) keys.add(key);
      for (const [, key] of content.matchAll(/\bsay_count\("([^"]+)"/g)) {
        keys.add(`${key}.un`);
        keys.add(`${key}.plusieurs`);
      }
    } else if (path.endsWith(".html")) {
      for (const [, key] of content.matchAll(/\{\{(.+?)\}\}/g)) keys.add(key);
    } else {
      for (const [, key] of content.matchAll(/\btext\("([a-z]+\.[\w.-]+)"/g)) keys.add(key);
      for (const [, key] of content.matchAll(/\btexts\["([^"]+)"\]/g)) keys.add(key);
    }
  }
  return keys;
}

/** Codes are written whole in the core: "family.reason". Comments may quote anything. */
function returnedCodes(core) {
  const literals = core.flatMap(({ content }) => [
    ...content.replaceAll(/\/\/.*/g, "").matchAll(/"([a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)"/g),
  ]);
  return new Set(
    literals
      .map(([, literal]) => literal)
      .filter((literal) => !/\.(json|pdf|xml|minisig)$/.test(literal))
      .filter((literal) => !innerFamilies.has(literal.split(".")[0])),
  );
}

function isUsed(key, sources) {
  const quoted = [`"${key}"`, `{{${key}}}`, `"${key.replace(/\.(un|plusieurs)$/, "")}"`];
  return sources.some(({ content }) => quoted.some((literal) => content.includes(literal)));
}

/** Pli sends nothing: it never says that a file was transmitted, only that it is not. */
function claims(sentence) {
  const denied = sentence.replaceAll(/\b(?:pas|ni)\b[^.:;!?]*/g, "");
  return /(?<![\p{L}])transmise?s?(?![\p{L}])/u.test(denied)
    ? ["says that something was transmitted"]
    : [];
}

function typography(sentence) {
  const found = [];
  if (sentence.trim() === "") found.push("is empty");
  if (sentence.includes("'")) found.push("straight apostrophe");
  if (sentence.includes('"')) found.push("straight quotation mark");
  if (sentence.includes("...")) found.push("three dots instead of …");
  if (/[^\u00a0\u202f][;!?»]|[^\u00a0\u202f\d]:(?=\s|$)/.test(sentence))
    found.push("no non-breaking space before ; : ! ? or »");
  if (/«[^\u00a0\u202f]/.test(sentence)) found.push("no non-breaking space after «");
  if (/ {2}\S/.test(sentence.replaceAll("\n  ", "\n"))) found.push("two spaces");
  return found;
}

/** Checks the tree at `root`; says what it found. @returns {boolean} whether all is well */
function check(root) {
  const found = [];
  const readJson = (path) => {
    const json = readFileSync(path, "utf8");
    const value = JSON.parse(json);
    for (const { key, line, first } of repeatedKeys(json))
      found.push(
        `${relative(root, path)}:${line}: ${key}: this key stands already in line ${first}`,
      );
    return value;
  };
  const readSources = (folder) =>
    globFiles(join(root, folder), "")
      .filter((name) => /\.(cpp|hpp|html|ts|mjs)$/.test(name))
      .map((path) => ({ path, content: readFileSync(path, "utf8") }));
  const sources = ["wasm", "web/src", "web/static"].flatMap(readSources);
  const core = readSources("shared/core");
  const codeLists = globFiles(join(root, textsFolder), ".json").filter((path) =>
    /codes[^/]*$/.test(path),
  );
  if (sources.length === 0 || core.length === 0 || codeLists.length === 0)
    throw new Error("texts: nothing to check");
  const texts = readJson(join(root, textsFolder, "fr.json"));
  const codes = Object.assign({}, ...codeLists.map(readJson));
  const wrong = violations({ texts, codes, sources, core });
  found.push(...wrong.map((line) => `${textsFolder}/fr.json: ${line}`));
  for (const line of found) console.error(line);
  console.log(`texts: ${Object.keys(texts).length} sentences checked, ${found.length} violations`);
  return found.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = check(process.argv[2] ?? ".") ? 0 : 1;
