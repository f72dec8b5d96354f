import type { Locator, Page } from "@playwright/test";
import { DocumentPart } from "./document";
import { Screen } from "./screen";

/** Relecture: the document as it will be read, and what the person declares. */
export class ReadingBackScreen extends Screen {
  readonly document: DocumentPart;
  readonly informed: Locator;
  readonly consent: Locator;

  constructor(page: Page) {
    super(page, "Relire la fiche");
    this.document = new DocumentPart(page);
    this.informed = page.getByRole("checkbox", {
      name: /reconnaît avoir été informée des finalités/,
    });
    this.consent = page.getByRole("checkbox", { name: /consent à la transmission/ });
  }

  async accept(): Promise<void> {
    await this.informed.check();
    await this.consent.check();
    await this.press("Passer à la signature");
  }
}
