import type { Locator, Page } from "@playwright/test";
import { Screen } from "./screen";

/** Échéances: the dates that come back, and the limits that run from an event. */
export class CalendarScreen extends Screen {
  readonly dates: Locator;
  readonly limits: Locator;

  constructor(page: Page) {
    super(page, "Échéances");
    this.dates = page.getByRole("region", { name: "Prochaines dates" });
    this.limits = page.getByRole("region", { name: "Délais à respecter" });
  }

  async tellBreach(day: string, time: string): Promise<void> {
    await this.page.getByRole("radio", { name: /^Une violation de données/ }).check();
    await this.page.getByRole("textbox", { name: /^Violation découverte/ }).fill(day);
    await this.page.getByRole("textbox", { name: "À quelle heure" }).fill(time);
    await this.press("Calculer");
  }
}
