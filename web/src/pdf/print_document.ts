// One PDF file being written: pdfkit with Pli's metadata, its single font, and text by the line.
import PDFDocument, { LineWrapper, type StructureElement } from "pdfkit";

import { PdfFailure } from "./failure";
import { PRODUCER, xmpDescriptions, type Description } from "./metadata";
import type { TextStyle } from "./style";

export class PrintDocument extends PDFDocument {
  /** The root of the structure tree, in reading order. */
  readonly root: StructureElement;
  private readonly description: Description;

  /** Throws PdfFailure "pdf.font" when the font's bytes cannot be read. */
  constructor(description: Description, font: Uint8Array) {
    try {
      super({
        autoFirstPage: false,
        displayTitle: true,
        font,
        // The file's identifier is a digest of these, hence the document's own id among them.
        info: {
          Title: description.title,
          Keywords: description.documentId,
          Creator: PRODUCER,
          Producer: PRODUCER,
          CreationDate: description.created,
          ModDate: description.created,
        },
        lang: "fr",
        margin: 0,
        pdfVersion: "1.7",
        size: "A4",
        subset: "PDF/A-3a",
        tagged: true,
      });
    } catch {
      throw new PdfFailure("pdf.font");
    }
    this.description = description;
    this.root = this.struct("Document");
    this.addStructure(this.root);
  }

  /** The first character of `text` that the font cannot draw. */
  missingCharacter(text: string): string | undefined {
    const font = this._font.font;
    return [...text].find(
      (character) =>
        character !== "\n" && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    );
  }

  /** The lines that `text` takes in `width`; none for an empty text. */
  linesOf(text: string, style: TextStyle, width: number): string[] {
    if (text === "") {
      return [];
    }
    const lines: string[] = [];
    this.fontSize(style.size);
    new LineWrapper(this, { width, height: Infinity })
      .on("line", (line) => lines.push(line.replaceAll("\n", " ")))
      .wrap(text, { width });
    return lines;
  }

  widthOf(text: string, style: TextStyle): number {
    return this.fontSize(style.size).widthOfString(text);
  }

  /** Writes lines one under the other, the first one's top at `top`. */
  writeLines(lines: readonly string[], style: TextStyle, left: number, top: number): void {
    this.fontSize(style.size).fillColor(style.color);
    lines.forEach((line, index) => {
      const baseline = top + index * style.line + style.baseline;
      this.text(line, left, baseline, { lineBreak: false, baseline: "alphabetic" });
    });
  }

  /** Draws what carries no meaning (rules, frames, page numbers): readers skip it. */
  artifact(type: "Pagination" | "Layout", draw: () => void): void {
    this.markContent("Artifact", { type });
    draw();
    this.endMarkedContent();
  }

  rule(left: number, right: number, y: number, color: string, width: number): void {
    this.artifact("Layout", () => {
      this.lineWidth(width).lineCap("butt").moveTo(left, y).lineTo(right, y).stroke(color);
    });
  }

  /** Ends the document and gives its bytes. */
  async bytes(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    await new Promise<void>((resolve) => {
      this.on("data", (chunk) => chunks.push(chunk));
      this.on("end", resolve);
      this.end();
    });
    return concatenate(chunks);
  }

  // pdfkit's own version neither escapes the texts nor declares PDF/UA beside PDF/A.
  protected override _addInfo(): void {
    this.appendXML(xmpDescriptions(this.description));
  }
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
