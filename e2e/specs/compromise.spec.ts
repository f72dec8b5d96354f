// A key that others may know: what to do in order, by when, and what it concerns.
import { readFileSync } from "node:fs";
import { expect, test } from "../fixtures/test";

test("a key that others may know is revoked, and who must be told is told in time", async ({
  pli,
  bench,
}) => {
  await pli.visit();
  await pli.home.chooseTerritory();
  await pli.page.getByRole("link", { name: "Mes clés : créer ou déverrouiller" }).click();
  await pli.page
    .getByRole("main")
    .getByRole("link", { name: "Ma clé est peut-être connue d’un autre" })
    .click();
  await pli.compromise.expectShown();
  await expect(pli.compromise.title).toBeFocused();
  await pli.look("compromis-debut");
  await pli.page.getByRole("radio", { name: /^Un poste ou un support/ }).check();

  await pli.page.getByRole("textbox", { name: /^Empreinte de la clé/ }).fill("ab12".repeat(16));
  const request = await pli.compromise.save(
    "Enregistrer la demande de révocation (.txt)",
    bench.folder,
  );
  expect(readFileSync(request.path, "utf8")).toContain("ab12 ab12");
  await pli.compromise.press("Calculer");
  await pli.compromise.expectRefused(/Violation découverte/);
  await pli.compromise.tellTime("20/11/2026", "14:30");
  await expect(pli.page.getByText(/22\/11\/2026 à 2\s?h\s?30.*36 heures/)).toHaveCount(2);
  await expect(pli.page.getByText(/22\/11\/2026 à 14\s?h\s?30.*48 heures/)).toBeVisible();
  await expect(pli.page.getByText(/23\/11\/2026 à 14\s?h\s?30.*article 33/)).toBeVisible();
  await pli.page
    .getByRole("region", { name: "2. Demander sa révocation" })
    .getByRole("checkbox", { name: /C’est fait/ })
    .check();
  await pli.look("compromis-delais");
  await pli.page.getByRole("link", { name: /^Faire une nouvelle clé/ }).click();
  await pli.ownKeys.expectShown();
});
