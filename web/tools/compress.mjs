// Writes a brotli copy (file.br) beside every file of a folder that gets smaller by it.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { isCompressible } from "./media_types.mjs";

const CACHE = "build/brotli"; // the best quality is slow: what was compressed once is kept by its hash
const compress = promisify(brotliCompress);

/** @param {string} folder every file below it that is worth it gets a .br beside it */
export async function compressTree(folder) {
  await mkdir(CACHE, { recursive: true });
  for (const name of await readdir(folder, { recursive: true })) {
    const file = join(folder, name);
    if (!isCompressible(extname(file)) || !(await stat(file)).isFile()) continue;
    await copyFile(await compressed(await readFile(file)), `${file}.br`);
  }
}

/** @returns {Promise<string>} the path of the compressed bytes */
async function compressed(bytes) {
  const cached = join(CACHE, createHash("sha256").update(bytes).digest("hex"));
  const known = await stat(cached).catch(() => undefined);
  if (known) return cached;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${cached}.part`, await compress(bytes, { params }));
  await rename(`${cached}.part`, cached); // a run cut short leaves no half file
  return cached;
}
