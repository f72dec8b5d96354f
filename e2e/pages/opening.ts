import { expect, type Locator, type Page } from "@playwright/test";
import { Screen } from "./screen";

/** Ouvrir: choose a file, give a key or the passphrase. */
export class OpeningScreen extends Screen {
  readonly file: Locator;
  readonly passphrase: Locator;
  readonly keyFile: Locator;

  readonly reveal: Locator;

  constructor(page: Page) {
    super(page, "Ouvrir un pli");
    this.file = page.getByLabel("Fichier scellé");
    this.passphrase = page.getByRole("textbox", { name: "Phrase de passe", exact: true });
    this.reveal = page.getByRole("button", { name: "Afficher la phrase de passe", exact: true });
    this.keyFile = page.getByLabel("Votre fichier de clé", { exact: true });
  }

  async openWithKey(file: string, keyFile: string): Promise<void> {
    await this.file.setInputFiles(file);
    await this.keyFile.setInputFiles(keyFile);
    await this.press("Ouvrir le pli");
  }

  async openWithPassphrase(file: string, passphrase: string): Promise<void> {
    await this.file.setInputFiles(file);
    await this.passphrase.fill(passphrase);
    await this.press("Ouvrir le pli");
  }

  /** In the place of one that was chosen before. */
  async openAnotherWithPassphrase(file: string, passphrase: string): Promise<void> {
    await this.file.setInputFiles(file);
    await expect(this.passphrase).toHaveValue(""); // that of this file, not of the one before
    await this.passphrase.fill(passphrase);
    await this.press("Ouvrir le pli");
  }
}
