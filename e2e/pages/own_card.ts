import type { Locator, Page } from "@playwright/test";
import type { Agent } from "../fixtures/fiche";
import { Screen } from "./screen";

/** Ma carte: the user's own details. */
export class OwnCardScreen extends Screen {
  readonly keep: Locator;
  readonly file: Locator;

  constructor(page: Page) {
    super(page, "Ma carte");
    this.keep = page.getByRole("checkbox", { name: "Garder ma carte dans ce navigateur" });
    this.file = page.getByLabel("Reprendre une carte enregistrée");
  }

  field(label: string): Locator {
    return this.page.getByRole("textbox", { name: label, exact: true });
  }

  async fill(agent: Agent, structure: string): Promise<void> {
    await this.field("Nom").fill(agent.nom);
    await this.field("Prénom").fill(agent.prenom);
    await this.field("Fonction").fill(agent.fonction);
    await this.field("Téléphone").fill(agent.telephone);
    await this.field("@mail").fill(agent.mail);
    await this.field("Structure").fill(structure);
  }

  async use(): Promise<void> {
    await this.press("Utiliser cette carte");
  }
}
