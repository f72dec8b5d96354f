// The document as a person reads it, as the core gives it (shared/core/document/print_model.hpp).

export interface PrintModel {
  title: string;
  banner: string;
  source: string;
  blocks: PrintBlock[];
}

export type PrintBlock = Heading | Row | Ticks | Table | Paragraph | Signature | Code;

export interface Heading {
  type: "heading";
  level: number;
  text: string;
}

/** `value` is empty when there is no answer. */
export interface Row {
  type: "row";
  label: string;
  value: string;
}

export interface Ticks {
  type: "ticks";
  label: string;
  options: TickOption[];
}

export interface TickOption {
  label: string;
  ticked: boolean;
}

/** A list whose rows are short: `rows` hold one text for each column, the first one names the row. */
export interface Table {
  type: "table";
  columns: string[];
  rows: string[][];
}

export interface Paragraph {
  type: "paragraph";
  text: string;
}

/** Each stroke is x0,y0,x1,y1,… in the pad's units: 0 to 1000 across, 0 to 300 down. */
export interface Signature {
  type: "signature";
  label: string;
  mode: "papier" | "dessin" | "";
  strokes: number[][];
}

/** Printed as a QR code of `content`. */
export interface Code {
  type: "code";
  label: string;
  content: string;
  /** What it is, for readers who do not see it. */
  alt: string;
}

/** Every text of the model with the JSON pointer of its place, in reading order. */
export function* textsOf(model: PrintModel): Generator<[place: string, text: string]> {
  yield ["/banner", model.banner];
  yield ["/title", model.title];
  yield ["/source", model.source];
  for (const [index, block] of model.blocks.entries()) {
    yield* textsOfBlock(block, `/blocks/${index}`);
  }
}

function* textsOfBlock(block: PrintBlock, place: string): Generator<[string, string]> {
  switch (block.type) {
    case "heading":
    case "paragraph":
      yield [`${place}/text`, block.text];
      return;
    case "row":
      yield [`${place}/label`, block.label];
      yield [`${place}/value`, block.value];
      return;
    case "ticks":
      yield [`${place}/label`, block.label];
      for (const [index, option] of block.options.entries()) {
        yield [`${place}/options/${index}/label`, option.label];
      }
      return;
    case "table":
      for (const [index, column] of block.columns.entries()) {
        yield [`${place}/columns/${index}`, column];
      }
      for (const [index, cell] of block.rows.flat().entries()) {
        const width = block.columns.length;
        yield [`${place}/rows/${Math.floor(index / width)}/${index % width}`, cell];
      }
      return;
    case "code":
    case "signature":
      yield [`${place}/label`, block.label];
  }
}
