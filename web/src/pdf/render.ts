// A fiche as a PDF file: tagged, PDF/A-3a, PDF/UA-1 declared, with its data attached. Nothing but
// the input decides the bytes: no clock, no randomness, no file and no network.
import { compose } from "./compose";
import { PdfFailure } from "./failure";
import { paginate, type Placement } from "./flow";
import { PrintDocument } from "./print_document";
import { textsOf, type PrintModel } from "./print_model";
import { PAGE, TEXT } from "./style";
import { drawnTexts, printTexts, type PrintTexts } from "./texts";

export interface RenderInput {
  model: PrintModel;
  /** Attached byte for byte; null: the document has no such data. */
  ficheJson: Uint8Array | null;
  /** Under which name: "fiche.json" unless it is an answer. */
  jsonName?: "fiche.json" | "reponse.json";
  documentId: string;
  /** ISO day, such as "2026-11-22": the only date in the file. */
  created: string;
  /** A TrueType font; the characters used are embedded. */
  font: Uint8Array;
  /** The message catalogue; its "pdf." texts are used. */
  texts: Readonly<Record<string, string>>;
}

/** Throws PdfFailure. */
export async function renderPdf(input: RenderInput): Promise<Uint8Array> {
  const texts = printTexts(input.texts, input.documentId);
  const model = composed(input.model);
  const created = new Date(`${input.created}T00:00:00Z`);
  const document = new PrintDocument(
    { title: model.title, documentId: input.documentId, created },
    input.font,
  );
  refuseMissingCharacters(document, textsOf(model));
  refuseMissingCharacters(document, drawnTexts(texts));
  attach(document, input, created, texts.attachment);
  paint(document, model, texts);
  return document.bytes();
}

/** Accents typed apart from their letters (Unicode NFD) print as the letters that the font has. */
function composed(model: PrintModel): PrintModel {
  return JSON.parse(JSON.stringify(model), (_key, value: unknown) =>
    typeof value === "string" ? value.normalize("NFC") : value,
  ) as PrintModel;
}

/** A name printed with a hole in it would be another name: such a document is refused. */
function refuseMissingCharacters(
  document: PrintDocument,
  texts: Iterable<readonly [place: string, text: string]>,
): void {
  for (const [place, text] of texts) {
    const character = document.missingCharacter(text);
    if (character !== undefined) {
      const hexadecimal = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
      const codepoint = `U+${hexadecimal.padStart(4, "0")}`;
      throw new PdfFailure("pdf.missing-glyph", place, { character, codepoint });
    }
  }
}

function attach(
  document: PrintDocument,
  { ficheJson, jsonName = "fiche.json" }: RenderInput,
  created: Date,
  description: string,
): void {
  if (!ficheJson) return;
  document.file(ficheJson, {
    name: jsonName,
    type: "application/json",
    description,
    relationship: "Data",
    creationDate: created,
    modifiedDate: created,
  });
}

function paint(document: PrintDocument, model: PrintModel, texts: PrintTexts): void {
  const runningTitle = document.linesOf(model.title, TEXT.margin, PAGE.right - PAGE.left);
  const pages = paginate(compose(document, model, texts), {
    firstTop: PAGE.top,
    nextTop: PAGE.top + runningTitle.length * TEXT.margin.line + 14,
    bottom: PAGE.bottom,
  });
  pages.forEach((placements, index) => {
    document.addPage();
    if (index > 0) {
      paintRunningTitle(document, runningTitle);
    }
    paintPlacements(placements);
    paintFooter(document, texts.document, texts.page(index + 1, pages.length));
  });
}

function paintPlacements(placements: readonly Placement[]): void {
  for (const { box, first, last, top, headerTop } of placements) {
    if (headerTop !== undefined) {
      box.header?.paint(headerTop);
    }
    box.paint(first, last, top);
  }
}

function paintRunningTitle(document: PrintDocument, lines: readonly string[]): void {
  document.artifact("Pagination", () => {
    document.writeLines(lines, TEXT.margin, PAGE.left, PAGE.top - 8);
  });
}

function paintFooter(document: PrintDocument, left: string, right: string): void {
  document.artifact("Pagination", () => {
    document.writeLines([left], TEXT.margin, PAGE.left, PAGE.footer);
    const start = PAGE.right - document.widthOf(right, TEXT.margin);
    document.writeLines([right], TEXT.margin, start, PAGE.footer);
  });
}
