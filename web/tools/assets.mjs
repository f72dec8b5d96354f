// Makes the fonts and the colour profile that the page and the PDF need, from what Debian and npm ship.
// Usage: node web/tools/assets.mjs [--out build/assets]
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { subsetFont } from "./subset_font.mjs";

const LATO = "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"; // Debian's fonts-lato

/** First and last code point of each run. Every European language written in Latin letters is covered. */
const LETTERS = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0xff], // Latin-1
  [0x100, 0x17f], // Latin Extended-A
  [0x18f, 0x18f], // Ə
  [0x192, 0x192], // ƒ
  [0x1c4, 0x1dc], // Croatian digraphs, letters with a caron
  [0x1e4, 0x1ed], // Skolt Sami
  [0x1f0, 0x1f5],
  [0x1fa, 0x1ff], // Danish, Norwegian
  [0x218, 0x21b], // Romanian
  [0x259, 0x259], // ə
  [0x1e80, 0x1e85], // Welsh
  [0x1e9e, 0x1e9e], // ẞ
  [0x1ef2, 0x1ef3], // Welsh
];
const COMBINING_MARKS = [[0x300, 0x338]]; // some systems type é as two characters
const PUNCTUATION = [
  [0x2bb, 0x2bc], // letter apostrophes
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x202f], // the narrow space before French ; ! ?
  [0x2030, 0x2030],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac], // €
  [0x2116, 0x2116], // №
  [0x2122, 0x2122], // ™
  [0x2190, 0x2193], // arrows
  [0x2212, 0x2212], // −
  [0x2260, 0x2265],
];
/** What a name or an address may still hold beyond the screen's letters: printing must not lose it. */
const MORE_FOR_PRINT = [
  [0x180, 0x24f], // the whole of Latin Extended-B
  [0x250, 0x2ff], // phonetic letters and spacing marks
  [0x339, 0x36f],
  [0x1e00, 0x1eff], // Latin Extended Additional
  [0x2000, 0x206f],
  [0x2070, 0x209f],
  [0x2100, 0x214f],
  [0xfb00, 0xfb04],
];

const FONTS = [
  {
    file: "pli-text.ttf", // the screen: drawn by the browser and measured by Dear ImGui, which knows no kerning
    family: "Pli Text",
    runs: [...LETTERS, ...COMBINING_MARKS, ...PUNCTUATION],
    layoutFeatures: [],
    dropTables: ["GPOS", "GSUB", "GDEF", "kern", "gasp"],
  },
  {
    file: "pli-print.ttf", // the PDF: kerning, and marks placed over their letters
    family: "Pli Print",
    runs: [...LETTERS, ...COMBINING_MARKS, ...PUNCTUATION, ...MORE_FOR_PRINT],
    layoutFeatures: ["kern", "mark", "mkmk", "ccmp"],
    dropTables: ["kern", "gasp"], // the old kerning table doubles the one in GPOS
  },
];

function* codePoints(runs) {
  for (const [first, last] of runs) for (let point = first; point <= last; point++) yield point;
}

const { values } = parseArgs({ options: { out: { type: "string", default: "build/assets" } } });
await mkdir(values.out, { recursive: true });
const lato = await readFile(LATO);
for (const { file, runs, ...wanted } of FONTS) {
  await writeFile(
    join(values.out, file),
    await subsetFont(lato, { ...wanted, codePoints: codePoints(runs) }),
  );
}
const pdfkit = createRequire(import.meta.url).resolve("pdfkit");
await copyFile(join(pdfkit, "../data/sRGB_IEC61966_2_1.icc"), join(values.out, "srgb.icc"));
