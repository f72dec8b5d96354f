import { expect, type Page } from "@playwright/test";
import { DocumentPart } from "./document";
import { Screen } from "./screen";

/** Lecture: an opened document, read-only. */
export class ReadingScreen extends Screen {
  readonly document: DocumentPart;

  constructor(page: Page) {
    super(page, "Lire le pli");
    this.document = new DocumentPart(page);
  }

  override async expectShown(): Promise<void> {
    await expect(this.title).toBeVisible({ timeout: 30_000 });
  }

  /** The printed value beside a label. Labels recur (two agents): the n-th one. */
  async expectRow(label: string, value: string): Promise<void> {
    const term = this.page.getByRole("term").filter({ hasText: new RegExp(`^${label}$`) });
    const values = await term.locator("xpath=following-sibling::dd[1]").allInnerTexts();
    expect(values, label).toContain(value);
  }

  async correct(): Promise<void> {
    await this.press("Corriger ce pli");
  }
}
