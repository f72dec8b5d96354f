// How long the core takes for a register of 5 000 users, built natively (register_speed.cpp).
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { registerText, tableText, USERS } from "./people.mjs";

export async function measureCore() {
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
