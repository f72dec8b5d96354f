// Cuts a TrueType font down to the letters asked for, with HarfBuzz's own subsetter (its published wasm build).
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { renameFont } from "./rename_font.mjs";

// Values of hb-subset.h, which the wasm build exports as bare numbers.
const SETS = { dropTables: 3, names: 4, layoutFeatures: 6 };
const NO_HINTING = 0x1; // screens and printers of today smooth outlines; hinting is a third of the bytes
const NO_LAYOUT_CLOSURE = 0x200; // else ligatures and alternates come along
const WRITABLE = 2;
const LICENCE_NAMES = [13, 14]; // the subsetter keeps the usual names by itself, not these

const wasmPath = createRequire(import.meta.url).resolve("harfbuzzjs/hb-subset.wasm");

/**
 * @param {Uint8Array} font a whole TrueType file
 * @param {{codePoints: Iterable<number>, layoutFeatures: string[], dropTables: string[], family: string}} wanted
 *   `family` is the new name: the licence (OFL 1.1, section 3) reserves the original one to the original files.
 * @returns {Promise<Uint8Array>} the smaller TrueType file
 */
export async function subsetFont(font, { codePoints, layoutFeatures, dropTables, family }) {
  const { instance } = await WebAssembly.instantiate(await readFile(wasmPath), {});
  const harfbuzz = instance.exports;

  const face = loadFace(harfbuzz, font);
  const input = harfbuzz.hb_subset_input_create_or_fail();
  harfbuzz.hb_subset_input_set_flags(input, NO_HINTING | NO_LAYOUT_CLOSURE);
  fill(harfbuzz, harfbuzz.hb_subset_input_unicode_set(input), codePoints);
  fillTags(harfbuzz, harfbuzz.hb_subset_input_set(input, SETS.dropTables), dropTables);
  fill(harfbuzz, harfbuzz.hb_subset_input_set(input, SETS.names), LICENCE_NAMES);
  const features = harfbuzz.hb_subset_input_set(input, SETS.layoutFeatures);
  harfbuzz.hb_set_clear(features);
  fillTags(harfbuzz, features, layoutFeatures);

  const subset = harfbuzz.hb_subset_or_fail(face, input);
  if (subset === 0) throw new Error("HarfBuzz could not cut the font down");
  const blob = harfbuzz.hb_face_reference_blob(subset);
  const start = harfbuzz.hb_blob_get_data(blob, 0);
  const bytes = heap(harfbuzz).slice(start, start + harfbuzz.hb_blob_get_length(blob));
  return renameFont(bytes, family);
}

/** The memory as it is now: it moves when it grows, so no view is kept. */
function heap(harfbuzz) {
  return new Uint8Array(harfbuzz.memory.buffer);
}

function loadFace(harfbuzz, font) {
  const address = harfbuzz.malloc(font.byteLength);
  heap(harfbuzz).set(font, address);
  const blob = harfbuzz.hb_blob_create(address, font.byteLength, WRITABLE, 0, 0);
  return harfbuzz.hb_face_create(blob, 0);
}

function fill(harfbuzz, set, numbers) {
  for (const number of numbers) harfbuzz.hb_set_add(set, number);
}

function fillTags(harfbuzz, set, tags) {
  fill(
    harfbuzz,
    set,
    tags.map((tag) => Buffer.from(tag, "latin1").readUInt32BE(0)),
  );
}
