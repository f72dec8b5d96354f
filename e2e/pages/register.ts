import { expect, type Locator, type Page } from "@playwright/test";
import { Screen } from "./screen";

/** Registre: the list of users that a manager of accounts keeps in one sealed file. */
export class RegisterScreen extends Screen {
  readonly newcomer: Screen;
  readonly user: Screen;
  readonly sealing: Screen;
  readonly imported: Screen;
  readonly acts: Screen;
  readonly actsSealing: Screen;
  readonly list: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    super(page, "Registre des habilitations");
    this.newcomer = new Screen(page, "Inscrire une personne");
    this.user = new Screen(page, "Personne habilitée");
    this.sealing = new Screen(page, "Sceller le registre");
    this.imported = new Screen(page, "Importer un tableau");
    this.acts = new Screen(page, "Produire les habilitations nominatives");
    this.actsSealing = new Screen(page, "Relire et sceller les documents");
    this.list = page.getByRole("grid", { name: "Personnes inscrites" });
    this.search = this.field("Chercher");
  }

  field(label: string): Locator {
    return this.page.getByRole("textbox", { name: label, exact: true });
  }

  choice(label: string): Locator {
    return this.page.getByRole("combobox", { name: label, exact: true });
  }

  row(name: string): Locator {
    return this.list.getByRole("row").filter({ has: this.link(name) });
  }

  link(name: string): Locator {
    return this.page.getByRole("link", { name, exact: true });
  }

  async begin(organisation: string, safir: string): Promise<void> {
    await this.field("Organisme (raison sociale)").fill(organisation);
    await this.field("Code SAFIR").fill(safir);
    await this.page.getByRole("radio", { name: "Pas-de-Calais", exact: true }).check();
    await this.press("Commencer le registre");
  }

  /** @param user answers by label */
  async enlist(user: Record<string, string>): Promise<void> {
    await this.press("Inscrire une personne");
    await this.newcomer.expectShown();
    for (const [label, value] of Object.entries(user)) await this.field(label).fill(value);
    await this.page
      .getByRole("radiogroup", { name: /^Fonction manager/ })
      .getByRole("radio", { name: "Non", exact: true })
      .check();
    await this.press("Inscrire la personne");
    await this.user.expectShown();
  }

  async grant(tool: string, day: string): Promise<void> {
    await this.choice("Outil").selectOption({ label: tool });
    await this.field("à compter du").fill(day);
    await this.press("Accorder l’outil");
    await expect(this.status).toHaveText("L’outil est accordé.");
  }

  async goBack(): Promise<void> {
    await this.press("Revenir au registre");
    await this.expectShown();
  }

  /** Seals once the locks are given, and saves the file into a folder. */
  async sealInto(folder: string): Promise<string> {
    await this.press("Sceller le registre");
    await expect(this.button("Enregistrer le fichier scellé (.age)")).toBeVisible();
    return (await this.save("Enregistrer le fichier scellé (.age)", folder)).path;
  }
}
