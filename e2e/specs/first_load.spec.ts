// A first load brings the home screen and the forms; code and wording of everything else follow by themselves.
import { expect, test } from "../fixtures/test";
import { HomeScreen } from "../pages/home";

const restOfThePage = /\/page_rest-\w+\.wasm$/;

test("who comes for another screen waits for it, and loses nothing when it does not come at once", async ({
  page,
  baseURL,
}) => {
  let isCut = true;
  let refused = 0;
  await page.route(restOfThePage, async (route) => {
    if (!isCut) return route.continue();
    refused += 1;
    await route.abort();
  });
  await page.goto(baseURL ?? "");
  await new HomeScreen(page).startFiche();
  const field = page.getByRole("main").getByRole("textbox").first();
  await field.fill("Agence d’essai");
  await expect(page.getByText("Une partie de Pli n’a pas pu être chargée")).toBeVisible();
  expect(refused).toBeGreaterThan(0);

  await page.getByRole("link", { name: "Mes clés" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Un instant…");
  isCut = false;
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mes clés");

  await page.goBack();
  await expect(field).toHaveValue("Agence d’essai");
});
