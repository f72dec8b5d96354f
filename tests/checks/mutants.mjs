// The list of mutants is of this tree: each line stands in its source exactly once. What then happens to the mutants
// takes minutes: ./dev mutants.
// Usage: node tests/checks/mutants.mjs [ROOT]     (what it finds and what not: tests/unit/checks)
import { problems, readMutants } from "../tools/mutant_list.mjs";

const root = process.argv[2] ?? ".";
const found = problems(root);
for (const line of found) console.error(line);
const count = found.length === 0 ? readMutants(root).length : "no";
console.log(`mutants: ${count} found where they are listed, ${found.length} violations`);
process.exitCode = found.length === 0 ? 0 : 1;
