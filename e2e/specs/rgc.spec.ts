// The forms of whoever manages accounts: nomination and revocation, acknowledgement, grant, withdrawal, contacts.
import { expect, test } from "../fixtures/test";
import { FormScreen } from "../pages/form";

const PERSON = { Nom: "Lefèvre-Dupré", Prénom: "Éloïse" };
const CONTACT = { ...PERSON, Email: "contact@exemple.fr", Téléphone: "03 53 01 23 45" };

test("a nomination is filled, signed and sealed", async ({ pli, bench }) => {
  const key = bench.ageKey("cssi.txt");
  const sheet = new FormScreen(pli.page, "Organisme");
  await pli.visit();
  await pli.home.start("Nomination ou révocation du RGC");
  await sheet.expectShown();
  await sheet.fill({
    Organisme: "Département d’Exemple",
    "Numéro et voie": "12 bis, rue de l’Église",
    "Code postal": "62000",
    Commune: "Arras",
    "code SAFIR": "00456",
    ...PERSON,
  });
  await sheet.next("RGC");
  await sheet.fill({
    ...PERSON,
    Fonction: "Chargée de mission",
    Téléphone: "03 53 01 23 45",
    Mail: "rgc@exemple.fr",
    "Date de naissance": "07/03/1985",
  });
  await sheet.next("Nomination ou révocation");
  await sheet.choice("Le RGC", /^cesse d’être/).check();
  await expect(sheet.field("Événement connu le")).toHaveAccessibleDescription(/8 jours/);
  await sheet.choice("Le RGC", /^est désigné/).check();
  await expect(sheet.field("Événement connu le")).toHaveCount(0);
  await sheet.choice(/^Convention concernée/, /^Outils communs/).check();
  await sheet.field("à compter du").fill("01/12/2026");
  await sheet.box(/personnel permanent/).check();
  await sheet.box(/conditions générales d’accès/).check();
  await pli.look("70-rgc-nomination");
  await sheet.readBack();
  await pli.readingBack.expectShown();
  await pli.look("71-rgc-relecture");
  await sheet.press("Passer à la signature");
  await pli.signing.expectShown();
  await pli.signing.signOnPaper("Arras");
  await pli.signing.next();
  await pli.recipients.expectShown();
  await pli.recipients.addKeys(key.recipient);
  await pli.recipients.sealTo(
    "Chargé de sécurité du système d’information (CSSI) de France Travail",
  );
  await pli.done.expectShown();
});

test("each obligation of the RGC is acknowledged", async ({ pli }) => {
  const act = new FormScreen(pli.page, "RGC");
  await pli.visit();
  await pli.home.start("Acte d’engagement du RGC");
  await act.fill({
    Partenaire: "Département d’Exemple",
    ...PERSON,
    Fonction: "Chargée de mission",
    Téléphone: "03 53 01 23 45",
    Mail: "rgc@exemple.fr",
  });
  await act.next("Obligations");
  await pli.look("72-acte-engagement");
  const obligations = await pli.page.getByRole("checkbox").all();
  expect(obligations.length).toBeGreaterThan(20);
  for (const obligation of obligations.slice(1)) await obligation.check();
  await act.readBack();
  await act.expectRefused(/Une réponse est à corriger/);
  await obligations[0]?.check();
  await act.readBack();
  await pli.readingBack.expectShown();
});

test("an account is suspended for inactivity only", async ({ pli }) => {
  const sheet = new FormScreen(pli.page, "Utilisateur");
  await pli.visit();
  await pli.home.start("Suspension ou suppression d’habilitation");
  await sheet.fill({
    Partenaire: "Département d’Exemple",
    ...PERSON,
    "Mail professionnel": "utilisateur@exemple.fr",
  });
  await sheet.next("Suspension ou suppression");
  await sheet.choice(/^Habilitations/, "Suppression").check();
  await expect(sheet.choice("Motif de la suppression", "Départ")).toBeVisible();
  await sheet.choice(/^Habilitations/, "Suspension").check();
  await expect(sheet.choice("Motif de la suppression", "Départ")).toHaveCount(0);
  await expect(sheet.box("Le compte est inactif depuis deux mois")).toBeVisible();
  await pli.look("73-suspension");
});

test("contacts are sealed without a signature", async ({ pli, bench }) => {
  const key = bench.ageKey("gouvernance.txt");
  const list = new FormScreen(pli.page, "Convention");
  await pli.visit();
  await pli.home.start("Correspondants");
  await list.field("Organisme").fill("Département d’Exemple");
  await list.choice("Convention", /^OuiForm/).check();
  await list.choice("Correspondants", "Chez le partenaire").check();
  await list.next("Correspondants");
  for (const role of [/^GOUVERNANCE/, /^SUIVI OPÉRATIONNEL/, /^PROTECTION DES DONNÉES/]) {
    await list.fill(CONTACT, list.part(role));
  }
  await pli.look("74-correspondants");
  await list.readBack();
  await pli.readingBack.expectShown();
  await list.press("Choisir les destinataires");
  await pli.recipients.expectShown();
  await pli.recipients.addKeys(key.recipient);
  await pli.recipients.seal();
  await pli.done.expectShown();
});
