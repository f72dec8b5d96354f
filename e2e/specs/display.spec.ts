// Canvas and plain HTML are the same page: values, focus and meaning stay; it rests when nothing happens.
import { expect, test } from "../fixtures/test";

declare global {
  interface Window {
    framesAsked: number;
  }
}

test("the button switches the display and keeps the values", async ({ pli }) => {
  await pli.visit("", "canvas");
  await pli.home.startFiche();
  const agency = pli.entry.field("Agence France Travail");
  await agency.fill("Agence d’essai");
  const button = pli.page.getByRole("button", { name: "Affichage HTML simple" });
  for (const mode of ["html", "canvas"]) {
    await button.focus();
    await pli.page.keyboard.press("Enter");
    await expect(pli.page.locator("html")).toHaveAttribute("data-mode", mode);
    await expect(button).toHaveAttribute("aria-pressed", String(mode === "html"));
    await expect(button).toBeFocused();
    await expect(agency).toHaveValue("Agence d’essai");
  }
});

test("losing the graphics context turns to plain HTML under the user's hands", async ({ pli }) => {
  await pli.visit("", "canvas");
  await pli.home.startFiche();
  const agency = pli.entry.field("Agence France Travail");
  await agency.pressSequentially("Agence");
  await pli.page.evaluate(() => {
    const canvas = document.querySelector("canvas");
    canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  });
  await expect(pli.page.locator("html")).toHaveAttribute("data-mode", "html");
  await expect(agency).toBeFocused();
  await pli.page.keyboard.type(" d’essai");
  await expect(agency).toHaveValue("Agence d’essai");
});

test("forced colours show the plain HTML form", async ({ pli }) => {
  await pli.page.emulateMedia({ forcedColors: "active" });
  await pli.page.goto("/?affichage=canvas");
  await pli.watch.complete();
  await expect(pli.page.locator("html")).toHaveAttribute("data-mode", "html");
  await pli.home.startFiche();
  await pli.entry.expectShown();
});

test("nothing runs when nothing happens: no frame in five seconds", async ({ pli }) => {
  await pli.page.addInitScript(() => {
    window.framesAsked = 0;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      window.framesAsked += 1;
      return ask(callback);
    };
  });
  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.field("Agence France Travail").fill("Agence");
  await pli.page.waitForTimeout(1000); // let the last frame and the focus settle
  const before = await pli.page.evaluate(() => window.framesAsked);
  if (pli.affichage === "canvas") expect(before, "the counter counts nothing").toBeGreaterThan(0);
  await pli.page.waitForTimeout(5000);
  expect(await pli.page.evaluate(() => window.framesAsked)).toBe(before);
});

for (const [name, size] of [
  ["320 CSS pixels wide", { width: 320, height: 640 }],
  ["1280 pixels at 400 %", { width: 320, height: 256 }],
] as const) {
  test(`the page reflows at ${name} without scrolling sideways`, async ({ pli }) => {
    await pli.page.setViewportSize(size);
    await pli.visit();
    const overflow = (): Promise<number> =>
      pli.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await pli.home.startFiche();
    await pli.entry.next();
    await expect(pli.entry.summary).toBeFocused();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await pli.look(`15-etroit-${size.height}`);
  });
}

test("text spacing set by the user is followed without loss", async ({ pli }) => {
  await pli.visit();
  await pli.home.startFiche();
  const agency = pli.entry.field("Agence France Travail");
  await agency.fill("Agence");
  await pli.page.evaluate(() => {
    // As a user's own style sheet does (WCAG 2.1, 1.4.12).
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });
  await expect(pli.page.locator("html")).toHaveAttribute("data-mode", "html");
  await expect(agency).toHaveValue("Agence");
  await expect(agency).toBeVisible();
});

test("the dark theme is as readable as the light one", async ({ pli }) => {
  await pli.page.emulateMedia({ colorScheme: "dark" });
  await pli.visit();
  await pli.look("16-sombre-accueil");
  await pli.home.startFiche();
  await pli.entry.next();
  await expect(pli.entry.summary).toBeFocused();
  await pli.look("17-sombre-fautes");
});
