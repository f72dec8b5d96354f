// The rules of the architecture that a compiler does not see: who may include whom, what the core may
// not do, and that forms live in packs and wording in the catalogue, never in the code.
// Usage: node tests/checks/architecture.mjs [ROOT]     (what it finds and what not: tests/unit/checks)
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { globFiles } from "../tools/files.mjs";

/** The layers of shared/core, each with those it may include. Nothing below knows what is above it. */
const layers = {
  base: [],
  host: ["base"],
  identifiers: ["base"],
  definition: ["base", "identifiers"],
  state: ["base", "identifiers", "definition"],
  validation: ["base", "identifiers", "definition", "state"],
  document: ["base", "identifiers", "definition", "state", "validation"],
  register: ["base", "identifiers", "definition"],
  production: ["base", "identifiers", "definition", "state", "register"],
  receipts: ["base", "identifiers", "definition", "state", "validation"],
  seal: ["base", "host"],
  directory: ["base", "host", "identifiers", "definition", "seal"],
};

/** Standard headers that read or write something, stop something, or that a compiler of ours lacks. */
export const headersBannedFromCore = new Set(
  (
    "chrono condition_variable csetjmp csignal cstdio ctime expected filesystem format fstream future iostream " +
    "istream mutex ostream random ranges regex source_location stdexcept stdio.h thread time.h typeinfo"
  ).split(" "),
);

