// Modules of the page's shell in Node: a test imports them from here.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const OUT = "build/tests/typescript";

/** A TypeScript module and all that it imports, loaded into Node from a file, so that stack traces can be read. */
export async function loadTypeScript(entry, options = {}) {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const file = resolve(OUT, entry.replaceAll("/", "_").replace(".ts", ".mjs"));
  // Test files run at the same time: none may find the bundle half written.
  const draft = `${file}.${process.pid}`;
  mkdirSync(OUT, { recursive: true });
  writeFileSync(draft, outputFiles[0].contents);
  renameSync(draft, file);
  return import(pathToFileURL(file));
}
