// From the print model to boxes: each block's lines, its place in the structure tree, and how it is
// painted. Label and answer rows that follow each other make one table, as the acts print them.
import type { StructureElement } from "pdfkit";

import { codeBox } from "./code";
import type { Box, Content } from "./flow";
import type { PrintDocument } from "./print_document";
import type { PrintBlock, PrintModel, Row, Signature, Ticks } from "./print_model";
import { signatureBox } from "./signature";
import { COLUMN, INK, PAGE, TEXT, VALUE_LEFT, type TextStyle } from "./style";
import type { PrintTexts } from "./texts";
import { composeTable, paddedLines, ROW_PADDING } from "./table";
import { composeTicks } from "./ticks";

const WIDTH = PAGE.right - PAGE.left;

export function compose(document: PrintDocument, model: PrintModel, texts: PrintTexts): Box[] {
  return new Composer(document, texts).compose(model);
}

class Composer {
  private readonly pieces: Piece[] = [];
  /** The table being filled, while rows follow each other. */
  private table: StructureElement | undefined;

  constructor(
    private readonly document: PrintDocument,
    private readonly texts: PrintTexts,
  ) {}

  compose(model: PrintModel): Box[] {
    this.banner(model.banner);
    this.text("H1", model.title, TEXT.title, { spaceBefore: 14, keepWithNext: true });
    this.text("P", model.source, TEXT.source, { spaceBefore: 4 });
    for (const block of model.blocks) {
      this.block(block);
    }
    return keptTogether(this.pieces);
  }

  private block(block: PrintBlock): void {
    if (block.type === "row" || (block.type === "ticks" && block.label !== "")) {
      this.row(block);
      return;
    }
    this.table = undefined;
    switch (block.type) {
      case "heading":
        this.heading(block.level, block.text);
        return;
      case "ticks":
        this.looseTicks(block);
        return;
      case "table":
        this.pieces.push(...composeTable(this.document, this.document.root, block));
        return;
      case "paragraph":
        this.text("P", block.text, TEXT.notice, { spaceBefore: 7, breakable: true });
        return;
      case "signature":
        this.signature(block);
        return;
      case "code":
        this.pieces.push(codeBox(this.document, this.document.root, block));
    }
  }

  private banner(text: string): void {
    const padding = 10;
    const lines = this.document.linesOf(text, TEXT.banner, WIDTH - 2 * padding);
    if (!lines.length) {
      return;
    }
    const element = this.child(this.document.root, "P");
    const height = lines.length * TEXT.banner.line + padding;
    this.pieces.push({
      spaceBefore: 0,
      lineHeights: [height],
      keepWithNext: true,
      breakable: false,
      paint: (_first, _last, top) => {
        this.document.artifact("Layout", () => {
          this.document.roundedRect(PAGE.left, top, WIDTH, height, 4).fill(INK.tint);
        });
        element.add(() => {
          const left = PAGE.left + padding;
          this.document.writeLines(lines, TEXT.banner, left, top + padding / 2);
        });
      },
    });
  }

  private heading(level: number, text: string): void {
    if (level <= 2) {
      this.text("H2", text, TEXT.section, { spaceBefore: 20, keepWithNext: true, ruled: true });
    } else if (level === 3) {
      this.text("H3", text, TEXT.subsection, { spaceBefore: 13, keepWithNext: true });
    } else {
      this.text("H4", text, TEXT.group, { spaceBefore: 10, keepWithNext: true });
    }
  }

  /** A text over the whole width. */
  private text(
    type: string,
    text: string,
    style: TextStyle,
    options: { spaceBefore: number; keepWithNext?: boolean; breakable?: boolean; ruled?: boolean },
  ): void {
    const lines = this.document.linesOf(text, style, WIDTH);
    if (!lines.length) {
      return;
    }
    const element = this.child(this.document.root, type);
    const lineHeights = lines.map(() => style.line);
    const gap = 4;
    if (options.ruled) {
      lineHeights[lines.length - 1] = style.line + gap;
    }
    this.pieces.push({
      spaceBefore: options.spaceBefore,
      lineHeights,
      keepWithNext: options.keepWithNext ?? false,
      breakable: options.breakable ?? false,
      paint: (first, last, top) => {
        element.add(() => {
          this.document.writeLines(lines.slice(first, last + 1), style, PAGE.left, top);
        });
        if (options.ruled && last === lines.length - 1) {
          const y = top + (last - first + 1) * style.line + gap / 2;
          this.document.rule(PAGE.left, PAGE.right, y, INK.accent, 0.8);
        }
      },
    });
  }

