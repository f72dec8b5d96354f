import type { Page } from "@playwright/test";

/** The document as it is read: headings, and rows of a label and a value. */
export class DocumentPart {
  constructor(private readonly page: Page) {}

  /** Label and value of each row, in order. */
  async rows(): Promise<[string, string][]> {
    const shown = this.page.getByRole("region", { name: "Document", exact: true });
    const labels = await shown.getByRole("term").allInnerTexts();
    const values = await shown.getByRole("definition").allInnerTexts();
    return labels.map((label, row) => [label, values[row] ?? ""]);
  }
}
