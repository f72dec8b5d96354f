import type { Locator, Page } from "@playwright/test";
import { Screen } from "./screen";

/** Accueil: choose a form or open a file. */
export class HomeScreen extends Screen {
  /** A form to be printed and filled in by hand. */
  readonly blank: Screen;

  constructor(page: Page) {
    super(page, "Remplir et sceller une fiche de liaison");
    this.blank = new Screen(page, "Imprimer un formulaire vierge");
  }

  territory(name: string): Locator {
    return this.page.getByRole("radio", { name, exact: true });
  }

  /** The browser remembers the choice: it is made once in a story. */
  async chooseTerritory(name = "Pas-de-Calais"): Promise<void> {
    await this.territory(name).check();
  }

  async startFiche(): Promise<void> {
    await this.start("Accompagnement global – accord tacite");
  }

  /** @param title the form's short title */
  async start(title: string, territory?: string): Promise<void> {
    await this.chooseTerritory(territory);
    await this.press(`Commencer : ${title}`);
  }

  async openAssistant(): Promise<void> {
    await this.chooseTerritory();
    await this.press("Trouver la fiche qui convient");
  }

  async openFile(): Promise<void> {
    await this.press("Ouvrir un pli");
  }
}
