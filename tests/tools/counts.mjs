// How many tests passed and failed, read from what each test runner leaves behind.
// A report that is missing or counts nothing is the caller's business: it then sees zero and zero.
import { readFileSync, rmSync } from "node:fs";

/** A command that is one test by itself. */
export function countOne(output, exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The JUnit file of `ctest --output-junit`. A disabled or skipped test proves nothing, so it counts as neither. */
export function countCtest(file) {
  const suite = /<testsuite\b[^>]*>/.exec(take(file))?.[0] ?? "";
  const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = number("failures");
  return { passed: number("tests") - failed - number("disabled") - number("skipped"), failed };
}

/** The last lines of node:test's TAP output: "# pass 12", "# fail 0". */
export function countNodeTests(output) {
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
  return { passed: number("pass"), failed: number("fail") + number("cancelled") };
}

/** Playwright's JSON report. A test that passed only when tried again failed. */
export function countPlaywright(file) {
  const { expected = 0, unexpected = 0, flaky = 0 } = JSON.parse(take(file) || "{}").stats ?? {};
  return { passed: expected, failed: unexpected + flaky };
}

/** Reads a report once: removed, it cannot be mistaken for the next run's. */
function take(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  } finally {
    rmSync(file, { force: true });
  }
}
