// The whole journey with the keyboard alone.
import { FICHE } from "../fixtures/fiche";
import { expect, test, type Pli } from "../fixtures/test";
import type { Locator } from "@playwright/test";

/** Tabs until the target has the focus: a target that cannot be reached fails the test. */
async function tabTo(pli: Pli, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await pli.page.keyboard.press("Tab");
  }
  await expect(target, "not reached with Tab").toBeFocused();
}

async function type(pli: Pli, field: Locator, text: string): Promise<void> {
  await tabTo(pli, field);
  await pli.page.keyboard.type(text);
}

/** Presses a button reached with Tab. */
async function press(pli: Pli, name: string): Promise<void> {
  await tabTo(pli, pli.home.button(name));
  await pli.page.keyboard.press("Enter");
}

test("a fiche is filled, sealed and opened with the keyboard alone", async ({ pli, bench }) => {
  test.slow();
  const key = bench.ageKey();
  const { entry, page } = { entry: pli.entry, page: pli.page };
  await pli.visit();
  await tabTo(pli, pli.home.territory("Nord")); // the first of the group
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(pli.home.territory("Pas-de-Calais")).toBeChecked();
  await press(pli, "Commencer : Accompagnement global – accord tacite");
  await entry.expectShown();
  await expect(entry.title).toBeFocused();

  await tabTo(pli, entry.youAre); // the first of the group
  await page.keyboard.press("Space");
  for (const [group, agent] of [
    [entry.agentFt, FICHE.agentFt],
    [entry.agentCd, FICHE.agentCd],
  ] as const) {
    await type(pli, entry.field("Nom", group), agent.nom);
    await type(pli, entry.field("Prénom", group), agent.prenom);
    await type(pli, entry.field("Fonction", group), agent.fonction);
    await type(pli, entry.field("Téléphone", group), agent.telephone);
    await type(pli, entry.field("@mail", group), agent.mail);
    if (group === entry.agentFt) {
      await type(pli, entry.field("Agence France Travail", group), FICHE.agence);
    }
  }
  await page.keyboard.press("Enter"); // Enter in a field is the screen's main button
  await entry.step("Suivi").expectShown();
  await press(pli, "Étape suivante");

  await entry.step("Identité").expectShown();
  await type(pli, entry.field("Nom"), FICHE.demandeur.nom);
  await type(pli, entry.field("Prénom"), FICHE.demandeur.prenom);
  await type(pli, entry.field("Date de naissance"), FICHE.demandeur.naissance);
  await type(pli, entry.field("Numéro et voie"), FICHE.demandeur.voie);
  await type(pli, entry.field("Code postal"), FICHE.demandeur.codePostal);
  await type(pli, entry.field("Commune"), FICHE.demandeur.commune);
  await type(pli, entry.field("Identifiant France Travail"), FICHE.demandeur.identifiantFt);
  await press(pli, "Étape suivante");

  await entry.step("Situation").expectShown();
  await tabTo(pli, entry.choice(/^Situation de famille/, "Seul(e)"));
  await page.keyboard.press("Space");
  await type(pli, entry.field("Nombre d’enfant(s) à charge"), "0");
  await tabTo(pli, entry.choice(/^BRSA/, "Oui"));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(entry.choice(/^BRSA/, "Non")).toBeChecked();
  await tabTo(pli, entry.choice(/^RQTH/, "Oui"));
  await page.keyboard.press("Space");
  await press(pli, "Étape suivante");

  await entry.step("Freins").expectShown();
  await tabTo(pli, entry.freins.getByRole("checkbox", { name: "Accéder à un moyen de transport" }));
  await page.keyboard.press("Space");
  await press(pli, "Relire la fiche");

  await pli.readingBack.expectShown();
  await tabTo(pli, pli.readingBack.informed);
  await page.keyboard.press("Space");
  await tabTo(pli, pli.readingBack.consent);
  await page.keyboard.press("Space");
  await press(pli, "Passer à la signature");

  await pli.signing.expectShown();
  await type(pli, pli.signing.place, "Arras");
  await tabTo(pli, pli.signing.drawn);
  await page.keyboard.press("ArrowDown");
  await expect(pli.signing.onPaper).toBeChecked();
  await press(pli, "Choisir les destinataires");

  await pli.recipients.expectShown();
  await type(pli, pli.recipients.keys, key.recipient);
  await press(pli, "Ajouter ces clés");
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");
  await tabTo(pli, pli.recipients.roles);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(pli.recipients.roles).toHaveValue("slai");
  await press(pli, "Sceller la fiche");
  await pli.done.expectShown();
  await expect(pli.done.title).toBeFocused();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    press(pli, "Enregistrer le fichier scellé (.age)"),
  ]);
  const file = bench.path(download.suggestedFilename());
  await download.saveAs(file);

  await pli.visit("#/ouvrir");
  await tabTo(pli, pli.opening.file);
  await pli.opening.file.setInputFiles(file); // the file dialogue is the system's
  await expect(pli.opening.keyFile).toBeVisible();
  await tabTo(pli, pli.opening.keyFile);
  await pli.opening.keyFile.setInputFiles(key.file);
  await press(pli, "Ouvrir le pli");
  await pli.reading.expectShown();
  await pli.reading.expectRow("Nom et prénom", "Lefèvre-Dupré Éloïse");
});
