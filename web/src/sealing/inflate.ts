// The parts of a workbook's archive, inflated: never to more than the archive said, whatever they hold.
import { Inflate } from "fflate";
import { SealingFailure } from "./failure";

/** A part, as the core read it from the archive's directory. */
export interface ArchivePart {
  deflated: boolean;
  offset: number;
  packed: number;
  /** Once it is inflated; the core has seen that all parts together are not too large. */
  size: number;
}

/** A thousandfold is the most that deflate can do: nothing grows far before it is stopped. */
const step = 1 << 14;

export function inflatePart(
  archive: Uint8Array,
  { deflated, offset, packed, size }: ArchivePart,
): Uint8Array {
  const content = archive.subarray(offset, offset + packed);
  if (!deflated) return content;
  const inflated = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    inflated.set(piece, filled); // throws when the part holds more than it said
    filled += piece.length;
  });
  try {
    for (let start = 0; start < packed; start += step)
      stream.push(content.subarray(start, start + step), start + step >= packed);
  } catch {
    throw new SealingFailure({ code: "table.damaged", place: "", params: { part: "" } });
  }
  return inflated.subarray(0, filled);
}
