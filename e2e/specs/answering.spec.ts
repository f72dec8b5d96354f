// Two persons: an adviser asks, the SLAI answers, the adviser reads both together and corrects what was asked.
import { dayFromNow } from "../fixtures/directory";
import { readyKeys } from "../fixtures/keys";
import { readKeptText, writeKept } from "../fixtures/kept";
import { BILATERAL } from "../fixtures/stories";
import { expect, test, type Pli } from "../fixtures/test";
import type { Workbench } from "../fixtures/tools";
import { FormScreen } from "../pages/form";
import type { KeyFiles } from "../pages/own_keys";
import { SLAI } from "../pages/recipients";

const REFERENT = "REFERENT SOCIAL du Conseil Départemental (animateur)";

interface Holder {
  files: KeyFiles;
}

interface Addressee extends Holder {
  publicKey: string;
}

interface Sent {
  file: string;
  /** Its number. */
  document: string;
}

/** Whoever sits at the page now has no one else's keys. */
async function makeKeys(pli: Pli, bench: Workbench, name: string): Promise<Addressee> {
  await pli.visit("#/mes-cles");
  const made = await pli.ownKeys.make(bench.folder, { signing: true });
  await pli.ownKeys.tryBackup(made);
  const saved = await pli.ownKeys.save("Enregistrer ma clé publique", bench.folder);
  const files = {
    ...made,
    key: bench.copy(made.key, `${name}-cle.age`),
    signature: bench.copy(made.signature, `${name}-signature.age`),
  };
  return { files, publicKey: bench.copy(saved.path, `${name}.txt`) };
}

async function sitDown(pli: Pli, { files }: Holder): Promise<void> {
  await pli.visit("#/mes-cles");
  await pli.ownKeys.unlock(files);
  await expect(pli.ownKeys.button("Verrouiller maintenant")).toBeVisible({ timeout: 30_000 });
}

async function tryToOpen(pli: Pli, file: string): Promise<void> {
  await pli.page.getByRole("link", { name: "Ouvrir un pli" }).click();
  await pli.opening.file.setInputFiles(file);
  await expect(pli.page.getByText("Votre clé est déverrouillée : Pli s’en sert")).toBeVisible();
  await pli.opening.press("Ouvrir le pli");
}

async function open(pli: Pli, file: string): Promise<void> {
  await tryToOpen(pli, file);
  await pli.reading.expectShown();
}

async function saveSealed(pli: Pli, bench: Workbench, name: string): Promise<Sent> {
  await pli.done.expectShown();
  const document = (await pli.done.fact("Numéro du pli")).replaceAll(" ", "");
  const { path } = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);
  return { file: bench.copy(path, name), document };
}

/** The adviser's fiche, up to the file sealed for the SLAI. */
async function ask(pli: Pli, bench: Workbench, slai: Addressee): Promise<Sent> {
  await pli.page.getByRole("link", { name: "Accueil" }).click();
  await pli.home.start(BILATERAL.form, BILATERAL.territory);
  const form = new FormScreen(pli.page, BILATERAL.form);
  for (const [number, step] of BILATERAL.steps.entries()) {
    await form.step(step.title).expectShown();
    await form.answer(step);
    if (number + 1 < BILATERAL.steps.length) await form.press("Étape suivante");
  }
  return send(pli, bench, slai, "demande.age");
}

/** From the last step to the sealed file. */
async function send(pli: Pli, bench: Workbench, slai: Addressee, name: string): Promise<Sent> {
  const form = new FormScreen(pli.page, BILATERAL.form);
  await form.readBack();
  await pli.readingBack.expectShown();
  for (const box of BILATERAL.told) await form.box(box).check();
  await form.press("Passer à la signature");
  await form.fill(BILATERAL.signing);
  await pli.signing.onPaper.check();
  await form.press("Choisir les destinataires");
  await pli.recipients.expectShown();
  await pli.recipients.keyFile.setInputFiles(slai.publicKey);
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");
  await expect(pli.page.getByText("Votre clé publique est jointe au pli")).toBeVisible();
  await pli.recipients.sealTo(SLAI);
  return saveSealed(pli, bench, name);
}

/** From the answer that is filled in to its sealed file: the key of the request is compared first. */
async function sealAnswer(pli: Pli, bench: Workbench, name: string, look = false): Promise<Sent> {
  await pli.entry.readBack();
  await pli.readingBack.expectShown();
  if (look) await pli.look("reponse-relecture");
  await pli.readingBack.press("Choisir les destinataires");
  await pli.recipients.expectShown();
  await pli.recipients.seal();
  await pli.recipients.expectRefused("Comparez l’empreinte de cette clé");
  if (look) await pli.look("reponse-destinataires");
  await pli.page.getByRole("checkbox", { name: /^J’ai comparé cette empreinte/ }).check();
  await pli.recipients.seal();
  return saveSealed(pli, bench, name);
}

/** In the receipt that the browser keeps, another digest of what was sealed under this number, or the same one again. */
async function turnDigest(pli: Pli, { document }: Sent): Promise<void> {
  const receipt = await readKeptText(pli.page, "receipts", document);
  const turned = receipt.replace(
    /"fiche":"[0-9a-f]{64}"/,
    (member) => `"fiche":"${[...member.slice(9, -1)].reverse().join("")}"`,
  );
  expect(turned).not.toBe(receipt);
  await writeKept(pli.page, "receipts", document, turned);
}

