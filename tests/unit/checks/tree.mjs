// A small tree of files that a check is run on as a program.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Runs tests/checks/<name>.mjs on files given as {path: content}. */
export function runCheck(name, files) {
  const root = mkdtempSync(join(tmpdir(), "pli-check-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`tests/checks/${name}.mjs`, root],
      { encoding: "utf8" },
    );
    return { status, stdout, stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}
