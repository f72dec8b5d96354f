import type { Locator, Page } from "@playwright/test";
import { Screen } from "./screen";

/** Assistant: a few questions, then the fiche that is right and why. */
export class AssistantScreen extends Screen {
  readonly conclusion: Locator;

  constructor(page: Page) {
    super(page, "Quelle fiche de liaison ?");
    this.conclusion = page.getByRole("region", { name: /^(La fiche qui convient|Aucune)/ });
  }

  async answer(question: string | RegExp, answer: string | RegExp): Promise<void> {
    await this.page
      .getByRole("radiogroup", { name: question })
      .getByRole("radio", { name: answer })
      .check();
  }

  /** A registered job-seeker whose obstacles do not block the search, and who agrees. */
  async answerEligible(): Promise<void> {
    await this.answer(/inscrit à France Travail/, "Oui");
    await this.answer(/^Il rencontre/, /non bloquants/);
    await this.answer(/adhère/, "Oui");
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: /^Rechercher dans/ }).fill(text);
  }

  async conclude(): Promise<void> {
    await this.press("Voir la fiche qui convient");
  }
}
