import { expect, type Locator, type Page } from "@playwright/test";
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

  /** Waits until what the browser keeps of a document says this: leaving at once would be faster than its disk. */
  async expectKept(document: string, part: string): Promise<void> {
    const kept = (): Promise<string> =>
      this.page.evaluate(
        (key) =>
          new Promise<string>((resolve) => {
            const opening = indexedDB.open("pli");
            opening.addEventListener("success", () => {
              const database = opening.result;
              const asked = database.transaction("receipts").objectStore("receipts").get(key);
              asked.addEventListener("success", () => {
                database.close();
                resolve(String(asked.result));
              });
            });
          }),
        document,
      );
    await expect.poll(kept).toContain(part);
  }

  async open(document: string): Promise<void> {
    await this.row(document).getByRole("link").click();
  }
}
