// What the repository holds is its own: no link that leads out of it, nothing it says to leave out.
// Usage: node tests/checks/tracked.mjs [ROOT]   (what it finds and what not: tests/unit/checks)
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What is wrong with tracked entries, given as lines of `git ls-files --stage`: one line each. */
export const violations = (staged) =>
  staged
    .filter((line) => line.startsWith("120000 "))
    .map((line) => `${line.split("\t")[1]}: a link leads out of the repository`);

function gitLines(root, ...options) {
  // Whoever made the clone may be another user than the one who tests it.
  const { status, stdout, stderr } = spawnSync(
    "git",
    ["-c", "safe.directory=*", "-C", root, "ls-files", ...options],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`tracked: ${stderr}`);
  return stdout.split("\n").filter(Boolean);
}

/** Checks the tree at `root`; says what it found. @returns {boolean} whether all is well */
function check(root) {
  if (!existsSync(join(root, ".git"))) {
    console.log("tracked: an exported tree, without a repository");
    return true;
  }
  const staged = gitLines(root, "--stage");
  if (staged.length === 0) throw new Error("tracked: nothing to check");
  const ignored = gitLines(root, "--cached", "--ignored", "--exclude-standard");
  const found = [
    ...violations(staged),
    ...ignored.map((path) => `${path}: .gitignore says to leave this out`),
  ];
  for (const line of found) console.error(line);
  console.log(`tracked: ${staged.length} entries checked, ${found.length} violations`);
  return found.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = check(process.argv[2] ?? ".") ? 0 : 1;
