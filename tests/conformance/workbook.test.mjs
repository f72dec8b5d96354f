// Workbooks as other programs archive them, read by the worker's module: what it takes, and what it refuses and how soon.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { assertRefused } from "./refusals_support.mjs";
import { newCore } from "./sealing_support.mjs";
import { writeZip } from "./zip_support.mjs";

const core = await newCore();

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const relations = (...targets) =>
  `<Relationships>${targets
    .map(
      ([type, target], n) =>
        `<Relationship Id="r${n}" Type="${RELATION}${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const deflated = (name, text, more = {}) => {
  const content = Buffer.from(text);
  return { name, content, method: 8, stored: deflateRawSync(content), ...more };
};

/** A workbook of one sheet with these rows; `change` alters its entries. */
function workbook(rows, change = (entries) => entries) {
  const entries = [
    deflated("[Content_Types].xml", "<Types/>"),
    deflated("_rels/.rels", relations(["officeDocument", "xl/workbook.xml"])),
    deflated(
      "xl/workbook.xml",
      '<workbook><sheets><sheet name="Agents" r:id="r0"/></sheets></workbook>',
    ),
    deflated("xl/_rels/workbook.xml.rels", relations(["worksheet", "worksheets/sheet1.xml"])),
    deflated("xl/worksheets/sheet1.xml", `<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    { name: "xl/media/image1.png", content: Buffer.alloc(100) },
  ];
  return writeZip(change(entries));
}

const cell = (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...texts) => `<row>${texts.map(cell).join("")}</row>`;
const changed = (name, change) => (entries) =>
  entries.map((entry) => (entry.name === name ? { ...entry, ...change(entry) } : entry));
const refused = (archive, code) => assertRefused(() => core.workbook(archive, 0), code);

test("a workbook whose parts are deflated gives its rows", () => {
  const read = JSON.parse(core.workbook(workbook(row("Nom", "Mail") + row("Éloïse", "a@b.fr")), 0));
  assert.deepEqual(read.sheets, ["Agents"]);
  assert.deepEqual(read.rows, [
    ["Nom", "Mail"],
    ["Éloïse", "a@b.fr"],
  ]);
  assert.deepEqual(read.lines, [1, 2]);
});

test("a hundred thousand rows too many are refused within seconds", async () => {
  const start = performance.now();
  await refused(
    workbook(row("DURAND", "a@exemple.fr", "Bretagne").repeat(200_000)),
    "table.too-many-rows",
  );
  assert.ok(performance.now() - start < 20_000);
});

test("a part that inflates to more than it says is stopped", async () => {
  const bomb = deflateRawSync(Buffer.alloc(64 << 20));
  const sheet = "xl/worksheets/sheet1.xml";
  await refused(
    workbook(
      "",
      changed(sheet, () => ({ stored: bomb, size: 1000 })),
    ),
    "table.damaged",
  );
  await refused(
    workbook(
      "",
      changed(sheet, () => ({ size: 0x7fffffff })),
    ),
    "table.too-large",
  );
  await refused(
    workbook(
      "",
      changed(sheet, () => ({ size: 10 })),
    ),
    "table.damaged",
  );
});

test("a damaged, locked or foreign archive is told as such", async () => {
  const sheet = "xl/worksheets/sheet1.xml";
  const whole = workbook(row("Nom"));
  await refused(whole.subarray(0, whole.length - 10), "table.damaged");
  await refused(
    workbook(
      row("Nom"),
      changed(sheet, () => ({ checksum: 1 })),
    ),
    "table.damaged",
  );
  await refused(
    workbook(
      row("Nom"),
      changed(sheet, ({ stored }) => ({ stored: stored.fill(0xff, 4, 9) })),
    ),
    "table.damaged",
  );
  await refused(
    workbook(
      row("Nom"),
      changed(sheet, () => ({ flags: 1 })),
    ),
    "table.encrypted",
  );
  const mimetype = Buffer.from("application/vnd.oasis.opendocument.spreadsheet");
  await refused(
    writeZip([{ name: "mimetype", content: mimetype }, deflated("content.xml", "<a/>")]),
    "table.workbook",
  );
  await refused(workbook('<!DOCTYPE a [<!ENTITY b "c">]>'), "table.unsafe");
});

test("what was refused leaves nothing behind", async () => {
  await refused(writeZip([]), "table.workbook");
  assert.equal(JSON.parse(core.workbook(workbook(row("Nom")), 0)).rows[0][0], "Nom");
});
