// Contrast of text over the canvas, on its pixels: headings, labels, hints, errors, buttons, in both themes.
import { shownContrast } from "../fixtures/pixels";
import { expect, test } from "../fixtures/test";

for (const theme of ["light", "dark"] as const) {
  test(`every kind of text stands out in the ${theme} theme`, async ({ pli, context }) => {
    await pli.page.emulateMedia({ colorScheme: theme });
    await pli.visit();
    await pli.home.startFiche();
    await pli.entry.next();
    await expect(pli.entry.summary).toBeFocused();
    const judge = await context.newPage();
    const { page } = pli;
    const texts = {
      title: pli.entry.title,
      legend: page.getByText("FRANCE TRAVAIL", { exact: true }).first(),
      label: page.getByText("Agence France Travail", { exact: true }),
      hint: page.getByText(/Numéro professionnel à 10 chiffres/).first(),
      error: page.getByText(/Agence France Travail/).last(),
      link: pli.entry.summary.getByRole("link").first(),
      mainButton: pli.entry.button("Étape suivante"),
      otherButton: pli.entry.button("Effacer cette fiche"),
    };
    for (const [name, text] of Object.entries(texts)) {
      expect(await shownContrast(judge, text), name).toBeGreaterThanOrEqual(4.5);
    }
    await judge.close();
  });
}
