// The territory: asked at the first visit, kept by the browser, changed on the home screen.
import { expect, test } from "../fixtures/test";

test("the territory is asked once, remembered and can be changed", async ({ pli }) => {
  const first = pli.page.getByRole("button", { name: /^Commencer/ }).first();
  await pli.visit();
  await expect(pli.home.territory("Nord")).not.toBeChecked();
  await expect(pli.home.territory("Pas-de-Calais")).not.toBeChecked();
  await expect(first).toHaveCount(0);
  await pli.look("40-territoire");

  await pli.home.chooseTerritory("Pas-de-Calais");
  await expect(first).toBeVisible();
  expect(await pli.page.evaluate(() => Object.entries(localStorage))).toEqual([
    ["pli-territoire", "pas-de-calais"],
  ]);

  await pli.visit();
  await expect(pli.home.territory("Pas-de-Calais")).toBeChecked();
  await pli.home.chooseTerritory("Nord");
  await expect(
    pli.page.getByRole("heading", { name: "Accompagnement global – Nord", exact: true }),
  ).toBeVisible();
  await pli.visit();
  await expect(pli.home.territory("Nord")).toBeChecked();
});
