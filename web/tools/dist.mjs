// Completes a copy of the site for other web servers: headers, brotli copies, checksums.
// Usage: node web/tools/dist.mjs FOLDER
import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compressTree } from "./compress.mjs";
import { readRules } from "./headers.mjs";
import { apacheAccess, netlifyHeaders, nginxSite } from "./host_files.mjs";

const SUMS = "SHA256SUMS";

/** The files below `folder`, sorted, with slashes whatever the system. */
async function filesOf(folder) {
  const names = await readdir(folder, { recursive: true });
  const files = [];
  for (const name of names) if ((await stat(join(folder, name))).isFile()) files.push(name);
  return files.sort();
}

async function writeHostFiles(folder, rules) {
  const served = (await filesOf(folder)).filter((name) => !name.endsWith(".br"));
  const paths = ["/", ...served.map((name) => `/${name}`)];
  await writeFile(join(folder, "_headers"), netlifyHeaders(rules, paths));
  await writeFile(join(folder, "nginx.conf"), nginxSite(rules));
  await writeFile(join(folder, ".htaccess"), apacheAccess(rules));
}

/** `sha256sum --check SHA256SUMS` reads this. */
async function writeSums(folder) {
  const lines = [];
  for (const name of await filesOf(folder)) {
    const hash = createHash("sha256").update(await readFile(join(folder, name)));
    lines.push(`${hash.digest("hex")}  ${name}\n`);
  }
  await writeFile(join(folder, SUMS), lines.join(""));
}

const [folder] = process.argv.slice(2);
await compressTree(folder);
await writeHostFiles(folder, await readRules());
await writeSums(folder);
