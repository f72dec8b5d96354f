// The mutants of tests/mutants: single checks of the core, each taken away or weakened by one line, which a unit test
// must miss. A file there is one list: {"target": the program of tests that should notice, "mutants": [...]}, and a
// mutant is
//   file     the source
//   line     its line, in full but for the indentation; it must stand there exactly once
//   instead  what stands there instead; nothing when it is left out
//   filter   the tests of the program to run, as --gtest_filter has it; all of them when it is left out
//   check    what the check is for, in one sentence
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { globFiles } from "./files.mjs";

const FOLDER = "tests/mutants";
const NEEDED = ["file", "line", "check"];
const MEMBERS = [...NEEDED, "instead", "filter"];

/** The lists of the tree at `root`, as they are written. */
const lists = (root) =>
  globFiles(join(root, FOLDER), ".json").map((path) => ({
    name: basename(path, ".json"),
    ...JSON.parse(readFileSync(path, "utf8")),
  }));

/** Every mutant of the tree at `root`, with the name and the target of its list; those of one target together. */
export const readMutants = (root) =>
  lists(root)
    .flatMap(({ name, target, mutants }) =>
      mutants.map((mutant) => ({ list: name, target, ...mutant })),
    )
    .sort((one, other) => (one.target < other.target ? -1 : Number(one.target > other.target)));

/** The numbers of the lines of a source that a mutant names. */
function placesOf(text, { line }) {
  const lines = text.split("\n").map((each) => each.trim());
  return lines.flatMap((each, index) => (each === line ? [index] : []));
}

/** A source with its one line changed. The list must have been found sound. */
export function mutated(text, mutant) {
  const lines = text.split("\n");
  lines[placesOf(text, mutant)[0]] = mutant.instead ?? "";
  return lines.join("\n");
}

/** What is wrong with one mutant, or nothing. */
function problemOf(root, mutant) {
  const unknown = Object.keys(mutant).find((name) => !MEMBERS.includes(name));
  if (unknown) return `no member is called ${unknown}`;
  const missing = NEEDED.find((name) => !mutant[name]);
  if (missing) return `it has no ${missing}`;
  if (mutant.line === mutant.instead) return "it changes nothing";
  const path = join(root, mutant.file);
  if (!existsSync(path)) return `there is no ${mutant.file}`;
  const found = placesOf(readFileSync(path, "utf8"), mutant).length;
  return found === 1 ? undefined : `found ${found} times in ${mutant.file}, not once`;
}

/** What is wrong with the lists of the tree at `root`: one line each. */
export function problems(root) {
  const seen = new Set();
  return lists(root).flatMap(({ name, target, mutants }) => {
    const place = `${FOLDER}/${name}.json`;
    if (!/^unit_\w+$/.test(target)) return [`${place}: its target is no program of unit tests`];
    if (!mutants?.length) return [`${place}: it lists nothing`];
    return mutants.flatMap((mutant) => {
      const key = JSON.stringify([mutant.file, mutant.line, mutant.instead ?? ""]);
      const problem = seen.has(key) ? "it is listed twice" : problemOf(root, mutant);
      seen.add(key);
      return problem ? [`${place}: "${mutant.line}": ${problem}`] : [];
    });
  });
}
