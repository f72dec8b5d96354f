// Help and information have addresses of their own, and can be read at any time without losing answers.
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";

const SCREENS = [
  { link: "Aide", title: "Aide", route: "#/aide" },
  { link: "Accessibilité", title: "Accessibilité", route: "#/accessibilite" },
  { link: "Données personnelles", title: "Données personnelles", route: "#/donnees-personnelles" },
  { link: "À propos", title: "À propos de Pli", route: "#/a-propos" },
];

test("each information screen is a link away, and the way back keeps the answers", async ({
  pli,
}) => {
  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.field("Agence France Travail").fill("Agence d’essai");
  for (const [number, { link, title, route }] of SCREENS.entries()) {
    await pli.page.getByRole("link", { name: link, exact: true }).click();
    const heading = pli.page.getByRole("heading", { level: 1, name: title, exact: true });
    await expect(heading).toBeFocused();
    expect(new URL(pli.page.url()).hash).toBe(route);
    await expect(pli.page).toHaveTitle(new RegExp(title));
    await pli.look(`2${number}-${route.slice(2)}`);
    await pli.page.goBack();
    await expect(pli.entry.field("Agence France Travail")).toHaveValue("Agence d’essai");
  }
});

test("erasing a fiche asks first, and says what would be lost", async ({ pli }) => {
  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.field("Agence France Travail").fill("Agence d’essai");
  await pli.entry.press("Effacer cette fiche");
  await pli.look("24-question");
  await expect(pli.page.getByRole("group", { name: "Effacer la fiche en cours ?" })).toHaveCount(1);
  await expect(pli.entry.button("Non, ne rien effacer")).toBeFocused();
  await pli.entry.press("Non, ne rien effacer");
  await expect(pli.entry.field("Agence France Travail")).toHaveValue("Agence d’essai");
  await pli.entry.press("Effacer cette fiche");
  await pli.watch.expectClean();
  await pli.watch.reload(() => pli.entry.press("Oui, effacer la fiche")); // it leaves no answer in memory
  await pli.home.expectShown();
});

test("paper gets the document alone", async ({ pli, bench }) => {
  const key = bench.ageKey();
  await pli.visit();
  await pli.fillAndSign(FICHE);
  await pli.recipients.addKeys(key.recipient);
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");
  await pli.recipients.sealTo();
  await pli.done.expectShown();
  const sealed = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);
  await pli.visit("#/ouvrir");
  await pli.opening.openWithKey(sealed.path, key.file);
  await pli.reading.expectShown();

  const printed = bench.pdfText(await pli.page.pdf({ format: "A4" }));
  expect(printed).toContain("Lefèvre-Dupré Éloïse");
  expect(printed).toContain("DEMANDEUR D’EMPLOI");
  for (const control of ["Corriger ce pli", "Imprimer", "Affichage HTML simple", "Accessibilité"])
    expect(printed).not.toContain(control);
});
