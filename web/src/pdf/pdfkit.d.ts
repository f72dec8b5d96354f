// What Pli uses of pdfkit 0.20 (which ships no declarations).
declare module "pdfkit" {
  /** A node of the structure tree. A function child draws the node's content on the current page. */
  export interface StructureElement {
    add(child: StructureElement | (() => void)): this;
  }

  export interface StructureOptions {
    alt?: string;
    /** Left, top, right, bottom on the current page. */
    bbox?: [number, number, number, number];
    scope?: "Row" | "Column";
  }

  export interface DocumentOptions {
    autoFirstPage: boolean;
    displayTitle: boolean;
    font: Uint8Array;
    info: Record<string, string | Date>;
    lang: string;
    margin: number;
    pdfVersion: "1.7";
    size: "A4";
    subset: "PDF/A-3a";
    tagged: boolean;
  }

  export interface AttachmentOptions {
    name: string;
    type: string;
    description: string;
    relationship: "Data";
    creationDate: Date;
    modifiedDate: Date;
  }

  export default class PDFDocument {
    constructor(options: DocumentOptions);

    on(event: "data", listener: (chunk: Uint8Array) => void): this;
    on(event: "end", listener: () => void): this;
    end(): void;

    addPage(): this;
    addContent(operators: string): this;
    file(bytes: Uint8Array, options: AttachmentOptions): unknown;

    appendXML(xml: string): void;
    /** Called once by end(): describes the document in its XMP metadata. */
    protected _addInfo(): void;

    /** The font in use. */
    protected readonly _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };

    struct(type: string, options?: StructureOptions): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: "Artifact", options: { type: "Pagination" | "Layout" }): this;
    endMarkedContent(): this;

    fontSize(size: number): this;
    widthOfString(text: string): number;
    text(
      text: string,
      x: number,
      y: number,
      options: { lineBreak: false; baseline: "alphabetic"; horizontalScaling?: number },
    ): this;

    save(): this;
    restore(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    lineWidth(width: number): this;
    lineCap(style: "round" | "butt"): this;
    lineJoin(style: "round" | "miter"): this;
    fillColor(color: string): this;
    fill(color: string): this;
    stroke(color: string): this;
    fillAndStroke(fillColor: string, strokeColor: string): this;
  }

  /** Breaks a text into lines by UAX #14, with the document's font and size. */
  export class LineWrapper {
    constructor(document: PDFDocument, options: { width: number; height: number });
    on(event: "line", listener: (line: string) => void): this;
    wrap(text: string, options: { width: number }): void;
  }
}