const bannedFromCore = [
  [/\b(?:abort|exit|_Exit|quick_exit|terminate)\s*\(/, "the core never ends the program"],
  [/\bassert\s*\(/, "the core never ends the program: a failure is a Result"],
  [/\b(?:throw|try|catch)\b/, "the core has no exceptions"],
  [/\b(?:dynamic_cast|typeid)\b/, "the core has no run-time type information"],
  [
    /\b(?:f|v|sn)?printf\s*\(|\b(?:puts|putchar)\s*\(|\bc(?:out|err|log)\b/,
    "the core never prints",
  ],
  [/(?<![.>\w])(?:time|clock|gettimeofday|clock_gettime)\s*\(/, "the core reads no clock"],
  [/\b(?:getenv|fopen|s?rand)\s*\(/, "the core reads neither files, environment nor randomness"],
];

/** The names of files of their own (register of habilitations, directory, receipts): some forms have items so named. */
const ownNames = new Set([
  "shared/core/definition/register_names.hpp",
  "shared/core/directory/directory_names.hpp",
  "shared/core/receipts/receipt_names.hpp",
]);

/** Names of items that are also addresses of screens, which the code may name. */
const screens = new Set(["lecture"]);

/** What is wrong with some sources: one line each, "file:line: reason". */
export function violations({ sources, formNames }) {
  return sources.flatMap((source) =>
    [
      ...includeViolations(source),
      ...coreViolations(source),
      ...formViolations(source, formNames),
    ].map(([line, reason]) => `${source.path}:${line}: ${reason}`),
  );
}

function* includeViolations({ path, lines }) {
  for (const { number, text } of lines) {
    const [, quoted, angled] = /^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)/.exec(text) ?? [];
    const reason = quoted
      ? whyNotOurs(path, quoted)
      : angled
        ? whyNotTheirs(path, angled)
        : undefined;
    if (reason) yield [number, reason];
  }
}

function layerOf(path) {
  return /^(?:shared\/)?core\/(\w+)\//.exec(path)?.[1];
}

/** What is compiled into the canvas' module alone. */
function isCanvas(path) {
  return /^wasm\/(?:platform\/|bridge\/canvas|semantics\/imgui_)/.test(path);
}

/** Headers of the page's module: the canvas is loaded without it. */
const pageOnly = /^(?:ui\/|semantics\/(?:application|patch|patch_writer|tree|ui)\.hpp$)/;

/** Why `path` may not include our own header, or undefined. */
function whyNotOurs(path, header) {
  const target = layerOf(header);
  if (path.startsWith("shared/core/")) {
    const layer = layerOf(path);
    if (!(layer in layers)) return `${layer} is no layer of the core`;
    if (!target) return `the core includes "core/…" headers only, not "${header}"`;
    if (target !== layer && !layers[layer].includes(target))
      return `${layer} may not include ${target}`;
  }
  if (path.startsWith("shared/native/") && !target && !header.startsWith("native/"))
    return `native may not include "${header}"`;
  if (path.startsWith("wasm/semantics/") && !header.startsWith("semantics/") && target !== "base")
    return `semantics includes itself and base only, not "${header}"`;
  if (isCanvas(path) && pageOnly.test(header))
    return `the canvas knows scenes and places only, not "${header}"`;
  if (path.startsWith("wasm/ui/") && /^(?:bridge|platform|native)\//.test(header))
    return `ui may not include "${header}"`;
  if (path.startsWith("wasm/platform/") && /^(?:bridge|ui|native)\//.test(header))
    return `platform may not include "${header}"`;
  return undefined;
}

/** Why `path` may not include a header of others, or undefined. */
function whyNotTheirs(path, header) {
  if (/^imgui/.test(header)) {
    const mayDraw = isCanvas(path) && !path.startsWith("wasm/bridge/");
    return mayDraw ? undefined : "Dear ImGui stays in platform and semantics/imgui_*";
  }
  if (!path.startsWith("shared/core/")) return undefined;
  if (headersBannedFromCore.has(header)) return `the core may not include <${header}>`;
  if (/^nlohmann\//.test(header))
    return path === "shared/core/base/json.hpp" ? undefined : "JSON goes through base/json.hpp";
  return /[./]/.test(header) ? `<${header}> is no header of the standard library` : undefined;
}

function* coreViolations({ path, lines }) {
  if (!path.startsWith("shared/core/")) return;
  const mayHoldLetters = path.startsWith("shared/core/identifiers/");
  for (const { number, code, literals } of lines) {
    for (const [pattern, reason] of bannedFromCore) if (pattern.test(code)) yield [number, reason];
    if (!mayHoldLetters && literals.some((literal) => /[^\P{L}a-zA-Z]/u.test(literal)))
      yield [number, "French wording belongs to shared/texts"];
  }
}

/** A field's name or a path made of such names, outside the packs that define them. */
function* formViolations({ path, lines }, formNames) {
  if (!/^(?:shared|wasm|web)\//.test(path) || ownNames.has(path)) return;
  for (const { number, literals } of lines) {
    const found = literals.find((literal) =>
      literal.split(".").every((segment) => formNames.has(segment)),
    );
    if (found) yield [number, `"${found}" belongs to a form: only packs name it`];
  }
}

/** The names of forms, their items and blocks, but for words that mean something else in the code too. */
export function namesOfForms(packs) {
  const names = new Set();
  const language = new Set();
  const collect = (value) => {
    if (value === null || typeof value !== "object") return;
    if (Array.isArray(value)) return value.forEach(collect);
    for (const [key, member] of Object.entries(value)) {
      if (key === "name" || key === "id") names.add(member);
      if (key === "control" || key === "kind" || key === "stage") language.add(member);
      if (key === "blocks" || key === "lists")
        Object.keys(member).forEach((name) => names.add(name));
      else language.add(key);
      collect(member);
    }
  };
  const steps = packs.flatMap((pack) => (pack.steps ?? []).map((step) => step.id));
  packs.forEach(collect);
  const others = new Set([...language, ...steps, ...screens]);
  return new Set([...names].filter((name) => !others.has(name)));
}

/** The lines of a C++ or TypeScript source, each with its code (comments and literals blanked) and its literals. */
export function linesOf(content) {
  const lines = content
    .split("\n")
    .map((text, index) => ({ number: index + 1, text, code: "", literals: [] }));
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^()\s\\]{0,16})\(([\s\S]*?)\)\1"|"((?:[^"\\\n]|\\.)*)"|(?<![\w])'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\[\s\S])*)`|[\s\S]/g;
  let line = 0;
  for (const [text, , raw, ...quoted] of content.matchAll(token)) {
    const literal = raw ?? quoted.find((part) => part !== undefined);
    if (literal !== undefined) lines[line].literals.push(literal);
    if (text.length === 1 && text !== "\n") lines[line].code += text;
    else lines[line].code += " ";
    line += text.split("\n").length - 1;
  }
  return lines;
}

/** Checks the tree at `root`; says what it found. @returns {boolean} whether all is well */
function check(root) {
  const read = (path) => readFileSync(join(root, path), "utf8");
  const sources = ["shared", "wasm", "web"]
    .flatMap((folder) => globFiles(join(root, folder), ""))
    .filter((name) => /\.(cpp|hpp|h|ts)$/.test(name))
    .map((name) => relative(root, name))
    .map((path) => ({ path, lines: linesOf(read(path)) }));
  const packs = globFiles(join(root, "shared/packs"), ".json").map((name) =>
    JSON.parse(readFileSync(name, "utf8")),
  );
  const formNames = namesOfForms(packs);
  if (sources.length === 0 || formNames.size === 0)
    throw new Error("architecture: nothing to check");
  const found = violations({ sources, formNames });
  for (const line of found) console.error(line);
  console.log(`architecture: ${sources.length} files checked, ${found.length} violations`);
  return found.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = check(process.argv[2] ?? ".") ? 0 : 1;
