// The sentences that the writer itself puts into a document, from the message catalogue.
import { PdfFailure } from "./failure";

export interface PrintTexts {
  attachment: string;
  ticked: string;
  unticked: string;
  drawnSignature: string;
  paperSignature: string;
  document: string;
  page: (page: number, pages: number) => string;
}

type Catalogue = Readonly<Record<string, string>>;

/** The texts for one document. Throws PdfFailure "pdf.missing-text" (place: the key). */
export function printTexts(catalogue: Catalogue, documentId: string): PrintTexts {
  const text = (key: string, params: Catalogue = {}): string => {
    const template = catalogue[key];
    if (template === undefined) {
      throw new PdfFailure("pdf.missing-text", key);
    }
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  };
  return {
    attachment: text("pdf.attachment"),
    ticked: text("pdf.ticked"),
    unticked: text("pdf.unticked"),
    drawnSignature: text("pdf.signature-drawn"),
    paperSignature: text("pdf.signature-paper"),
    document: text("pdf.document", { id: documentId }),
    page: (page, pages) => text("pdf.page", { page: String(page), pages: String(pages) }),
  };
}

/** The texts that are drawn, by key; the others are only said. */
export function drawnTexts(texts: PrintTexts): [key: string, text: string][] {
  return [
    ["pdf.ticked", texts.ticked],
    ["pdf.unticked", texts.unticked],
    ["pdf.signature-paper", texts.paperSignature],
    ["pdf.document", texts.document],
    ["pdf.page", texts.page(1, 1)],
  ];
}
