// Canvas and plain HTML are the same page: values, focus and meaning stay; it rests when nothing happens.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { HomeScreen } from "../pages/home";

declare global {
  interface Window {
    framesAsked: number;
  }
}

/** Whether WebGL2 is there and fast; the tests' own one is emulated, which Chromium may call slow or not. */
async function haveGraphics(page: Page, fast: boolean): Promise<void> {
  await page.addInitScript((asFast) => {
    const open = Reflect.get(HTMLCanvasElement.prototype, "getContext") as (
      ...all: unknown[]
    ) => unknown;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      wishes?: object,
    ) {
      const fastOnly = wishes && "failIfMajorPerformanceCaveat" in wishes;
      if (fastOnly && wishes.failIfMajorPerformanceCaveat && !asFast) return null;
      return open.call(this, kind, { ...wishes, failIfMajorPerformanceCaveat: false });
    } as typeof HTMLCanvasElement.prototype.getContext;
  }, fast);
}

const canvasFiles = /\/canvas-\w+\.(?:js|wasm)$/;

/** The addresses of the canvas' code that the page asks for. */
function canvasRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (canvasFiles.test(request.url())) asked.push(request.url());
  });
  return asked;
}

test("Dear ImGui joins in under the user's hands", async ({ pli }) => {
  await haveGraphics(pli.page, true);
  let letGo = (): void => undefined;
  const typed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await pli.page.route(canvasFiles, async (route) => {
    await typed;
    await route.continue();
  });
  await pli.page.goto("/");
  await pli.home.startFiche();
  await expect(pli.page.locator("html")).toHaveAttribute("data-mode", "html");
  const fields = pli.page.getByRole("main").getByRole("textbox");
  const field = fields.nth(Math.floor((await fields.count()) / 2)); // the window is scrolled for it
  await field.pressSequentially("Agnce");
  for (let back = 0; back < 3; back++) await pli.page.keyboard.press("ArrowLeft");
  const top = async (): Promise<number> => (await field.boundingBox())?.y ?? NaN;
  const before = await top();
  letGo();
  await expect(pli.page.locator("html")).toHaveAttribute("data-mode", "canvas");
  await pli.watch.complete();
  await expect(field).toBeFocused();
  expect(Math.abs((await top()) - before), "the field moved in the window").toBeLessThan(2);
  await pli.page.keyboard.type("e");
  await expect(field).toHaveValue("Agence");
});

test("without fast graphics Dear ImGui is not even fetched", async ({ pli }) => {
  await haveGraphics(pli.page, false);
  const asked = canvasRequests(pli.page);
  await pli.page.goto("/");
  await pli.watch.complete();
  await expect(pli.page.locator("html")).toHaveAttribute("data-mode", "html");
  await expect(pli.page.getByRole("button", { name: "Affichage HTML simple" })).toBeHidden();
  await pli.home.startFiche();
  await pli.entry.expectShown();
  expect(asked).toEqual([]);
});

test("plain HTML by the user's wish fetches no canvas either", async ({ pli }) => {
  await haveGraphics(pli.page, true);
  const asked = canvasRequests(pli.page);
  await pli.visit("", "html");
  expect(asked).toEqual([]);
});

test("a canvas that cannot be fetched leaves the page whole", async ({ page, baseURL }) => {
  await haveGraphics(page, true);
  await page.route(canvasFiles, (route) => route.abort());
  await page.goto(baseURL ?? "");
  await page.waitForFunction(() => performance.getEntriesByName("app-complete").length > 0);
  await expect(page.locator("html")).toHaveAttribute("data-mode", "html");
  await new HomeScreen(page).startFiche();
  const field = page.getByRole("main").getByRole("textbox").first();
  await field.fill("Agence");
  await expect(field).toHaveValue("Agence");
});

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
