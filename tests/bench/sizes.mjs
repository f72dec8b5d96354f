// What the browser fetches, from the list that web/build.mjs leaves: [{file, bytes, brotli, firstLoad, canvas, onDemand}].
import { readFile, stat } from "node:fs/promises";

const FIRST_LOAD_BUDGET = 220; // kB, until the form can be used
const SINGLE_FILE_BUDGET = 3500; // kB: opened from a share within a moment

export async function measureSizes() {
  const files = JSON.parse(await readFile("build/site-manifest.json", "utf8"));
  const kilobytes = (chosen) => chosen.reduce((sum, { brotli }) => sum + brotli, 0) / 1000;
  const first = files.filter(({ firstLoad }) => firstLoad);
  const canvas = files.filter((file) => file.canvas);
  const asked = files.filter(({ onDemand }) => onDemand);
  const later = files.filter(
    ({ firstLoad, canvas, onDemand }) => !firstLoad && !canvas && !onDemand,
  );
  if (asked.length === 0) throw new Error("the list of files names none that is fetched on demand");
  if (first.length === 0) throw new Error("the list of files names no first load");
  return [
    {
      name: "first load, brotli",
      value: kilobytes(first),
      unit: "kB",
      atMost: FIRST_LOAD_BUDGET,
    },
    ...first.map((file) => ({ name: `  ${file.file}`, value: kilobytes([file]), unit: "kB" })),
    { name: "Dear ImGui, where it draws, brotli", value: kilobytes(canvas), unit: "kB" },
    { name: "fetched ahead afterwards, brotli", value: kilobytes(later), unit: "kB" },
    { name: "fetched on demand (7-Zip), brotli", value: kilobytes(asked), unit: "kB" },
    {
      name: "the page as one file",
      value: (await stat("build/pli.html")).size / 1000,
      unit: "kB",
      atMost: SINGLE_FILE_BUDGET,
    },
  ];
}
