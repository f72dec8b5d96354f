// What all screens share: a title that takes the focus, a summary of faults, buttons by their name.
import { expect, type Locator, type Page } from "@playwright/test";

export class Screen {
  readonly title: Locator;
  readonly summary: Locator;
  readonly status: Locator;

  constructor(
    readonly page: Page,
    readonly name: string,
  ) {
    this.title = page.getByRole("heading", { level: 1, name, exact: true });
    this.summary = page.getByRole("alert");
    this.status = page.getByRole("main").getByRole("status");
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  async expectShown(): Promise<void> {
    await expect(this.title).toBeVisible();
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  /** The value of a line of facts, by the whole label. */
  async fact(label: string): Promise<string> {
    return this.page
      .getByRole("term")
      .filter({ hasText: new RegExp(`^${label}$`) })
      .locator("xpath=following-sibling::dd[1]")
      .innerText();
  }

  /** The zone of a chosen file says its name. */
  async expectChosen(field: Locator, name: string): Promise<void> {
    await expect(field.locator("xpath=following-sibling::span")).toHaveText(name);
  }

  /** The summary took the focus and says this. */
  async expectRefused(sentence: string | RegExp): Promise<void> {
    await expect(this.summary).toContainText(sentence);
    await expect(this.summary).toBeFocused();
  }

  /** Presses a button that saves a file, and puts that file into a folder. */
  async save(button: string, folder: string): Promise<{ name: string; path: string }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.press(button)]);
    const name = download.suggestedFilename();
    const path = `${folder}/${name}`;
    await download.saveAs(path);
    return { name, path };
  }
}
