// House style that formatters and linters do not hold: files of a readable size, nothing left for
// later, no check switched off, no test left out.
// Usage: node tests/checks/style.mjs [ROOT]     (what it finds and what not: tests/unit/checks)
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { globFiles } from "../tools/files.mjs";

const namesWhatIsBanned = /^tests\/(?:checks\/style|unit\/checks\/style\.test)\.mjs$/;
export const maxLines = 500;

const banned = [
  [/\b(?:TODO|FIXME|XXX)\b/, "nothing is left for later"],
  [/\bNOLINT/, "no finding of clang-tidy is switched off in a source"],
  [/\beslint-disable/, "no rule of eslint is switched off in a source"],
  [/@ts-(?:ignore|expect-error|nocheck)\b/, "no error of the TypeScript compiler is switched off"],
  [/\bprettier-ignore\b|\bclang-format off\b/, "no formatting is switched off"],
  [
    /\b(?:test|it|describe|suite)\.(?:skip|only|todo|fixme)\b|\bDISABLED_\w|\bGTEST_SKIP\b/,
    "every test runs",
  ],
];

/** What is wrong with some files: one line each, "file:line: reason". */
export function violations(files) {
  return files.flatMap(({ path, content }) => {
    const lines = content.replace(/\n$/, "").split("\n");
    const found = lines.flatMap((line, index) =>
      banned
        .filter(([pattern]) => pattern.test(line))
        .map(([, reason]) => `${path}:${index + 1}: ${reason}`),
    );
    if (lines.length >= maxLines)
      found.push(`${path}:${lines.length}: files stay under ${maxLines} lines`);
    return found;
  });
}

/** Checks the tree at `root`; says what it found. @returns {boolean} whether all is well */
function check(root) {
  const files = ["shared", "wasm", "web", "e2e", "tests"]
    .flatMap((folder) => globFiles(join(root, folder), ""))
    .filter((name) => /\.(cpp|hpp|h|ts|mjs)$/.test(name))
    .map((name) => relative(root, name))
    .filter((path) => !namesWhatIsBanned.test(path))
    .map((path) => ({ path, content: readFileSync(join(root, path), "utf8") }));
  if (files.length === 0) throw new Error("style: nothing to check");
  const found = violations(files);
  for (const line of found) console.error(line);
  console.log(`style: ${files.length} files checked, ${found.length} violations`);
  return found.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = check(process.argv[2] ?? ".") ? 0 : 1;
