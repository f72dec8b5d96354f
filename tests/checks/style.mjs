// House style that formatters and linters do not hold: files of a readable size, nothing left for
// later, no check switched off, no test left out.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const self = "tests/checks/style.mjs"; // names what it looks for
const maxLines = 500;

const banned = [
  [/\b(?:TODO|FIXME|XXX)\b/, "nothing is left for later"],
  [/\bNOLINT/, "no finding of clang-tidy is switched off in a source"],
  [/\beslint-disable/, "no rule of eslint is switched off in a source"],
  [/@ts-(?:ignore|expect-error|nocheck)\b/, "no error of the TypeScript compiler is switched off"],
  [/\bprettier-ignore\b|\bclang-format off\b/, "no formatting is switched off"],
  [
    /\b(?:test|it|describe|suite)\.(?:skip|only|todo|fixme)\b|\bDISABLED_\w|\bGTEST_SKIP\b/,
    "every test runs",
  ],
];

/** What is wrong with some files: one line each, "file:line: reason". */
export function violations(files) {
  return files.flatMap(({ path, content }) => {
    const lines = content.replace(/\n$/, "").split("\n");
    const found = lines.flatMap((line, index) =>
      banned
        .filter(([pattern]) => pattern.test(line))
        .map(([, reason]) => `${path}:${index + 1}: ${reason}`),
    );
    if (lines.length >= maxLines)
      found.push(`${path}:${lines.length}: files stay under ${maxLines} lines`);
    return found;
  });
}

/** A check that cannot fail proves nothing. */
function checkTheCheck() {
  const check = (content) => violations([{ path: "a.cpp", content }]);
  const sound = ["int x; // as the act prints it\n", "a\n".repeat(maxLines - 1), "test('skip')"];
  const planted = [
    "a\n".repeat(maxLines),
    "// TODO later",
    "/* FIXME */",
    "// XXX",
    "int x; // NOLINT",
    "// NOLINTNEXTLINE(a)",
    "// eslint-disable-next-line",
    "// @ts-ignore",
    "// @ts-expect-error",
    "// prettier-ignore",
    "// clang-format off",
    'test.skip("a")',
    'describe.only("a")',
    "test.fixme()",
    "TEST(A, DISABLED_B)",
    "GTEST_SKIP();",
  ];
  if (sound.some((content) => check(content).length > 0))
    throw new Error("style: a sound file was refused");
  for (const content of planted) {
    if (check(content).length === 0)
      throw new Error(`style: planted mistake was not found: ${content.slice(0, 40)}`);
  }
}

function readFiles(folder) {
  return readdirSync(root + folder, { recursive: true })
    .filter((name) => /\.(cpp|hpp|h|ts|mjs)$/.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((path) => path !== self)
    .map((path) => ({ path, content: readFileSync(root + path, "utf8") }));
}

checkTheCheck();
const files = ["shared", "wasm", "web", "e2e", "tests"].flatMap(readFiles);
if (files.length === 0) throw new Error("style: nothing to check");
const found = violations(files);
for (const line of found) console.error(line);
console.log(`style: ${files.length} files checked, ${found.length} violations`);
process.exitCode = found.length > 0 ? 1 : 0;
