// How long the core takes for a register of 5 000 users and a directory of 2 000 entries, built natively
// (register_speed.cpp, directory_speed.cpp).
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { registerText, tableText, USERS } from "./people.mjs";

const ENTRIES = 2000;
const KEY_BUDGET = 16; // ms for each key that is typed

function measureDirectory() {
  const program = "build/native/tests/bench/directory_speed";
  const times = JSON.parse(execFileSync(program, [String(ENTRIES)], { encoding: "utf8" }));
  return Object.entries(times).map(([what, value]) => ({
    name: `core, directory of ${ENTRIES} ${what}`,
    value,
    unit: "ms",
    ...(what.startsWith("searched") ? { atMost: KEY_BUDGET } : {}),
  }));
}

export async function measureCore() {
  return [...(await measureRegister()), ...measureDirectory()];
}

async function measureRegister() {
  await mkdir("build/bench", { recursive: true });
  const folder = await mkdtemp("build/bench/core-");
  try {
    const [register, table] = [join(folder, "registre.json"), join(folder, "export.csv")];
    await writeFile(register, registerText(USERS));
    await writeFile(table, tableText(USERS));
    const program = "build/native/tests/bench/register_speed";
    const times = JSON.parse(
      execFileSync(program, ["shared/packs", register, table], { encoding: "utf8" }),
    );
    return Object.entries(times).map(([what, value]) => ({
      name: `core, register of ${USERS} ${what}`,
      value,
      unit: "ms",
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
