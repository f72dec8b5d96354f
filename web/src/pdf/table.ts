// Rows between hairlines. A list of short rows is a table of its own: its columns' headings come again at the top of
// each page that it reaches, where readers, who know them already, skip them.
import type { StructureElement } from "pdfkit";

import type { Box, Header } from "./flow";
import type { PrintDocument } from "./print_document";
import type { Table } from "./print_model";
import { INK, PAGE, TEXT, type TextStyle } from "./style";

export const ROW_PADDING = 3.5;
const GAP = 10;

/** No column claims more than this for one long word, nor for its longest text. */
const MOST = { word: 140, text: 220 } as const;

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

/** Each column has room for its longest word; what is left goes to those with the longest texts. */
function columnsOf(document: PrintDocument, block: Table): Column[] {
  const available = PAGE.right - PAGE.left - GAP * (block.columns.length - 1);
  const claims = block.columns.map((heading, index) => {
    const texts = [heading, ...block.rows.map((row) => row[index] ?? "")];
    const word = widest(document, texts.join(" ").split(" "));
    return {
      word: Math.min(word, MOST.word),
      more: Math.max(0, Math.min(widest(document, texts), MOST.text) - word),
    };
  });
  const words = claims.reduce((sum, { word }) => sum + word, 0);
  const more = claims.reduce((sum, claim) => sum + claim.more, 0);
  const left = available - words;
  const widthOf = ({ word, more: wanted }: { word: number; more: number }) =>
    left > 0 && more > 0 ? word + (left * wanted) / more : (word * available) / words;
  let start: number = PAGE.left;
  return claims.map((claim) => {
    const column = { left: start, width: widthOf(claim) };
    start += column.width + GAP;
    return column;
  });
}

/** In the larger of the two styles of a table. */
function widest(document: PrintDocument, texts: readonly string[]): number {
  return Math.max(...texts.map((text) => document.widthOf(text, TEXT.value)));
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
