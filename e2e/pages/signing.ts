import { expect, type Locator, type Page } from "@playwright/test";
import { Screen } from "./screen";

/** Signature: drawn, or by hand on the printed copy. */
export class SigningScreen extends Screen {
  readonly place: Locator;
  readonly drawn: Locator;
  readonly onPaper: Locator;
  readonly pad: Locator;

  constructor(page: Page) {
    super(page, "Signer la fiche");
    this.place = page.getByRole("textbox", { name: "Fait à", exact: true });
    this.drawn = page.getByRole("radio", { name: "Dessiner la signature ici" });
    this.onPaper = page.getByRole("radio", { name: "Signer sur papier" });
    this.pad = page.getByRole("img", { name: /Cadre de signature/ });
  }

  async draw(): Promise<void> {
    await this.pad.scrollIntoViewIfNeeded();
    const box = await this.pad.boundingBox();
    if (!box) throw new Error("the signature pad has no place on the page");
    const { mouse } = this.page;
    await mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.6);
    await mouse.down();
    for (let step = 1; step <= 12; step++) {
      const height = 0.5 + 0.3 * Math.sin(step);
      await mouse.move(box.x + box.width * (0.1 + 0.06 * step), box.y + box.height * height);
    }
    await mouse.up();
  }

  async signByDrawing(place: string): Promise<void> {
    await this.place.fill(place);
    await this.drawn.check();
    await expect(this.pad).toBeVisible();
    await this.draw();
  }

  async signOnPaper(place: string): Promise<void> {
    await this.place.fill(place);
    await this.onPaper.check();
  }

  async next(): Promise<void> {
    await this.press("Choisir les destinataires");
  }
}
