// web/static/headers.json says which headers go with which files: {"/path or pattern": {"Header": "value"}}.
// In a pattern, * and ** stand for any run of characters. Every pattern that fits applies, the last one wins.
import { readFile } from "node:fs/promises";

/** @returns {Promise<{pattern: string, headers: Record<string, string>}[]>} */
export async function readRules(file = new URL("../static/headers.json", import.meta.url)) {
  const rules = JSON.parse(await readFile(file, "utf8"));
  return Object.entries(rules).map(([pattern, headers]) => ({ pattern, headers }));
}

/** The regular expression, as text, of the paths that a pattern covers. */
export function patternToRegExp(pattern) {
  return `^${pattern.split(/\*+/).map(escape).join(".*")}$`;
}

/** The headers of one path, such as "/" or "/page.wasm". */
export function headersFor(rules, path) {
  const fitting = rules.filter(({ pattern }) => new RegExp(patternToRegExp(pattern)).test(path));
  return Object.assign({}, ...fitting.map(({ headers }) => headers));
}

function escape(text) {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}
