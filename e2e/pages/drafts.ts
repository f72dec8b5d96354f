import { expect, type Locator, type Page } from "@playwright/test";
import { readKept } from "../fixtures/kept";
import { Screen } from "./screen";

/** A record as the page left it in its own storage. */
export interface StoredDraft {
  id: string;
  form: string;
  expires: string;
  /** Bytes of the sealed draft. */
  size: number;
  hasIdentity: boolean;
}

/** Reprendre un brouillon, the list of drafts at home, and what a form says of its own. */
export class DraftsScreen extends Screen {
  readonly list: Locator;
  /** The code, at the start of a form. */
  readonly code: Locator;
  readonly codeField: Locator;
  readonly file: Locator;
  readonly openFileLink: Locator;

  constructor(page: Page) {
    super(page, "Reprendre un brouillon");
    this.list = page.getByRole("region", { name: "Brouillons" });
    this.code = page.getByText(/^[a-z]+(-[a-z]+){7}$/).first();
    this.codeField = page.getByRole("textbox", { name: /^Code de reprise/ });
    this.file = page.getByLabel("Le brouillon scellé", { exact: true });
    this.openFileLink = page.getByRole("link", {
      name: "Ouvrir un brouillon enregistré dans un fichier",
    });
  }

  /** What the user writes down. */
  async noteCode(): Promise<string> {
    await expect(this.code).toBeVisible();
    return (await this.code.textContent()) ?? "";
  }

  /** At home. */
  async choose(): Promise<void> {
    await this.list.getByRole("button", { name: /^Reprendre : / }).click();
    await this.expectShown();
  }

  async openWith(code: string): Promise<void> {
    await this.codeField.fill(code);
    await this.press("Ouvrir le brouillon");
  }

  /** What lies in the browser's storage. */
  async stored(): Promise<StoredDraft[]> {
    const records = Object.entries(await readKept(this.page, "drafts"));
    return records.map(([id, record]) => {
      const { form, expires, content, identity } = record as Record<string, unknown>;
      return {
        id,
        form: String(form),
        expires: String(expires),
        size: (content as Uint8Array).length,
        hasIdentity: identity !== null,
      };
    });
  }

  /** Waits until what was typed is on the disk. */
  async expectKept(): Promise<void> {
    await expect.poll(async () => (await this.stored()).length).toBe(1);
    await this.page.waitForTimeout(1000); // what may be lost of the typing, at most
  }
}
