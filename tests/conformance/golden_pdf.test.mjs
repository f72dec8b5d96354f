// The golden cases printed: each answer stands in the PDF, nothing hidden does, and the data come back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { inputOf, judge, load, pagesOf, save, squeezed } from "./pdf_support.mjs";

const CASE = "tests/data/liaison-ag-tacite";
const readJson = (name) => JSON.parse(readFileSync(join(CASE, name), "utf8"));

const answers = readJson("answers.json");
const model = readJson("print.json");
const ficheJson = new Uint8Array(readFileSync(join(CASE, "fiche.json")));

const { renderPdf } = await load("render");
const file = save("golden.pdf", await renderPdf({ ...inputOf(model), ficheJson }));
const text = pagesOf(file).join("");

test("qpdf finds the printed fiche sound", () => {
  assert.doesNotMatch(judge("qpdf", "--check", file), /warning/i);
});

test("every answer that the form shows is printed", () => {
  const values = model.blocks.filter(({ value }) => value).map(({ value }) => value);
  const ticked = model.blocks.flatMap(({ options = [] }) => options.filter((one) => one.ticked));
  assert.ok(values.length > 20 && ticked.length > 5, "the case answers little");
  for (const value of [...values, ...ticked.map(({ label }) => label)])
    assert.ok(text.includes(squeezed(value)), value);
});

test("an answer of a hidden branch, or of a capture aid, is nowhere in the file", () => {
  const hidden = answers["suivi.referent-cd.nom"];
  assert.match(hidden, /\w/);
  assert.ok(!text.includes(squeezed(hidden)));
  assert.ok(!new TextDecoder().decode(ficheJson).includes(hidden));
  assert.equal(answers["demandeur.mail-accord"], true);
  assert.ok(!/mail-accord|consent/i.test(text));
});

test("pdfdetach gives back the fiche.json that was attached, byte for byte", () => {
  const out = join("build/tests/pdf", "golden-fiche.json");
  judge("pdfdetach", "-save", "1", "-o", out, file);
  assert.deepEqual(new Uint8Array(readFileSync(out)), ficheJson);
});
