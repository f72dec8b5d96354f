// Checks that every C++ file is formatted as .clang-format says.
import { spawnSync } from "node:child_process";
import { globFiles } from "./files.mjs";

const files = ["shared", "wasm", "tests"].flatMap((folder) =>
  [".cpp", ".hpp"].flatMap((ending) => globFiles(folder, ending)),
);
if (files.length === 0) throw new Error("no C++ file found");
const { status } = spawnSync("clang-format-14", ["--dry-run", "-Werror", ...files], {
  stdio: "inherit",
});
console.log(`${files.length} files checked`);
process.exitCode = status ?? 1;
