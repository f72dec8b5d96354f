// Runs every fuzz target for some seconds, two side by side, and ends with "N executions, N crashes".
// Usage: node tests/tools/fuzz.mjs --seconds N     (after ./dev build fuzz)
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const SOURCES = "tests/fuzz";
const BUILD = "build/fuzz/tests/fuzz";
const CORPUS = "build/fuzz-corpus"; // inputs that reached something new, kept from run to run
const CRASHES = "build/fuzz-crashes";
const SIDE_BY_SIDE = 2;
const LIMITS = ["-timeout=20", "-rss_limit_mb=2048"]; // a hang and a flood are crashes too
const LINES_SHOWN = 30;

const targets = () =>
  readdirSync(SOURCES)
    .filter((name) => name.endsWith(".cpp") && name !== "replay_main.cpp")
    .map((name) => name.replace(".cpp", ""));

function commandOf(target, seconds) {
  const seeds = [`${BUILD}/seeds/${target}`, `${SOURCES}/seeds/${target}`].filter(existsSync);
  if (seeds.length === 0) throw new Error(`${target} has no seed`);
  mkdirSync(`${CORPUS}/${target}`, { recursive: true });
  mkdirSync(`${CRASHES}/${target}`, { recursive: true });
  return [
    ...[`${BUILD}/fuzz_${target}`, `${CORPUS}/${target}`, ...seeds],
    ...[`-dict=${SOURCES}/${target}.dict`, `-artifact_prefix=${CRASHES}/${target}/`],
    ...[`-max_total_time=${seconds}`, "-print_final_stats=1", ...LIMITS],
  ];
}

/** Runs one target. @returns {Promise<{executions: number, crashed: boolean}>} */
function fuzz(target, seconds) {
  const [program, ...args] = commandOf(target, seconds);
  const log = `${CRASHES}/${target}.log`;
  return new Promise((resolve) => {
    const output = createWriteStream(log);
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    child.on("error", (error) => output.write(`${program}: ${error.message}\n`));
    child.on("close", (code) =>
      output.end(() => resolve(report(target, code !== 0, readFileSync(log, "utf8")))),
    );
  });
}

function report(target, crashed, output) {
  const executions = Number(/^stat::number_of_executed_units:\s*(\d+)$/m.exec(output)?.[1] ?? 0);
  const failed = crashed || executions === 0; // what ran nothing proves nothing
  console.log(
    `${failed ? "CRASHED" : "ok     "} ${target.padEnd(12)} ${String(executions).padStart(9)} executions`,
  );
  if (failed) {
    const lines = output.trimEnd().split("\n").slice(-LINES_SHOWN);
    console.log(lines.map((line) => `    | ${line}`).join("\n"));
  }
  return { executions, crashed: failed };
}

async function main(seconds) {
  if (!Number.isInteger(seconds) || seconds < 1)
    throw new Error("--seconds: a whole number, from 1");
  const queue = targets();
  if (queue.length === 0) throw new Error("no fuzz target");
  const results = [];
  const work = async () => {
    for (let target = queue.shift(); target; target = queue.shift())
      results.push(await fuzz(target, seconds));
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  const executions = results.reduce((sum, result) => sum + result.executions, 0);
  const crashes = results.filter((result) => result.crashed).length;
  console.log(`${executions} executions, ${crashes} crashes`);
  process.exitCode = crashes > 0 ? 1 : 0;
}

const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" } } });
await main(Number(values.seconds));
