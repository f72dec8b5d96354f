// Wrong and missing answers: under the field, in a summary with links, and nothing lost.
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";

test("a refused step lists its faults; each link leads to its field", async ({ pli }) => {
  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.field("Nom", pli.entry.agentFt).fill("M4rtin");
  await pli.entry.next();
  await pli.entry.expectRefused(/réponses sont à corriger/);
  await pli.look("14-fautes");
  const wrongName = pli.entry.field("Nom", pli.entry.agentFt);
  await expect(wrongName).toHaveAttribute("aria-invalid", "true");
  await expect(wrongName).toHaveAccessibleDescription(/chiffre/);
  await pli.entry.summary.getByRole("link", { name: /FRANCE TRAVAIL – .*chiffre/ }).click();
  await expect(wrongName).toBeFocused();
  await wrongName.fill("Martin");
  await expect(wrongName).not.toHaveAttribute("aria-invalid", "true");
});

test("the person's mail is asked for with consent only", async ({ pli }) => {
  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.fillAgents(FICHE);
  await pli.entry.next();
  await pli.entry.next();
  await pli.entry.step("Identité").expectShown();
  await expect(pli.entry.mail).toHaveCount(0);
  await pli.entry.mailConsent.check();
  await expect(pli.entry.mail).toBeVisible();
  await pli.entry.mailConsent.uncheck();
  await expect(pli.entry.mail).toHaveCount(0);
});

test("SUIVI shows the fields of the ticked option only", async ({ pli }) => {
  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.fillAgents(FICHE);
  await pli.entry.next();
  await pli.entry.step("Suivi").expectShown();
  await expect(pli.entry.field("Nom de la structure")).toHaveCount(0);
  await pli.entry.suivi.getByRole("radio", { name: /MANDATÉ/ }).check();
  await expect(pli.entry.field("Nom de la structure")).toBeVisible();
  await pli.entry.suivi.getByRole("radio", { name: /animateur/ }).check();
  await expect(pli.entry.field("Nom de la structure")).toHaveCount(0);
  await expect(pli.entry.field("Fonction")).toBeVisible();
});

for (const [what, value, reason] of [
  ["a NIR", "1 85 07 33 063 999 71", /NIR|sécurité sociale/],
  ["an IBAN", "FR14 2004 1010 0505 0001 3M02 606", /IBAN|bancaire/],
  ["an amount", "Aide de 350 euros", /montant/],
  ["a web address", "https://exemple.fr/dossier", /adresse web|site/],
] as const) {
  test(`${what} is refused in a text field, with the reason`, async ({ pli }) => {
    await pli.visit();
    await pli.home.startFiche();
    const agency = pli.entry.field("Agence France Travail");
    await agency.fill(value);
    await agency.blur();
    await expect(agency).toHaveAccessibleDescription(reason);
    await pli.entry.next();
    await expect(agency).toHaveValue(value);
  });
}
