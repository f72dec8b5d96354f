// The fonts that web/tools/assets.mjs makes, read with nothing but the OpenType specification.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const SCREEN = await readFile("build/assets/pli-text.ttf");
const PRINT = await readFile("build/assets/pli-print.ttf");

function tables(font) {
  const found = new Map();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    const start = font.readUInt32BE(record + 8);
    const body = font.subarray(start, start + font.readUInt32BE(record + 12));
    found.set(font.toString("latin1", record, record + 4), body);
  }
  return found;
}

/** Whether a format 4 character map (OpenType, "cmap") leads to a glyph. */
function hasGlyph(font, character) {
  const cmap = tables(font).get("cmap");
  const point = character.codePointAt(0);
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    if (table.readUInt16BE(0) !== 4) continue;
    const segments = table.readUInt16BE(6); // twice their number
    for (let at = 0; at < segments; at += 2) {
      const last = table.readUInt16BE(14 + at);
      const first = table.readUInt16BE(16 + segments + at);
      if (point >= first && point <= last) return true;
    }
  }
  return false;
}

test("the letters of every name that a user may type are there", () => {
  const names =
    "Éloïse Lefèvre-Dupré D’Hondt Œuvrard Ångström Ğüneş Łódź Ștefan Ţepeş Ðorđe ẞ Ŵyn Ÿ";
  const signs = "«\u00a0»\u202f; – — … € № → ← ‘ ’ “ ”";
  for (const font of [SCREEN, PRINT]) {
    for (const character of new Set(names + signs)) {
      assert.ok(hasGlyph(font, character), `U+${character.codePointAt(0).toString(16)}`);
    }
  }
});

test("a letter that the screen lacks can still be printed", () => {
  assert.ok(!hasGlyph(SCREEN, "ễ"));
  assert.ok(hasGlyph(PRINT, "ễ"));
});

test("the screen's font has no kerning or ligature, which Dear ImGui could not measure", () => {
  for (const table of ["kern", "GPOS", "GSUB"]) assert.ok(!tables(SCREEN).has(table), table);
});

test("the screen's font is small", () => {
  assert.ok(brotliCompressSync(SCREEN).length <= 25_000);
});

test("the names are ours, the copyright and licence are the author's", () => {
  for (const font of [SCREEN, PRINT]) {
    const names = Buffer.from(tables(font).get("name")).swap16().toString("utf16le");
    assert.match(names, /Pli (Text|Print)/);
    assert.match(names, /tyPoland Lukasz Dziedzic with Reserved Font Name/);
    assert.match(names, /SIL Open Font License/);
  }
});

test("checksums are right", () => {
  const sum = (bytes) => {
    let total = 0;
    for (let at = 0; at < bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0;
    return total;
  };
  for (const font of [SCREEN, PRINT]) assert.equal(sum(font), 0xb1b0afba);
});
