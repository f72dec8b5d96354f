// The page's code as esbuild puts it together, and the modules that only the build can write.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const common = {
  bundle: true,
  minify: true,
  write: false,
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  absWorkingDir: process.cwd(),
};

/** @returns {Promise<Uint8Array>} the one file that comes out */
export async function bundle(settings) {
  const { outputFiles } = await build({ ...common, ...settings });
  return outputFiles[0].contents;
}

/** The glue that emcc made for the canvas' module, as "pli:canvas". */
export function canvasModule(wasmFolder) {
  return resolving("pli:canvas", join(process.cwd(), wasmFolder, "canvas.mjs"));
}

/** Where the page has its files from, as "pli:edition". @param {"site" | "single_file"} name */
export function editionModule(name) {
  return resolving("pli:edition", join(process.cwd(), "web/src/edition", `${name}.ts`));
}

/** The files' names, and the day of the build: a clock that is behind it cannot be right. */
export function siteModule(files) {
  return written("pli:site", { files, built: buildDay() });
}

/** What the service worker keeps. */
export function releaseModule(release) {
  return written("pli:release", { release });
}

function resolving(name, path) {
  return {
    name,
    setup(plugin) {
      plugin.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path }));
    },
  };
}

/** A module that exports values. */
function written(name, values) {
  const lines = Object.entries(values).map(
    ([key, value]) => `export const ${key} = ${JSON.stringify(value)};`,
  );
  return {
    name,
    setup(plugin) {
      const filter = new RegExp(`^${name}$`);
      plugin.onResolve({ filter }, () => ({ path: name, namespace: "written" }));
      plugin.onLoad({ filter, namespace: "written" }, () => ({ contents: lines.join("\n") }));
    },
  };
}

/** The day of this state of the sources, so that two builds of it are the same: SOURCE_DATE_EPOCH, or the last commit. */
function buildDay() {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? lastCommit();
  return new Date(epoch ? Number(epoch) * 1000 : Date.now()).toISOString().slice(0, 10);
}

/** Its time in seconds; nothing where the sources came without their history. */
function lastCommit() {
  const { stdout } = spawnSync("git", ["log", "-1", "--format=%ct"], { encoding: "utf8" });
  return stdout?.trim();
}
