// The check of what is tracked finds a link and a file that is to be left out.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

/** Runs the check on a repository whose files `plant` writes. */
function checked(plant) {
  const root = mkdtempSync(join(tmpdir(), "pli-check-"));
  const git = (...words) => assert.equal(spawnSync("git", ["-C", root, ...words]).status, 0);
  try {
    git("init", "--quiet");
    writeFileSync(join(root, ".gitignore"), "/build/\n*.log\n");
    plant(root);
    git("add", "--force", ".");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["tests/checks/tracked.mjs", root],
      { encoding: "utf8" },
    );
    return { status, stdout, stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("a sound tree passes", () => {
  const { status, stdout } = checked((root) => writeFileSync(join(root, "a.ts"), "export {};\n"));
  assert.equal(status, 0);
  assert.equal(stdout, "tracked: 2 entries checked, 0 violations\n");
});

test("a link is refused", () => {
  const { status, stderr } = checked((root) => symlinkSync("/elsewhere", join(root, "modules")));
  assert.equal(status, 1);
  assert.equal(stderr, "modules: a link leads out of the repository\n");
});

test("a file that is to be left out is refused", () => {
  const { status, stderr } = checked((root) => writeFileSync(join(root, "a.log"), "\n"));
  assert.equal(status, 1);
  assert.equal(stderr, "a.log: .gitignore says to leave this out\n");
});
