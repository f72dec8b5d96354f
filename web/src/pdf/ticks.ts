// Tick boxes: drawn as vector shapes, read as words ("coché", "non coché").
import type { StructureElement } from "pdfkit";

import type { Content } from "./flow";
import type { PrintDocument } from "./print_document";
import type { TickOption } from "./print_model";
import { INK, PAGE, TEXT } from "./style";
import type { PrintTexts } from "./texts";

const BOX = 9;
const BOX_TO_LABEL = 15;
const BETWEEN = 26;
/** More options than this stand one under the other, as in the acts. */
const MOST_IN_A_LINE = 3;

interface Item {
  option: TickOption;
  lines: string[];
  left: number;
  firstLine: number;
  label: StructureElement;
  body: StructureElement;
}

/** Lays out the options of one question from `left` to the right margin, as items of `list`. */
export function composeTicks(
  document: PrintDocument,
  list: StructureElement,
  options: readonly TickOption[],
  left: number,
  texts: PrintTexts,
): Content {
  const items = arrange(document, options, left).map((place) => ({
    ...place,
    ...listItem(document, list),
  }));
  return {
    lineCount: Math.max(0, ...items.map((item) => item.firstLine + item.lines.length)),
    paint: (first, last, top) => {
      for (const item of items) {
        paintItem(document, item, first, last, top, texts);
      }
    },
  };
}

type Place = Pick<Item, "option" | "lines" | "left" | "firstLine">;

function arrange(document: PrintDocument, options: readonly TickOption[], left: number): Place[] {
  return inOneLine(document, options, left) ?? oneUnderTheOther(document, options, left);
}

function inOneLine(
  document: PrintDocument,
  options: readonly TickOption[],
  left: number,
): Place[] | undefined {
  let x = left;
  const places = options.map((option) => {
    const place = { option, lines: [option.label], left: x, firstLine: 0 };
    x += BOX_TO_LABEL + document.widthOf(option.label, TEXT.value) + BETWEEN;
    return place;
  });
  return options.length <= MOST_IN_A_LINE && x - BETWEEN <= PAGE.right ? places : undefined;
}

function oneUnderTheOther(
  document: PrintDocument,
  options: readonly TickOption[],
  left: number,
): Place[] {
  let firstLine = 0;
  return options.map((option) => {
    const width = PAGE.right - left - BOX_TO_LABEL;
    const lines = document.linesOf(option.label, TEXT.value, width);
    const place = { option, lines, left, firstLine };
    firstLine += lines.length;
    return place;
  });
}

function listItem(
  document: PrintDocument,
  list: StructureElement,
): { label: StructureElement; body: StructureElement } {
  const item = document.struct("LI");
  const label = document.struct("Lbl");
  const body = document.struct("LBody");
  list.add(item.add(label).add(body));
  return { label, body };
}

function paintItem(
  document: PrintDocument,
  item: Item,
  first: number,
  last: number,
  top: number,
  texts: PrintTexts,
): void {
  const from = Math.max(first, item.firstLine);
  const to = Math.min(last, item.firstLine + item.lines.length - 1);
  if (from > to) {
    return;
  }
  const y = top + (from - first) * TEXT.value.line;
  if (from === item.firstLine) {
    item.label.add(() => {
      const { ticked } = item.option;
      paintBox(document, item.left, y + TEXT.value.baseline - BOX + 1, ticked);
      writeUnseen(document, ticked ? texts.ticked : texts.unticked, item.left, y);
    });
  }
  const lines = item.lines.slice(from - item.firstLine, to - item.firstLine + 1);
  item.body.add(() => {
    document.writeLines(lines, TEXT.value, item.left + BOX_TO_LABEL, y);
  });
}

function paintBox(document: PrintDocument, left: number, top: number, ticked: boolean): void {
  document.lineWidth(0.9).roundedRect(left, top, BOX, BOX, 1.5);
  if (ticked) {
    document.fillAndStroke(INK.accent, INK.accent);
    document.lineWidth(1.5).lineCap("round").lineJoin("round");
    document
      .moveTo(left + 2, top + 4.8)
      .lineTo(left + 3.9, top + 6.7)
      .lineTo(left + 7.1, top + 2.6);
    document.stroke("#ffffff");
  } else {
    document.stroke(INK.soft);
  }
}

/**
 * Gives a box its words. Readers and text extraction ignore a shape, so the words stand over it
 * unseen (text rendering mode 3, ISO 32000-1, 9.3.6), on the label's baseline, squeezed to its width.
 */
function writeUnseen(document: PrintDocument, words: string, left: number, top: number): void {
  const { size, baseline } = TEXT.value;
  const width = BOX_TO_LABEL - 3;
  const horizontalScaling = Math.floor((100 * width) / document.widthOf(words, TEXT.value));
  document.save().addContent("3 Tr").fontSize(size);
  document.text(words, left, top + baseline, {
    lineBreak: false,
    baseline: "alphabetic",
    horizontalScaling,
  });
  document.restore();
}
