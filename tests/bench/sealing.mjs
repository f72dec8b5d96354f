// How fast fiches and large files are sealed, and in how much memory: in the browser, on a page of its own,
// beside npm age-encryption in that same page and the stock `age` on the same machine.
import { execFileSync } from "node:child_process";
import { randomFillSync } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

import { serveFolder } from "./browser.mjs";
import { median } from "./statistics.mjs";

const FICHES = 21;
const FICHE_BUDGET = 30; // ms

const OPENED = 21;
const OPEN_BUDGET = 30; // ms

const UNLOCKED = 5;
const UNLOCK_RATIO = 1.5; // times scrypt alone

const RUNS = 5;
const LARGE_FILE = 64; // MiB
const LEAST_RATIO = 2.5;

const STREAM = 1024; // MiB
const MEMORY_BUDGET = 64; // MiB

const MEBIBYTE = 1 << 20;
const PACKS = "shared/packs";

/** A folder with the bench's page, its code and the worker's module. */
async function buildPage() {
  await mkdir("build/bench", { recursive: true });
  const folder = await mkdtemp("build/bench/sealing-");
  await build({
    entryPoints: ["tests/bench/sealing_page.mjs"],
    outfile: join(folder, "bench.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
  });
  await copyFile("build/wasm/worker.wasm", join(folder, "worker.wasm"));
  const page = '<!doctype html><title>bench</title><script type="module" src="bench.js"></script>';
  await writeFile(join(folder, "index.html"), page);
  return folder;
}

async function readJson(file) {
  return JSON.parse(await readFile(file, "utf8"));
}

/** The pack's files by name, as web/build.mjs publishes them. */
async function readPack() {
  const names = (await readdir(PACKS)).filter((name) => name.endsWith(".json"));
  const entries = names.map(async (name) => [name, await readJson(join(PACKS, name))]);
  return Object.fromEntries(await Promise.all(entries));
}

async function readDraft() {
  const form = "liaison-ag-tacite";
  const answers = await readJson(`tests/data/${form}/answers.json`);
  return {
    form,
    territory: "pas-de-calais",
    role: "conseiller-france-travail",
    roles: [],
    answers,
    created: "2026-11-22",
    replaces: "",
  };
}

async function measureFiche(page) {
  const draft = await readDraft();
  const seal = () => page.evaluate((draft) => globalThis.bench.sealFiche(draft), draft);
  await seal(); // the first run compiles
  const times = [];
  for (let run = 0; run < FICHES; run++) times.push(await seal());
  return {
    name: "fiche sealed to 3 keys, worker start and PDF excluded",
    value: median(times),
    unit: "ms",
    atMost: FICHE_BUDGET,
  };
}

async function measureOpening(page) {
  const draft = await readDraft();
  const run = (runs) =>
    page.evaluate(([draft, runs]) => globalThis.bench.openSigned(draft, runs), [draft, runs]);
  await run(2); // the first run compiles
  return {
    name: "signed fiche opened and verified, keys unlocked",
    value: median(await run(OPENED)),
    unit: "ms",
    atMost: OPEN_BUDGET,
  };
}

async function measureUnlocking(page) {
  await page.evaluate(() => globalThis.bench.unlockKey(1)); // memory grows once
  const { ours, bare } = await page.evaluate((runs) => globalThis.bench.unlockKey(runs), UNLOCKED);
  return [
    { name: "key unlocked", value: median(ours), unit: "ms" },
    {
      name: "  times scrypt alone, of the same work factor",
      value: median(ours) / median(bare),
      unit: "×",
      atMost: UNLOCK_RATIO,
    },
  ];
}

/** Milliseconds that the stock age takes for a file, its start included. */
function timeOfAge(folder) {
  const [key, file] = [join(folder, "cle.txt"), join(folder, "plaintext")];
  const recipient = execFileSync("age-keygen", ["-y", key], { encoding: "utf8" }).trim();
  const start = performance.now();
  execFileSync("age", ["-r", recipient, "-o", join(folder, "sealed"), file]);
  return performance.now() - start;
}

async function measureLargeFile(page, folder) {
  execFileSync("age-keygen", ["-o", join(folder, "cle.txt")], { stdio: "ignore" });
  await writeFile(join(folder, "plaintext"), randomFillSync(Buffer.alloc(LARGE_FILE * MEBIBYTE)));
  const times = { ours: [], theirs: [], age: [] };
  await page.evaluate(() => globalThis.bench.sealBoth(8)); // the first run compiles
  for (let run = 0; run < RUNS; run++) {
    const { ours, theirs } = await page.evaluate(
      (mebibytes) => globalThis.bench.sealBoth(mebibytes),
      LARGE_FILE,
    );
    times.ours.push(ours);
    times.theirs.push(theirs);
    times.age.push(timeOfAge(folder));
  }
  const rate = (milliseconds) => LARGE_FILE / (median(milliseconds) / 1000);
  return [
    { name: `${LARGE_FILE} MiB sealed in the browser`, value: rate(times.ours), unit: "MiB/s" },
    { name: "  by age-encryption in the same page", value: rate(times.theirs), unit: "MiB/s" },
    { name: "  by the age command", value: rate(times.age), unit: "MiB/s" },
    {
      name: "  times as fast as age-encryption",
      value: median(times.theirs) / median(times.ours),
      unit: "×",
      atLeast: LEAST_RATIO,
    },
    {
      name: "  times as fast as the age command",
      value: median(times.age) / median(times.ours),
      unit: "×",
    },
  ];
}

async function measureMemory(page) {
  const bytes = await page.evaluate((mebibytes) => globalThis.bench.memoryAfter(mebibytes), STREAM);
  return {
    name: `memory of core and libsodium after sealing ${STREAM} MiB`,
    value: bytes / MEBIBYTE,
    unit: "MiB",
    atMost: MEMORY_BUDGET,
  };
}

export async function measureSealing({ browser }) {
  const folder = await buildPage();
  const server = await serveFolder(folder);
  const page = await browser.newPage();
  try {
    await page.goto(server.address);
    await page.evaluate((pack) => globalThis.bench.prepare(pack), await readPack());
    return [
      await measureFiche(page),
      await measureOpening(page),
      ...(await measureLargeFile(page, folder)),
      await measureMemory(page),
      ...(await measureUnlocking(page)), // last: scrypt makes the memory grow
    ];
  } finally {
    await page.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
