/** Why a document cannot be printed. The French sentence is `error.<code>` of the texts. */
export type PdfFailureCode =
  /** The print font lacks a character: params `character`, `codepoint` ("U+0416"). */
  | "pdf.missing-glyph"
  /** A text of the "pdf." family is absent: place is its key. */
  | "pdf.missing-text"
  /** The font's bytes cannot be read. */
  | "pdf.font"
  /** Anything else. */
  | "pdf.failed";

export class PdfFailure extends Error {
  constructor(
    readonly code: PdfFailureCode,
    /** JSON pointer into the print model, or what the code says. */
    readonly place = "",
    readonly params: Record<string, string> = {},
  ) {
    super(`${code} ${place}`);
    this.name = "PdfFailure";
  }
}
