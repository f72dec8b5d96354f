import type { Page } from "@playwright/test";
import { Screen } from "./screen";

/** A key that others may know: the steps, in order. */
export class CompromiseScreen extends Screen {
  constructor(page: Page) {
    super(page, "Ma clé est peut-être connue d’un autre");
  }

  async tellTime(day: string, time: string): Promise<void> {
    await this.page.getByRole("textbox", { name: /^Violation découverte/ }).fill(day);
    await this.page.getByRole("textbox", { name: "À quelle heure" }).fill(time);
    await this.press("Calculer");
  }
}
