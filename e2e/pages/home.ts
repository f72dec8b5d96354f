import type { Page } from "@playwright/test";
import { Screen } from "./screen";

/** Accueil: choose a form or open a file. */
export class HomeScreen extends Screen {
  constructor(page: Page) {
    super(page, "Remplir et sceller une fiche de liaison");
  }

  async startFiche(): Promise<void> {
    await this.start("Accompagnement global – accord tacite");
  }

  /** @param title the form's short title */
  async start(title: string): Promise<void> {
    await this.press(`Commencer : ${title}`);
  }

  async openFile(): Promise<void> {
    await this.press("Ouvrir un pli");
  }
}
