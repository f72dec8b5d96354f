// The page as one file: its files stand in it, packed, in script elements that no browser runs (web/tools/single_file.mjs).
import { files } from "pli:site";
import { bytesFromBase64 } from "../base/base64";
import type { Edition, SevenZipParts } from "./edition";

/** Once: what was taken out is not held twice in memory. */
function takeOut(name: string): Response | null {
  const element = document.querySelector(`script[data-file="${name}"]`);
  if (!element) return null;
  element.remove();
  const packed = new Blob([bytesFromBase64(element.textContent)]);
  return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip")));
}

export const edition: Edition = {
  file(address) {
    return Promise.resolve(takeOut(address));
  },

  canvasCode() {
    return import("../canvas/main");
  },

  async sevenZip() {
    const parts = takeOut(files.sevenZip);
    if (!parts) throw new Error(files.sevenZip);
    return (await parts.json()) as SevenZipParts;
  },

  prepareOffline() {
    // It needs no network.
  },
};
