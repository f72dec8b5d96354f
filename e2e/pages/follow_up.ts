import type { Locator, Page } from "@playwright/test";
import { Screen } from "./screen";

/** Mes plis: the receipts, and one of them. */
export class FollowUpScreen extends Screen {
  readonly file: Locator;
  readonly receiptTitle: Locator;
  readonly delivered: Locator;
  readonly deliveredOn: Locator;
  readonly answered: Locator;

  constructor(page: Page) {
    super(page, "Mes plis");
    this.file = page.getByLabel("Fichier de reçus");
    this.receiptTitle = page.getByRole("heading", { level: 1, name: "Reçu d’un pli" });
    this.delivered = page.getByRole("checkbox", { name: /^J’ai remis ce pli/ });
    this.deliveredOn = page.getByRole("textbox", { name: "Remis le" });
    this.answered = page.getByRole("checkbox", { name: /^Une réponse est arrivée/ });
  }

  /** The row of a document, by its whole number. */
  row(document: string): Locator {
    return this.page.getByRole("row").filter({ hasText: document.slice(0, 8) });
  }

  async open(document: string): Promise<void> {
    await this.row(document).getByRole("link").click();
  }
}
