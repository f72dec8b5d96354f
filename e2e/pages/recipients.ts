import { expect, type Locator, type Page } from "@playwright/test";
import { Screen } from "./screen";

/** Who a fiche de liaison of a France Travail adviser goes to, as the roles are worded. */
export const SLAI = "SLAI du Conseil Départemental (chef de SLAI)";

/** Destinataires: named keys or a generated passphrase. */
export class RecipientsScreen extends Screen {
  readonly byKeys: Locator;
  readonly byPassphrase: Locator;
  readonly keys: Locator;
  readonly keyFile: Locator;
  readonly roles: Locator;
  readonly words: Locator;
  readonly noted: Locator;
  readonly armor: Locator;
  readonly sevenZip: Locator;

  constructor(page: Page) {
    super(page, "Choisir qui pourra ouvrir le fichier");
    this.byKeys = page.getByRole("radio", { name: /Avec la clé de chaque destinataire/ });
    this.byPassphrase = page.getByRole("radio", { name: /Avec une phrase de passe/ });
    this.keys = page.getByRole("textbox", { name: "Clés publiques des destinataires" });
    this.keyFile = page.getByLabel("Ou un fichier de clés publiques");
    this.roles = page.getByRole("combobox", { name: /^Rôle de la personne qui détient la clé/ });
    this.words = page.getByText(/^[a-z]+(-[a-z]+){7}$/);
    this.noted = page.getByRole("checkbox", { name: /J’ai noté la phrase de passe/ });
    this.sevenZip = page.getByRole("checkbox", { name: /archive 7-Zip/ });
    this.armor = page.getByRole("checkbox", { name: /version texte/ });
  }

  async addKeys(...recipients: string[]): Promise<void> {
    await this.keys.fill(recipients.join("\n"));
    await this.press("Ajouter ces clés");
  }

  async expectCount(sentence: string): Promise<void> {
    await expect(this.page.getByRole("heading", { name: sentence })).toBeVisible();
  }

  /** Has a passphrase made, for a role where roles are asked for, notes it and returns it. */
  async makePassphrase(role: string | null = SLAI): Promise<string> {
    await this.byPassphrase.check();
    if (role) await this.page.getByRole("checkbox", { name: role, exact: true }).check();
    await this.press("Produire une phrase de passe");
    await expect(this.words).toBeVisible();
    const words = (await this.words.textContent()) ?? "";
    await this.noted.check();
    return words;
  }

  /** Asks for a 7-Zip archive beside a fiche that is sealed to keys; returns its passphrase. */
  async makeSevenZip(): Promise<string> {
    await this.sevenZip.check();
    await this.press("Produire une phrase de passe");
    await expect(this.words).toBeVisible();
    const words = (await this.words.textContent()) ?? "";
    await this.noted.check();
    return words;
  }

  /** Gives each key the role at its place, the last one to all that follow. */
  async giveRoles(...roles: string[]): Promise<void> {
    await expect(this.roles.first()).toBeVisible();
    for (const [n, select] of (await this.roles.all()).entries())
      await select.selectOption({ label: roles[n] ?? roles.at(-1) ?? SLAI });
  }

  async sealTo(...roles: string[]): Promise<void> {
    await this.giveRoles(...roles);
    await this.seal();
  }

  async seal(): Promise<void> {
    await this.press("Sceller la fiche");
  }
}
