import { expect, type Locator, type Page } from "@playwright/test";
import { readKeptText } from "../fixtures/kept";
import { Screen } from "./screen";

/** Mes plis: the receipts, and one of them. */
export class FollowUpScreen extends Screen {
  readonly file: Locator;
  readonly receiptTitle: Locator;
  readonly delivered: Locator;
  readonly deliveredOn: Locator;
  readonly answered: Locator;
  readonly answeredOn: Locator;

  constructor(page: Page) {
    super(page, "Mes plis");
    this.file = page.getByLabel("Fichier de reçus");
    this.receiptTitle = page.getByRole("heading", { level: 1, name: "Reçu d’un pli" });
    this.delivered = page.getByRole("checkbox", { name: /^J’ai remis ce pli/ });
    this.deliveredOn = page.getByRole("textbox", { name: "Remis le" });
    this.answered = page.getByRole("checkbox", { name: /^Une réponse est arrivée/ });
    this.answeredOn = page.getByRole("textbox", { name: "Réponse reçue le" });
  }

  /** The row of a document, by its whole number. */
  row(document: string): Locator {
    return this.page.getByRole("row").filter({ hasText: document.slice(0, 8) });
  }

  /** Waits until what the browser keeps of a document says this: leaving at once would be faster than its disk. */
  async expectKept(document: string, part: string): Promise<void> {
    await expect.poll(() => readKeptText(this.page, "receipts", document)).toContain(part);
  }

  /** A number on a receipt, without the spaces that it is read by. */
  async number(label: string): Promise<string> {
    return (await this.fact(label)).replaceAll(" ", "");
  }

  async open(document: string): Promise<void> {
    await this.row(document).getByRole("link").click();
  }
}
