// Finding files without a shell.
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files below `folder` whose name ends with `ending`, sorted, relative to the current folder. */
export function globFiles(folder, ending) {
  return readdirSync(folder, { recursive: true, withFileTypes: false })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}
