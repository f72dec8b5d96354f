// A text as a QR code, so that a telephone or a scanner reads what nobody types without a mistake.
import qrcode from "qrcode-generator";
import type { StructureElement } from "pdfkit";

import type { Box } from "./flow";
import type { PrintDocument } from "./print_document";
import type { Code } from "./print_model";
import { COLUMN, INK, PAGE, TEXT, VALUE_LEFT } from "./style";

/** Points; the paper around it is its quiet zone (ISO/IEC 18004 wants four modules). */
const SIZE = 160;
const QUIET = 16;

/** The label beside its code, as children of `section`. Readers are told `alt` instead of squares. */
export function codeBox(document: PrintDocument, section: StructureElement, block: Code): Box {
  const label = document.linesOf(block.label, TEXT.label, COLUMN.label);
  return {
    spaceBefore: QUIET,
    lineHeights: [Math.max(SIZE + QUIET, label.length * TEXT.label.line)],
    keepWithNext: false,
    breakable: false,
    paint: (_first, _last, top) => {
      const caption = document.struct("P");
      section.add(caption);
      caption.add(() => {
        document.writeLines(label, TEXT.label, PAGE.left, top);
      });
      const bbox = [VALUE_LEFT, top, VALUE_LEFT + SIZE, top + SIZE] as const;
      const figure = document.struct("Figure", { alt: block.alt, bbox: [...bbox] });
      section.add(figure);
      figure.add(() => {
        paintCode(document, block.content, top);
      });
    },
  };
}

/** One rectangle for each run of dark squares of a line: hairlines between squares would confuse cameras. */
function paintCode(document: PrintDocument, content: string, top: number): void {
  const code = qrcode(0, "M");
  code.addData(content, "Byte");
  code.make();
  const modules = code.getModuleCount();
  const side = SIZE / modules;
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      const start = column;
      while (column < modules && code.isDark(row, column)) column++;
      if (column > start)
        document.rect(VALUE_LEFT + start * side, top + row * side, (column - start) * side, side);
    }
  }
  document.fill(INK.text);
}
