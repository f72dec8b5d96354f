// A list of mutants is refused once it no longer fits the sources.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mutated } from "../../tools/mutant_list.mjs";
import { runCheck } from "./tree.mjs";

const source =
  "int f(int a) {\n    if (a < 0) return 1;\n    if (a > 9) return 1;\n    return 0;\n}\n";
const mutant = { file: "a.cpp", line: "if (a < 0) return 1;", check: "Nothing is negative." };

const checked = (mutants, text = source, target = "unit_seal") =>
  runCheck("mutants", {
    "a.cpp": text,
    "tests/mutants/one.json": JSON.stringify({ target, mutants }),
  });

function refused(mutants, reason, ...rest) {
  const { status, stderr } = checked(mutants, ...rest);
  assert.equal(status, 1);
  assert.equal(stderr, `tests/mutants/one.json: ${reason}\n`);
}

test("a list that fits passes", () => {
  const { status, stdout } = checked([mutant, { ...mutant, instead: "if (a < 1) return 1;" }]);
  assert.equal(status, 0);
  assert.equal(stdout, "mutants: 2 found where they are listed, 0 violations\n");
});

test("a line that is not found is refused", () => {
  const line = "if (a < 0)";
  refused([{ ...mutant, line }], `"${line}": found 0 times in a.cpp, not once`);
});

test("a line that is found twice is refused", () =>
  refused([mutant], `"${mutant.line}": found 2 times in a.cpp, not once`, source + source));

test("a source that is gone is refused", () =>
  refused([{ ...mutant, file: "b.cpp" }], `"${mutant.line}": there is no b.cpp`));

test("a mutant that changes nothing is refused", () =>
  refused([{ ...mutant, instead: mutant.line }], `"${mutant.line}": it changes nothing`));

test("a mutant that is listed twice is refused", () =>
  refused([mutant, { ...mutant, instead: "" }], `"${mutant.line}": it is listed twice`));

test("a mutant says what its check is for, and nothing unheard of", () => {
  refused([{ ...mutant, check: "" }], `"${mutant.line}": it has no check`);
  refused([{ ...mutant, insted: "" }], `"${mutant.line}": no member is called insted`);
});

test("a list without target or mutants is refused", () => {
  refused([], "it lists nothing");
  refused([mutant], "its target is no program of unit tests", source, "pli_seal");
});

test("only the one line changes", () => {
  assert.equal(mutated(source, mutant), source.replace("    if (a < 0) return 1;", ""));
  const instead = "if (a < 1) return 1;";
  assert.equal(
    mutated(source, { ...mutant, instead }),
    source.replace(/ {4}if \(a < 0.*/, instead),
  );
});
