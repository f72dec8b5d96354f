import { expect, type Locator, type Page } from "@playwright/test";
import { Screen } from "./screen";

export interface KeyFiles {
  key: string;
  signature: string;
  passphrase: string;
}

/** Mes clés: a key is made, its backup tried; it is unlocked and locked. */
export class OwnKeysScreen extends Screen {
  readonly words: Locator;
  readonly keyFile: Locator;
  readonly signatureFile: Locator;
  readonly passphrase: Locator;
  readonly lockTitle: Locator;

  constructor(page: Page) {
    super(page, "Mes clés");
    this.words = page.getByText(/^[a-z]+(-[a-z]+){7}$/);
    this.keyFile = page.getByLabel("Votre fichier de clé", { exact: true });
    this.signatureFile = page.getByLabel(/^Votre fichier de signature/);
    this.passphrase = page.getByRole("textbox", { name: "Phrase de passe de votre clé" });
    this.lockTitle = page.getByRole("heading", { level: 1, name: "Pli est verrouillé" });
  }

  /** Has a passphrase made, notes it and returns it. */
  async notePassphrase(): Promise<string> {
    await this.press("Produire une phrase de passe");
    await expect(this.words).toBeVisible();
    const words = (await this.words.textContent()) ?? "";
    await this.page.getByRole("checkbox", { name: /J’ai noté la phrase de passe/ }).check();
    return words;
  }

  /** From the first click to saved files; their backup is not tried yet. */
  async make(folder: string, { signing = false } = {}): Promise<KeyFiles> {
    await this.press("Commencer la création");
    const signs = this.page.getByRole("checkbox", { name: /Ajouter une clé de signature/ });
    if (signing) await signs.check();
    const passphrase = await this.notePassphrase();
    await this.press("Fabriquer la clé");
    await expect(
      this.page.getByText("Cette clé ne sert pas encore", { exact: false }),
    ).toBeVisible();
    const { path: key } = await this.save("Enregistrer cle.age", folder);
    const signature = signing ? (await this.save("Enregistrer signature.age", folder)).path : "";
    return { key, signature, passphrase };
  }

  async give({ key, signature, passphrase }: KeyFiles): Promise<void> {
    await this.keyFile.setInputFiles(key);
    if (signature) await this.signatureFile.setInputFiles(signature);
    await this.passphrase.fill(passphrase);
  }

  async tryBackup(files: KeyFiles): Promise<void> {
    await this.give(files);
    await this.press("Vérifier la sauvegarde");
    await expect(this.status).toContainText("La sauvegarde est vérifiée");
  }

  async unlock(files: KeyFiles): Promise<void> {
    await this.give(files);
    await this.press("Déverrouiller");
  }
}
