// The suites of `./dev test`, in the order they run: the quickest answers first.
// A step is one command. `count` reads from its output how many tests passed and failed; without it the step is a
// preparation: it counts only when it fails.
import { globFiles } from "./files.mjs";
import { countCtest, countNodeTests, countOne, countPlaywright } from "./counts.mjs";

const build = (what) => ({ name: `build-${what}`, command: ["./dev", "build-only", what] });

const ctest = (preset) => ({
  name: `${preset}-tests`,
  command: ["ctest", "--preset", preset, "--output-junit", `../logs/${preset}-tests.xml`],
  count: () => countCtest(`build/logs/${preset}-tests.xml`),
});

/** A program of an npm package, as installed here. */
const npm = (program) => `node_modules/.bin/${program}`;

/** A command that says with its exit code alone whether all is well. */
const judged = (name, ...command) => ({ name, command, count: countOne });

const checks = () =>
  globFiles("tests/checks", ".mjs").map((file) =>
    judged(`check-${file.replace(/.*\//, "").replace(".mjs", "")}`, "node", file),
  );

const lint = () => [
  judged("format-c++", "node", "tests/tools/clang_format.mjs"),
  judged("format-web", npm("prettier"), "--check", "."),
  judged("types-web", npm("tsc"), "--project", "."),
  judged("types-e2e", npm("tsc"), "--project", "e2e"),
  judged("eslint", npm("eslint"), "--max-warnings=0", "."),
  { name: "configure-native", command: ["./dev", "build-only", "configure"] },
  judged("clang-tidy", "node", "tests/tools/clang_tidy.mjs"),
];

const nodeTests = () => [
  build("native"),
  build("site"),
  {
    name: "node-tests",
    command: [
      ...["node", "--import", "./tests/tools/web_crypto.mjs", "--test", "--test-reporter=tap"],
      ...globFiles("tests", ".test.mjs"),
    ],
    count: countNodeTests,
  },
];

const e2e = () => [
  build("site"),
  {
    name: "end-to-end",
    command: [npm("playwright"), "test", "--config", "e2e/playwright.config.ts"],
    count: () => countPlaywright("build/e2e/report.json"),
  },
];

export const SUITES = {
  checks,
  core: () => [build("native"), ctest("native")],
  lint,
  asan: () => [build("asan"), ctest("asan")],
  node: nodeTests,
  e2e,
};