test("the SLAI answers a bilateral fiche, and the adviser reads both together", async ({
  pli,
  bench,
}) => {
  test.slow();
  const slai = await makeKeys(pli, bench, "slai");
  const adviser = await readyKeys(bench, "conseiller", { signing: true });
  await sitDown(pli, adviser);
  const request = await ask(pli, bench, slai);

  await sitDown(pli, slai);
  await open(pli, request.file);
  await pli.look("lecture-a-repondre");
  await pli.reading.press("Répondre à ce pli");
  await pli.entry.step("Décision").expectShown();
  await expect(pli.page.getByText(/^Vous répondez au pli/)).toBeVisible();
  await pli.entry.choice(/^Entrée en accompagnement global/, "OUI").check();
  await expect(pli.entry.choice(/^Référent social nommé/, REFERENT)).toBeChecked(); // of the request
  await pli.look("reponse-saisie");
  const yes = await sealAnswer(pli, bench, "oui.age", true);

  await open(pli, request.file);
  await expect(pli.page.getByText(/^Pli déjà ouvert sur ce poste le/)).toBeVisible();
  await pli.reading.press("Répondre à ce pli");
  await pli.reading.press("Oui, effacer et répondre");
  await pli.entry.step("Décision").expectShown();
  await pli.entry.choice(/^Entrée en accompagnement global/, "NON").check();
  await pli.entry.press("Relire la fiche");
  await pli.entry.expectRefused(/Motif du refus/);
  await pli.entry.choice(/^Motif du refus/, "Il n’est pas inscrit à France Travail").check();
  const no = await sealAnswer(pli, bench, "non.age");
  expect(bench.size(no.file)).toBe(bench.size(yes.file)); // a size does not tell OUI from NON

  // An answer to anything but what was sealed here is refused, and marks no receipt.
  await turnDigest(pli, request);
  await sitDown(pli, adviser);
  await tryToOpen(pli, yes.file);
  await pli.opening.expectRefused("n’est pas celle que vous avez scellée");
  await expect(pli.page.getByText("Entrée en accompagnement global")).toHaveCount(0);
  await pli.look("reponse-a-autre-chose");
  await pli.page.getByRole("link", { name: "Mes plis", exact: true }).click();
  await expect(pli.followUp.row(request.document)).toContainText("À remettre");
  await turnDigest(pli, request);

  await sitDown(pli, adviser);
  await open(pli, yes.file);
  await pli.reading.expectRow("Entrée en accompagnement global", "OUI");
  await pli.reading.expectRow("Identifiant France Travail", "1234567A"); // of the request
  await expect(pli.page.getByText("Cette fiche porte votre signature")).toBeVisible();
  await expect(pli.page.getByText("Un reçu de ce poste porte son numéro")).toBeVisible();
  // Nobody but the user can say whose answer it is, where no directory does.
  await expect(pli.page.getByText(/^Votre reçu de cette fiche n’est pas marqué/)).toBeVisible();
  await pli.page.getByRole("button", { name: /^J’ai vérifié l’auteur/ }).click();
  await expect(
    pli.page.getByText(/^Votre reçu de cette fiche porte cette réponse, notée le/),
  ).toBeVisible();
  await pli.look("lecture-reponse");
  const json = await pli.reading.save("Enregistrer les données (JSON)", bench.folder);
  expect(JSON.parse(bench.text(json.path))).toMatchObject({ format: "pli/reponse/1" });
  const csv = await pli.reading.save("Enregistrer une ligne de tableau (CSV)", bench.folder);
  expect(bench.text(csv.path).trim().split("\r\n")).toHaveLength(2);

  await open(pli, yes.file);
  await expect(pli.page.getByText(/^Réponse déjà ouverte sur ce poste le/)).toBeVisible();
  await open(pli, no.file);
  await expect(pli.page.getByText(/^Une autre réponse à la même fiche/)).toBeVisible();
  await pli.reading.expectRow("Motif du refus", "Il n’est pas inscrit à France Travail");

  // The first answer is the one that the receipt is marked with.
  await pli.page.getByRole("link", { name: "Mes plis", exact: true }).click();
  await expect(pli.followUp.row(request.document)).toContainText("Réponse reçue");
  await pli.followUp.open(request.document);
  await expect(pli.followUp.answered).toBeChecked();
  const [year, month, day] = dayFromNow(0).split("-");
  await expect(pli.followUp.answeredOn).toHaveValue([day, month, year].join("/"));
  expect(await pli.followUp.number("Numéro du pli de réponse")).toBe(yes.document);
  await pli.page.goBack();
  await pli.page.goBack();
  await pli.reading.expectShown();

  // A fiche that corrects the first one, filled in as that one was, takes its place with both.
  await pli.reading.press("Corriger cette fiche");
  await pli.entry.expectShown();
  await expect(pli.page.getByText(/Cette fiche corrigera et remplacera le pli/)).toBeVisible();
  const form = new FormScreen(pli.page, BILATERAL.form);
  for (const { title } of BILATERAL.steps.slice(1)) await form.next(title);
  for (const box of BILATERAL.steps.at(-1)?.parts[0]?.boxes ?? [])
    await expect(form.box(box)).toBeChecked();
  const corrected = await send(pli, bench, slai, "corrigee.age");
  await pli.page.getByRole("link", { name: "Mes plis", exact: true }).click();
  await expect(pli.followUp.row(corrected.document)).toContainText("À remettre");
  await expect(pli.followUp.row(request.document)).toContainText("Annulé et remplacé");
  await pli.followUp.open(request.document);
  expect(await pli.followUp.number("Annulé et remplacé par le pli")).toBe(corrected.document);
  await pli.look("pli-remplace");

  await sitDown(pli, slai);
  await open(pli, corrected.file);
  await expect(pli.page.getByText(/^Ce pli dit annuler et remplacer le pli/)).toBeVisible();
  await open(pli, request.file);
  await expect(pli.page.getByText(/^Ce pli ne vaut plus/)).toBeVisible();
});
