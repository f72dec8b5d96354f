// Modules of the page's shell, loaded into Node without a browser: what they ask of it is given by the test.
import { File } from "node:buffer";
import { resolve } from "node:path";
import { build } from "esbuild";

globalThis.File ??= File; // Node 18 has it in a module only
const { setTimeout } = globalThis;
globalThis.setTimeout = (...wait) => setTimeout(...wait).unref(); // what the page does later keeps no test waiting

/** What the build tells the page about itself (web/src/start/site.d.ts). */
const site = {
  name: "site",
  setup(build) {
    build.onResolve({ filter: /^pli:site$/ }, ({ path }) => ({ path, namespace: "site" }));
    build.onLoad({ filter: /.*/, namespace: "site" }, () => ({
      contents: 'export const built = "2026-11-01";',
    }));
  },
};

/** All that these modules export, as one: a class that two of them use is the same one. */
export async function loadShell(...modules) {
  const contents = modules.map((name) => `export * from "./web/src/${name}";`).join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: resolve("."), loader: "ts" },
    plugins: [site],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}

/** Stands for the page's C++ side: what it was told, by name. */
export class ToldPage {
  told = [];
  message = (name, payload) => {
    this.told.push([name, payload]);
  };
  names() {
    return this.told.map(([name]) => name);
  }
  last(name) {
    return this.told.findLast(([other]) => other === name)?.[1];
  }
}

/** A stand-in for the document, in which links are followed at once: the names of what is saved are added to `saved`. */
export function documentThatSaves(saved) {
  return {
    createElement() {
      const attributes = {};
      return {
        setAttribute: (name, value) => Object.assign(attributes, { [name]: value }),
        append: () => undefined,
        click: () => saved.push(attributes.download),
      };
    },
  };
}

/** A promise that the test settles. */
export function promised() {
  const settle = {};
  const promise = new Promise((resolve, reject) => Object.assign(settle, { resolve, reject }));
  return Object.assign(promise, settle);
}
