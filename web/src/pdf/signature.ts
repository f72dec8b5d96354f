// The signature's frame: the strokes drawn on screen, or room to sign the printed copy by hand.
import type { StructureElement } from "pdfkit";

import type { Box } from "./flow";
import type { PrintDocument } from "./print_document";
import type { Signature } from "./print_model";
import { COLUMN, INK, PAGE, TEXT, VALUE_LEFT, type TextStyle } from "./style";
import type { PrintTexts } from "./texts";

/** The pad's own units, as the core keeps strokes. */
const PAD = { width: 1000, height: 300 } as const;

const FRAME_WIDTH = PAGE.right - VALUE_LEFT;
const SCALE = FRAME_WIDTH / PAD.width;
const FRAME_HEIGHT = PAD.height * SCALE;
const FRAME_MARGIN = 8;

/** The caption beside its frame, as children of `section`. */
export function signatureBox(
  document: PrintDocument,
  section: StructureElement,
  block: Signature,
  texts: PrintTexts,
): Box {
  const label = document.linesOf(block.label, TEXT.label, COLUMN.label);
  return {
    spaceBefore: 14,
    lineHeights: [Math.max(FRAME_HEIGHT, label.length * TEXT.label.line)],
    keepWithNext: false,
    breakable: false,
    paint: (_first, _last, top) => {
      addLines(document, section, label, TEXT.label, PAGE.left, top);
      document.artifact("Layout", () => {
        document.lineWidth(0.8).roundedRect(VALUE_LEFT, top, FRAME_WIDTH, FRAME_HEIGHT, 4);
        document.stroke(INK.soft);
      });
      if (block.mode === "dessin") {
        addDrawing(document, section, block.strokes, top, texts.drawnSignature);
      } else if (block.mode === "papier") {
        const width = FRAME_WIDTH - 2 * FRAME_MARGIN;
        const lines = document.linesOf(texts.paperSignature, TEXT.margin, width);
        const left = VALUE_LEFT + FRAME_MARGIN;
        addLines(document, section, lines, TEXT.margin, left, top + FRAME_MARGIN / 2);
      }
    },
  };
}

function addLines(
  document: PrintDocument,
  section: StructureElement,
  lines: readonly string[],
  style: TextStyle,
  left: number,
  top: number,
): void {
  const paragraph = document.struct("P");
  section.add(paragraph);
  paragraph.add(() => {
    document.writeLines(lines, style, left, top);
  });
}

function addDrawing(
  document: PrintDocument,
  section: StructureElement,
  strokes: readonly (readonly number[])[],
  top: number,
  alt: string,
): void {
  const figure = document.struct("Figure", {
    alt,
    bbox: [VALUE_LEFT, top, PAGE.right, top + FRAME_HEIGHT],
  });
  section.add(figure);
  figure.add(() => {
    document.lineWidth(1.3).lineCap("round").lineJoin("round");
    for (const stroke of strokes) {
      paintStroke(document, pointsOf(stroke, top));
    }
  });
}

interface Point {
  x: number;
  y: number;
}

/** Points of the page; what lies outside the pad is brought back to its edge. */
function pointsOf(stroke: readonly number[], top: number): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < stroke.length; index += 2) {
    points.push({
      x: VALUE_LEFT + SCALE * clamp(stroke[index] ?? 0, PAD.width),
      y: top + SCALE * clamp(stroke[index + 1] ?? 0, PAD.height),
    });
  }
  return points;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** A smooth curve through the middles of the segments; a single point is a dot. */
function paintStroke(document: PrintDocument, points: readonly Point[]): void {
  const [start] = points;
  const end = points[points.length - 1];
  if (!start || !end) {
    return;
  }
  document.moveTo(start.x, start.y);
  for (const [index, point] of points.slice(1, -1).entries()) {
    const next = points[index + 2] ?? end;
    document.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2);
  }
  document.lineTo(end.x, end.y).stroke(INK.text);
}
