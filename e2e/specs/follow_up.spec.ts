// Receipts: made by sealing, kept in the browser, marked by the user alone, taken to another machine.
import { readFileSync } from "node:fs";
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";
import { FollowUpScreen } from "../pages/follow_up";

test("a sealed fiche leaves a receipt that the user marks as delivered and answered", async ({
  pli,
  bench,
  baseURL,
}) => {
  await pli.visit();
  await pli.fillAndSign(FICHE);
  await pli.recipients.makePassphrase();
  await pli.recipients.seal();
  await pli.done.expectShown();
  await expect(pli.page.getByText("Un reçu de ce pli est gardé sur ce poste")).toBeVisible();
  const document = (await pli.done.fact("Numéro du pli")).replaceAll(" ", "");
  const { path } = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);
  expect(path).toContain("pli_");
  await pli.look("termine-recu");
  await pli.page.getByRole("main").getByRole("link", { name: "Voir mes plis" }).click();

  await pli.followUp.expectShown();
  await expect(pli.followUp.row(document)).toContainText("À remettre");
  await pli.look("plis-a-remettre");
  await pli.followUp.open(document);
  await expect(pli.followUp.receiptTitle).toBeFocused();
  await expect(pli.page.getByText("Ce pli reste à remettre")).toBeVisible();
  await expect(pli.page.getByText(FICHE.demandeur.nom)).toHaveCount(0);
  await pli.look("pli-recu");
  await pli.followUp.delivered.check();
  await expect(pli.followUp.status).toContainText("noté sur le reçu");
  await expect(pli.page.getByText("Ce pli reste à remettre")).toHaveCount(0);
  await pli.followUp.delivered.uncheck();
  await expect(pli.page.getByText("Ce pli reste à remettre")).toBeVisible();
  await pli.followUp.delivered.check();
  await pli.followUp.deliveredOn.fill("01/01/2026");
  await expect(pli.page.getByText(/cette date est avant/)).toBeVisible();
  await pli.look("pli-jour-faux");
  await pli.followUp.answered.check();
  await pli.followUp.expectKept(document, '"repondu"');

  // It is there at the next visit, and the answers are not.
  await pli.visit("#/suivi");
  await expect(pli.followUp.row(document)).toContainText("Réponse reçue");
  const table = await pli.followUp.save("Enregistrer le tableau (.csv)", bench.folder);
  const csv = readFileSync(table.path, "utf8");
  expect(csv).toContain(document);
  expect(csv).not.toContain(FICHE.demandeur.nom);
  const register = await pli.followUp.save("Enregistrer mes reçus dans un fichier", bench.folder);
  expect(readFileSync(register.path, "utf8")).toMatch(/^\{"format":"pli\/recus\/1"/);

  // Deleted here, and taken back from the file; what is no receipt changes nothing.
  await pli.followUp.open(document);
  await pli.followUp.press("Supprimer ce reçu");
  await pli.look("pli-supprimer");
  await pli.followUp.press("Oui, supprimer le reçu");
  await expect(pli.page.getByText("0 pli", { exact: true })).toBeVisible();
  const damaged = bench.write("recus.json", readFileSync(register.path, "utf8").slice(0, 300));
  await pli.followUp.file.setInputFiles(damaged);
  await pli.followUp.expectRefused(/JSON/);
  await pli.look("plis-fichier-refuse");
  await pli.followUp.file.setInputFiles(register.path);
  await expect(pli.followUp.row(document)).toContainText("Réponse reçue");
  await pli.visit("#/suivi");
  await expect(pli.followUp.row(document)).toContainText("Réponse reçue");

  // What one tab notes, the other shows, and does not undo by what it knew before.
  pli.watch.reloaded(); // the other tab asks for the page's files again
  const second = await pli.page.context().newPage();
  await second.goto(`${baseURL ?? ""}?affichage=${pli.affichage}#/suivi`);
  const other = new FollowUpScreen(second);
  await other.open(document);
  await other.answered.uncheck();
  await pli.page.bringToFront();
  await expect(pli.followUp.row(document)).toContainText("Remis");
  await pli.followUp.open(document);
  await expect(pli.followUp.answered).not.toBeChecked();
  await pli.followUp.delivered.uncheck();
  await second.bringToFront();
  await expect(other.delivered).not.toBeChecked();
  await expect(other.answered).not.toBeChecked();
});

test("what the user says is delivered goes into the receipt before the page is wiped", async ({
  pli,
}) => {
  await pli.visit();
  await pli.fillAndSign(FICHE);
  await pli.recipients.makePassphrase();
  await pli.recipients.seal();
  await pli.done.expectShown();
  const document = (await pli.done.fact("Numéro du pli")).replaceAll(" ", "");
  await pli.done.press("J’ai remis le fichier, effacer");
  await pli.watch.reload(() => pli.done.press("Oui, le fichier est remis : effacer"));
  await pli.home.expectShown();
  await pli.visit("#/suivi");
  await expect(pli.followUp.row(document)).toContainText("Remis");
});
