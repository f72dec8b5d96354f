import type { Locator, Page } from "@playwright/test";
import type { FilledStep, FormStory } from "../fixtures/stories";
import { Screen } from "./screen";

/** The steps of any form: questions by their wording, parts by their legend. */
export class FormScreen extends Screen {
  step(title: string): Screen {
    return new Screen(this.page, title);
  }

  part(legend: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole("group", { name: legend, exact: typeof legend === "string" });
  }

  field(label: string, within: Page | Locator = this.page): Locator {
    return within.getByRole("textbox", { name: label, exact: true });
  }

  box(label: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole("checkbox", { name: label, exact: typeof label === "string" });
  }

  choice(
    question: string | RegExp,
    answer: string | RegExp,
    within: Page | Locator = this.page,
  ): Locator {
    return within
      .getByRole("radiogroup", { name: question, exact: typeof question === "string" })
      .getByRole("radio", { name: answer, exact: typeof answer === "string" });
  }

  async fill(answers: Record<string, string>, within: Page | Locator = this.page): Promise<void> {
    for (const [label, answer] of Object.entries(answers)) {
      await this.field(label, within).fill(answer);
    }
  }

  /** Gives all answers of a step that is shown. */
  async answer({ parts }: FilledStep): Promise<void> {
    for (const { legend, texts = {}, choices = {}, boxes = [] } of parts) {
      const within = legend ? this.part(legend) : this.page;
      for (const [question, answer] of Object.entries(choices))
        await this.choice(question, answer, within).check();
      await this.fill(texts, within);
      for (const label of boxes) await this.box(label, within).check();
    }
  }

  /** The field of a story that is filled in wrongly first. */
  slipField({ slip }: FormStory): Locator {
    return this.field(slip.label, slip.legend ? this.part(slip.legend) : this.page);
  }

  async next(title: string): Promise<void> {
    await this.press("Étape suivante");
    await this.step(title).expectShown();
  }

  async readBack(): Promise<void> {
    await this.press("Relire la fiche");
  }
}
