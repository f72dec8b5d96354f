import { expect, type Locator, type Page } from "@playwright/test";
import { Screen } from "./screen";

/** Terminé: the sealed file and what is left to do with it. */
export class DoneScreen extends Screen {
  readonly stored: Locator;

  constructor(page: Page) {
    super(page, "Le pli est scellé");
    this.stored = page.getByLabel("Le fichier .age enregistré");
  }

  /** Waits for the end of sealing: scrypt alone takes about a second. */
  override async expectShown(): Promise<void> {
    await expect(this.title).toBeVisible({ timeout: 30_000 });
  }
}
