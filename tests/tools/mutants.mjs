// Weakens one check of the core at a time, in a copy of the tree, and runs the unit tests that should notice; ends
// with the line "N killed, N survived". What a mutant is: mutant_list.mjs.
// Usage: node tests/tools/mutants.mjs [LIST...]     (all of tests/mutants when none is named)
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { mutated, problems, readMutants } from "./mutant_list.mjs";

const WORK = "build/mutants";
const TREE = `${WORK}/tree`;
const BUILD = `${WORK}/native`;
const LOG = `${WORK}/log.txt`;
const PARTS = ["CMakeLists.txt", "shared", "wasm", "tests"];
// Quick to compile; no warning stops a mutant, and reading past an end is a crash.
const FLAGS = "-O0 -w -D_GLIBCXX_ASSERTIONS";
const LONGEST_MS = 120_000; // tests that hang have noticed too

/** Runs one command; what it prints goes to the log. @returns {boolean} whether it ended well */
function succeeds(log, program, args, timeout) {
  const { status, error } = spawnSync(program, args, {
    ...{ stdio: ["ignore", log, log], timeout, killSignal: "SIGKILL" },
    env: { ...process.env, CCACHE_BASEDIR: resolve(TREE) },
  });
  if (error && error.code !== "ETIMEDOUT") throw error;
  return status === 0;
}

const built = (log, target) => succeeds(log, "ninja", ["-C", BUILD, "--quiet", target]);

const passes = (log, { target, filter = "*" }) =>
  succeeds(
    log,
    `${BUILD}/tests/${target}`,
    [`--gtest_filter=${filter}`, "--gtest_brief=1", "--gtest_fail_fast"],
    LONGEST_MS,
  );

/** A fresh copy of the tree, ready to build. */
function copyTree(log) {
  rmSync(TREE, { recursive: true, force: true });
  for (const part of PARTS) cpSync(part, join(TREE, part), { recursive: true });
  const options = ["CXX_COMPILER=g++", "CXX_COMPILER_LAUNCHER=ccache", `CXX_FLAGS=${FLAGS}`];
  const defined = options.map((option) => `-DCMAKE_${option}`);
  if (!succeeds(log, "cmake", ["-S", TREE, "-B", BUILD, "-G", "Ninja", ...defined]))
    throw new Error(`the copy cannot be configured: see ${LOG}`);
}

/** Whatever fails without a mutant would count as killed by all of them. */
function checkUnchanged(log, mutants) {
  for (const target of new Set(mutants.map((mutant) => mutant.target)))
    if (!built(log, target)) throw new Error(`${target} cannot be built: see ${LOG}`);
  const runs = new Map(mutants.map((mutant) => [`${mutant.target} ${mutant.filter}`, mutant]));
  for (const [run, mutant] of runs)
    if (!passes(log, mutant)) throw new Error(`${run} fails without any mutant: see ${LOG}`);
}

/** @returns {"killed" | "survived" | "uncompiled"} */
function verdictOn(log, mutant) {
  const path = join(TREE, mutant.file);
  const sound = readFileSync(path, "utf8");
  writeFileSync(path, mutated(sound, mutant));
  try {
    if (!built(log, mutant.target)) return "uncompiled";
    return passes(log, mutant) ? "survived" : "killed";
  } finally {
    writeFileSync(path, sound);
  }
}

function main(names, count) {
  const found = problems(".");
  if (found.length > 0) throw new Error(found.join("\n"));
  const all = readMutants(".");
  const unknown = names.find((name) => !all.some((mutant) => mutant.list === name));
  if (unknown) throw new Error(`no such list: ${unknown}`);
  const mutants = all.filter((mutant) => names.length === 0 || names.includes(mutant.list));
  mkdirSync(WORK, { recursive: true });
  const log = openSync(LOG, "w");
  copyTree(log);
  checkUnchanged(log, mutants);
  for (const mutant of mutants) {
    const verdict = verdictOn(log, mutant);
    ++count[verdict];
    console.log(`${verdict.padEnd(10)} ${mutant.file}: ${mutant.check}`);
    if (verdict !== "killed")
      console.log(`           ${mutant.line}\n        -> ${mutant.instead ?? ""}`);
  }
  if (count.uncompiled > 0) throw new Error(`${count.uncompiled} do not compile: see ${LOG}`);
}

const count = { killed: 0, survived: 0, uncompiled: 0 };
let whole = false;
try {
  main(process.argv.slice(2), count);
  whole = true;
} catch (error) {
  console.error(error.message);
}
console.log(`\n${count.killed} killed, ${count.survived} survived`);
process.exitCode = whole && count.survived === 0 ? 0 : 1;
