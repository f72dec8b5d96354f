// Cuts the page's module in two: page.wasm, which a first load needs, and page_rest.wasm with everything that only
// later_screens (ui/screens.hpp) and later_messages (ui/messages.hpp) reach. What is cut off is called through the
// table of functions, where the second module puts itself when it is instantiated (web/src/page/page_core.ts).
// Usage: node split_page.mjs WHOLE.wasm FIRST.wasm REST.wasm
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

const [whole, first, rest] = process.argv.slice(2);
const features = ["mutable-globals", "bulk-memory", "sign-ext", "nontrapping-float-to-int"];

/** Bytes of ScreenDrawing and of MessageHandler, and where the function stands in them. */
const tables = [
  { name: "later_screens", size: 8, at: 4 },
  { name: "later_messages", size: 12, at: 8 },
];

function run(tool, ...options) {
  return execFileSync(tool, [...features.map((name) => `--enable-${name}`), ...options], { maxBuffer: 1 << 28 }).toString();
}

/** The functions of those two tables, as indices of the module's functions. */
async function laterFunctions() {
  const nothing = () => undefined;
  const { instance } = await WebAssembly.instantiate(readFileSync(whole), {
    env: { emscripten_notify_memory_growth: nothing },
    wasi_snapshot_preview1: { proc_exit: nothing },
  });
  const { memory, __indirect_function_table: table, ...exported } = instance.exports;
  const data = new DataView(memory.buffer);
  return tables.flatMap(({ name, size, at }) => {
    const start = exported[name].value;
    const count = data.getUint32(exported[`${name}_count`].value, true);
    if (count === 0 || count > 1000) throw new Error(`${name} is not the table it was`);
    return Array.from({ length: count }, (_, row) =>
      // An exported function is named after its index.
      Number(table.get(data.getUint32(start + row * size + at, true)).name),
    );
  });
}

/** Who calls whom: {functions: names in the module's order, imports, roots, calls: name → names}. */
function callGraph() {
  const dot = run("wasm-opt", whole, "--print-call-graph", "-o", "/dev/null");
  const nodes = [...dot.matchAll(/^ {2}"(.+?)" \[style="(filled|filled, rounded)"(.*)\];$/gm)];
  const named = (style, more) =>
    nodes.filter((node) => node[2] === style && more.test(node[3])).map(([, name]) => name);
  const calls = new Map();
  for (const [, caller, called] of dot.matchAll(/^ {2}"(.+?)" -> "(.+?)"/gm))
    calls.set(caller, [...(calls.get(caller) ?? []), called]);
  const functions = named("filled", /white/);
  if (functions.length === 0 || calls.size === 0)
    throw new Error("the call graph is not as it was");
  return {
    functions,
    imports: named("filled", /turquoise/).length,
    roots: [...named("filled", /gray/), ...named("filled, rounded", /^$/)],
    calls,
  };
}

function reachedFrom(roots, calls) {
  const reached = new Set(roots);
  for (const name of reached) for (const called of calls.get(name) ?? []) reached.add(called);
  return reached;
}

const { functions, imports, roots, calls } = callGraph();
const later = new Set((await laterFunctions()).map((index) => functions[index - imports]));
const kept = reachedFrom(
  roots.filter((root) => !later.has(root)),
  calls,
);
const called = [...later].filter((name) => kept.has(name));
if (called.length > 0) throw new Error(`needed from the start after all: ${called.join(" ")}`);

const list = `${rest}.functions`;
writeFileSync(list, functions.filter((name) => !kept.has(name)).join("\n"));
run("wasm-split", whole, "--split", `--split-funcs=@${list}`, `-o1=${first}`, `-o2=${rest}`);
rmSync(list);