  private row(block: Row | Ticks): void {
    const startsTable = this.table === undefined;
    this.table ??= this.child(this.document.root, "Table");
    const row = this.child(this.table, "TR");
    const header = this.document.struct("TH", { scope: "Row" });
    row.add(header);
    const label = this.document.linesOf(block.label, TEXT.label, COLUMN.label);
    const cell = this.child(row, "TD");
    const content = block.type === "row" ? this.value(cell, block.value) : this.ticks(cell, block);
    const count = Math.max(label.length, content.lineCount, 1);
    this.pieces.push({
      table: this.table,
      spaceBefore: startsTable ? 8 : 0,
      lineHeights: paddedLines(count),
      keepWithNext: false,
      breakable: false,
      paint: (first, last, top) => {
        const textTop = first === 0 ? top + ROW_PADDING : top;
        if (first < label.length) {
          header.add(() => {
            const lines = label.slice(first, last + 1);
            this.document.writeLines(lines, TEXT.label, PAGE.left, textTop);
          });
        }
        content.paint(first, last, textTop);
        if (last === count - 1) {
          const y = textTop + (last - first + 1) * TEXT.value.line + ROW_PADDING;
          this.document.rule(PAGE.left, PAGE.right, y, INK.hairline, 0.6);
        }
      },
    });
  }

  private value(cell: StructureElement, value: string): Content {
    const lines = this.document.linesOf(value, TEXT.value, PAGE.right - VALUE_LEFT);
    return {
      lineCount: lines.length,
      paint: (first, last, top) => {
        if (first < lines.length) {
          cell.add(() => {
            this.document.writeLines(lines.slice(first, last + 1), TEXT.value, VALUE_LEFT, top);
          });
        }
      },
    };
  }

  private ticks(parent: StructureElement, block: Ticks, left = VALUE_LEFT): Content {
    const list = this.child(parent, "L");
    return composeTicks(this.document, list, block.options, left, this.texts);
  }

  /** Tick boxes without a label take the whole width. */
  private looseTicks(block: Ticks): void {
    const content = this.ticks(this.document.root, block, PAGE.left);
    if (!content.lineCount) {
      return;
    }
    this.pieces.push({
      spaceBefore: 6,
      lineHeights: Array.from({ length: content.lineCount }, () => TEXT.value.line),
      keepWithNext: false,
      breakable: false,
      paint: content.paint,
    });
  }

  private signature(block: Signature): void {
    const section = this.child(this.document.root, "Sect");
    const box = signatureBox(this.document, section, block, this.texts);
    this.pieces.push({ ...box, keepWithPrevious: true });
  }

  private child(parent: StructureElement, type: string): StructureElement {
    const element = this.document.struct(type);
    parent.add(element);
    return element;
  }
}

/** A box, and what it wants near. */
interface Piece extends Box {
  /** The table that it is a row of. */
  readonly table?: StructureElement;
  readonly keepWithPrevious?: boolean;
}

/** No row of a longer table stands alone on a page, nor a signature without what it signs. */
function keptTogether(pieces: readonly Piece[]): Box[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1];
    const sameTable = piece.table !== undefined && piece.table === next?.table;
    const first = pieces[index - 1]?.table !== piece.table;
    const lastButOne = pieces[index + 2]?.table !== piece.table;
    const nextKeeps = next?.keepWithPrevious ?? false;
    const keepWithNext = piece.keepWithNext || nextKeeps || (sameTable && (first || lastButOne));
    return { ...piece, keepWithNext };
  });
}
