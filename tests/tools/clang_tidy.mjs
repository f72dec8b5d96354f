// Runs clang-tidy on our own C++ sources, except those that it passed already in the same state: a file's state is
// its text, the text of everything of ours that it includes, its compile command and the settings.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

const BUILD = "build/native";
const PASSED = "build/clang-tidy";
const INCLUDE_ROOTS = ["shared", "wasm"];
const FOLDERS = /^(shared|wasm)\//;

/** Our sources with the command that compiles each. */
function sources() {
  return JSON.parse(readFileSync(join(BUILD, "compile_commands.json"), "utf8"))
    .map(({ file, command }) => ({ file: relative(".", file), command }))
    .filter(({ file }) => FOLDERS.test(file));
}

/** Adds `file`, and every file of ours it includes however deep, to `seen`. */
function collect(file, seen) {
  if (seen.has(file)) return;
  seen.add(file);
  for (const [, name] of readFileSync(file, "utf8").matchAll(/^#include "([^"]+)"/gm)) {
    const found = [dirname(file), ...INCLUDE_ROOTS]
      .map((root) => join(root, name))
      .find(existsSync);
    if (found) collect(found, seen);
  }
}

function stateOf({ file, command }) {
  const files = new Set();
  collect(file, files);
  const hash = createHash("sha256").update(command.replaceAll(resolve("."), "."));
  hash.update(readFileSync(".clang-tidy"));
  for (const name of [...files].sort()) hash.update(name).update(readFileSync(name));
  return join(PASSED, hash.digest("hex"));
}

/** @returns {Promise<boolean>} whether clang-tidy has nothing to say about the file */
function tidy(file) {
  return new Promise((done) => {
    const child = spawn("clang-tidy-14", ["--quiet", "-p", BUILD, file], {
      stdio: ["ignore", "inherit", "ignore"], // the other stream only counts the warnings of system headers
    });
    child.on("error", () => done(false));
    child.on("close", (code) => done(code === 0));
  });
}

mkdirSync(PASSED, { recursive: true });
const all = sources();
const queue = all
  .map((source) => ({ file: source.file, stamp: stateOf(source) }))
  .filter(({ stamp }) => !existsSync(stamp));
const checkedNow = queue.length;
let failed = 0;
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (await tidy(next.file)) writeFileSync(next.stamp, next.file);
      else failed++;
    }
  }),
);
console.log(`${all.length} files, ${checkedNow} checked now, ${failed} with faults`);
process.exitCode = failed > 0 || all.length === 0 ? 1 : 0;
