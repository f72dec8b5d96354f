// Runs suites of tests one after the other and ends with the line "N passed, N failed".
// Usage: node tests/tools/run_suites.mjs [SUITE...]     (all of suites.mjs when none is named)
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { SUITES } from "./suites.mjs";

const LOGS = "build/logs";
const LINES_SHOWN = 60; // the end of a failed step's output; all of it is in its log

/** Runs one command; everything it prints goes to `log`. @returns {Promise<number>} its exit code */
function execute([program, ...args], log) {
  return new Promise((resolve) => {
    const output = createWriteStream(log);
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    child.on("error", (error) => output.write(`${program}: ${error.message}\n`));
    child.on("close", (code) => output.end(() => resolve(code ?? 1)));
  });
}

/**
 * @returns {Promise<{passed: number, failed: number, seconds: number}>} A command that fails without naming a failed
 * test, and a suite that ran no test, are failures too.
 */
async function runStep(step) {
  const log = `${LOGS}/${step.name}.log`;
  const start = Date.now();
  const exitCode = await execute(step.command, log);
  const seconds = (Date.now() - start) / 1000;
  const result = step.count?.(readFileSync(log, "utf8"), exitCode) ?? { passed: 0, failed: 0 };
  const ranNothing = step.count && result.passed + result.failed === 0;
  if (result.failed === 0 && (exitCode !== 0 || ranNothing)) result.failed = 1;
  return { ...result, seconds };
}

function report(step, { passed, failed, seconds }) {
  const verdict = failed > 0 ? "FAILED" : "ok";
  const counted = step.count || failed > 0 ? `${passed} passed, ${failed} failed` : "";
  console.log(
    `${verdict.padEnd(7)} ${step.name.padEnd(20)} ${seconds.toFixed(1).padStart(7)} s  ${counted}`,
  );
  if (failed === 0) return;
  const log = `${LOGS}/${step.name}.log`;
  const lines = readFileSync(log, "utf8").trimEnd().split("\n").slice(-LINES_SHOWN);
  console.log(`${lines.map((line) => `    | ${line}`).join("\n")}\n    (all of it: ${log})`);
}

async function main(names) {
  const unknown = names.filter((name) => !(name in SUITES));
  if (unknown.length > 0) throw new Error(`no such suite: ${unknown.join(", ")}`);
  mkdirSync(LOGS, { recursive: true });

  const total = { passed: 0, failed: 0 };
  const done = new Set(); // a build that several suites need runs once
  for (const name of names.length > 0 ? names : Object.keys(SUITES)) {
    const steps = SUITES[name]();
    if (steps.length === 0) throw new Error(`the suite ${name} is empty`);
    for (const step of steps) {
      if (done.has(step.name)) continue;
      done.add(step.name);
      const result = await runStep(step);
      report(step, result);
      total.passed += result.passed;
      total.failed += result.failed;
    }
  }
  return total;
}

let total = { passed: 0, failed: 1 };
try {
  total = await main(process.argv.slice(2));
} catch (error) {
  console.error(error);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
