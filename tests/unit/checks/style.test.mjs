// The check of the style finds every planted mistake, and nothing in sound files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { maxLines, violations } from "../../checks/style.mjs";
import { runCheck } from "./tree.mjs";

const at = (content) => violations([{ path: "a.cpp", content }]);

const SOUND = ["int x; // as the act prints it\n", "a\n".repeat(maxLines - 1), "test('skip')"];

const PLANTED = [
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

for (const content of SOUND)
  test(`sound: ${content.slice(0, 40)}`, () => assert.deepEqual(at(content), []));

for (const content of PLANTED)
  test(`refused: ${content.slice(0, 40)}`, () => assert.equal(at(content).length, 1));

const TREE = Object.fromEntries(
  ["shared", "wasm", "web", "e2e", "tests"].map((folder) => [`${folder}/a.ts`, "export {};\n"]),
);

test("a sound tree passes", () => {
  const { status, stdout } = runCheck("style", TREE);
  assert.equal(status, 0);
  assert.equal(stdout, "style: 5 files checked, 0 violations\n");
});

test("a tree with a mistake fails", () => {
  const { status, stderr } = runCheck("style", { ...TREE, "e2e/a.ts": "\n// TODO\n" });
  assert.equal(status, 1);
  assert.equal(stderr, "e2e/a.ts:2: nothing is left for later\n");
});
