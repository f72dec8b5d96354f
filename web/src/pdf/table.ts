// Rows between hairlines. A list of short rows is a table of its own: its columns' headings come again at the top of
// each page that it reaches, where readers, who know them already, skip them.
import type { StructureElement } from "pdfkit";

import type { Box, Header } from "./flow";
import type { PrintDocument } from "./print_document";
import type { Table } from "./print_model";
import { INK, PAGE, TEXT, type TextStyle } from "./style";

export const ROW_PADDING = 3.5;
const GAP = 10;

/** How much a column counts when the width is shared out, whatever stands in it. */
const WEIGHT = { least: 70, most: 220 } as const;

/** A row of a table. */
export interface TableBox extends Box {
  readonly table: StructureElement;
}

interface Column {
  readonly left: number;
  readonly width: number;
}

interface Cell {
  readonly element: StructureElement;
  readonly lines: readonly string[];
  readonly column: Column;
}

/** The headings of the columns, then the rows, as children of `parent`. */
export function composeTable(
  document: PrintDocument,
  parent: StructureElement,
  block: Table,
): TableBox[] {
  const table = document.struct("Table");
  parent.add(table);
  const columns = columnsOf(document, block);
  const headings = cellsOf(document, table, block.columns, columns, TEXT.label, () =>
    document.struct("TH", { scope: "Column" }),
  );
  const header = repeated(document, headings);
  const rows = block.rows.map((texts, index) => {
    const cells = cellsOf(document, table, texts, columns, TEXT.value, (column) =>
      column === 0 ? document.struct("TH", { scope: "Row" }) : document.struct("TD"),
    );
    const box = rowBox(document, table, cells, TEXT.value);
    return { ...box, header, keepWithNext: index === 0 && block.rows.length > 1 };
  });
  const first = rowBox(document, table, headings, TEXT.label);
  return [{ ...first, spaceBefore: 8, keepWithNext: true }, ...rows];
}

/** The heights of a row's lines, with the room above and below them. */
export function paddedLines(count: number): number[] {
  const heights = Array.from({ length: count }, () => TEXT.value.line);
  heights[0] = (heights[0] ?? 0) + ROW_PADDING;
  heights[count - 1] = (heights[count - 1] ?? 0) + ROW_PADDING;
  return heights;
}

/** Columns share the page by what stands in them; none is starved, none takes all. */
function columnsOf(document: PrintDocument, block: Table): Column[] {
  const weights = block.columns.map((heading, index) => {
    const texts = block.rows.map((row) => row[index] ?? "");
    const widths = texts.map((text) => document.widthOf(text, TEXT.value));
    const widest = Math.max(document.widthOf(heading, TEXT.label), ...widths);
    return Math.min(Math.max(widest, WEIGHT.least), WEIGHT.most);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const available = PAGE.right - PAGE.left - GAP * (weights.length - 1);
  let left: number = PAGE.left;
  return weights.map((weight) => {
    const column = { left, width: (available * weight) / total };
    left += column.width + GAP;
    return column;
  });
}

function cellsOf(
  document: PrintDocument,
  table: StructureElement,
  texts: readonly string[],
  columns: readonly Column[],
  style: TextStyle,
  elementOf: (column: number) => StructureElement,
): Cell[] {
  const row = document.struct("TR");
  table.add(row);
  return columns.map((column, index) => {
    const element = elementOf(index);
    row.add(element);
    return { element, lines: document.linesOf(texts[index] ?? "", style, column.width), column };
  });
}

function rowBox(
  document: PrintDocument,
  table: StructureElement,
  cells: readonly Cell[],
  style: TextStyle,
): TableBox {
  const count = lineCount(cells);
  return {
    table,
    spaceBefore: 0,
    lineHeights: paddedLines(count),
    keepWithNext: false,
    breakable: false,
    paint: (first, last, top) => {
      const textTop = first === 0 ? top + ROW_PADDING : top;
      for (const { element, lines, column } of cells) {
        if (first < lines.length) {
          element.add(() => {
            document.writeLines(lines.slice(first, last + 1), style, column.left, textTop);
          });
        }
      }
      if (last === count - 1) {
        underline(document, textTop + (last - first + 1) * TEXT.value.line + ROW_PADDING);
      }
    },
  };
}

function repeated(document: PrintDocument, headings: readonly Cell[]): Header {
  const height = paddedLines(lineCount(headings)).reduce((sum, line) => sum + line, 0);
  return {
    height,
    paint: (top) => {
      document.artifact("Pagination", () => {
        for (const { lines, column } of headings) {
          document.writeLines(lines, TEXT.label, column.left, top + ROW_PADDING);
        }
      });
      underline(document, top + height);
    },
  };
}

function lineCount(cells: readonly Cell[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length));
}

function underline(document: PrintDocument, y: number): void {
  document.rule(PAGE.left, PAGE.right, y, INK.hairline, 0.6);
}
