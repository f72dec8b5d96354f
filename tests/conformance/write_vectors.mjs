// Writes the C2SP CCTV vectors of npm "cctv-age" as files for the native runner: one line
// "key: value" each as published, an empty line, then the age file (decompressed).
// Usage: node write_vectors.mjs FOLDER
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readVectors } from "./vectors.mjs";

const folder = process.argv[2];
if (!folder) throw new Error("usage: write_vectors.mjs FOLDER");
mkdirSync(folder, { recursive: true });
for (const vector of readVectors()) {
  const fields = vector.fields.map(([key, value]) => `${key}: ${value}\n`).join("");
  writeFileSync(
    join(folder, vector.name),
    Buffer.concat([Buffer.from(`${fields}\n`), vector.file]),
  );
}
