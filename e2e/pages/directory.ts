import { expect, type Locator, type Page } from "@playwright/test";
import type { DirectoryFiles } from "../fixtures/directory";
import { Screen } from "./screen";

/** Annuaire: loaded, searched, an entry looked at. */
export class DirectoryScreen extends Screen {
  readonly file: Locator;
  readonly signature: Locator;
  readonly search: Locator;
  readonly role: Locator;
  readonly keep: Locator;
  readonly count: Locator;
  readonly entry: Screen;

  constructor(page: Page) {
    super(page, "Annuaire des correspondants");
    this.file = page.getByLabel("Fichier de l’annuaire", { exact: true });
    this.signature = page.getByLabel("Fichier de sa signature", { exact: true });
    this.search = page.getByRole("textbox", { name: "Chercher" });
    this.role = page.getByRole("combobox", { name: "Rôle", exact: true });
    this.keep = page.getByRole("checkbox", { name: /Garder l’annuaire sur ce poste/ });
    this.count = page.getByText(/^\d+ inscriptions? trouvées?$/);
    this.entry = new Screen(page, "Inscription à l’annuaire");
  }

  async give({ text, minisig }: Partial<DirectoryFiles>): Promise<void> {
    await this.file.setInputFiles(text ? [text] : []);
    await this.signature.setInputFiles(minisig ? [minisig] : []);
    await this.press("Vérifier et charger");
  }

  async load(files: DirectoryFiles): Promise<void> {
    await this.give(files);
    await expect(this.status.first()).toContainText("L’annuaire est vérifié et chargé");
  }

  /** Keeping it: begins a first one. */
  async begin(): Promise<void> {
    await this.press("Tenir l’annuaire");
    await this.press("Commencer un premier annuaire");
  }

  async enlist(role: string, structure: string): Promise<void> {
    await this.press("Ajouter une inscription");
    await this.role.selectOption({ label: role });
    await this.page.getByRole("textbox", { name: "Structure", exact: true }).fill(structure);
    await this.press("Inscrire");
    await expect(this.status).toContainText("L’inscription est notée");
  }

  async open(name: string): Promise<void> {
    await this.page.getByRole("link", { name, exact: true }).click();
    await this.entry.expectShown();
  }
}
