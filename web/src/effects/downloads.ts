// Saving to the user's disk: sealed bytes, a note without data, and the PDF when it is asked for.
import { element } from "../base/elements";

export interface Download {
  name: string;
  type: string;
  content: Uint8Array<ArrayBuffer> | string;
}

/** Browsers read the address after the click; a minute is what slow disks and dialogues need. */
const addressLifetime = 60_000;

export function save({ name, type, content }: Download): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, addressLifetime);
}
