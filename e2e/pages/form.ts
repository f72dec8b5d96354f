import type { Locator, Page } from "@playwright/test";
import { Screen } from "./screen";

/** The steps of any form: questions by their wording, parts by their legend. */
export class FormScreen extends Screen {
  step(title: string): Screen {
    return new Screen(this.page, title);
  }

  part(legend: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole("group", { name: legend });
  }

  field(label: string, within: Page | Locator = this.page): Locator {
    return within.getByRole("textbox", { name: label, exact: true });
  }

  box(label: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole("checkbox", { name: label, exact: typeof label === "string" });
  }

  choice(question: string | RegExp, answer: string | RegExp): Locator {
    return this.page
      .getByRole("radiogroup", { name: question })
      .getByRole("radio", { name: answer });
  }

  async fill(answers: Record<string, string>, within: Page | Locator = this.page): Promise<void> {
    for (const [label, answer] of Object.entries(answers)) {
      await this.field(label, within).fill(answer);
    }
  }

  async next(title: string): Promise<void> {
    await this.press("Étape suivante");
    await this.step(title).expectShown();
  }

  async readBack(): Promise<void> {
    await this.press("Relire la fiche");
  }
}
