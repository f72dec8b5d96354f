// Who may open the file: keys from a file, keys that are refused, keys that do not go together, and a
// sealing that is stopped.
import { generateHybridIdentity, identityToRecipient } from "age-encryption";
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";

test("keys come from a file; a line that is no key is refused by its number", async ({
  pli,
  bench,
}) => {
  const [first, second] = [bench.ageKey("un.txt"), bench.ageKey("deux.txt")];
  await pli.visit();
  await pli.fillAndSign(FICHE);
  const list = bench.write(
    "cles.txt",
    `# SLAI d’essai\n${first.recipient}\n\n${second.recipient}\n`,
  );
  await pli.recipients.keyFile.setInputFiles(list);
  await pli.recipients.expectCount("2 personnes pourront ouvrir le fichier");
  await pli.recipients.press("Retirer la clé n° 1");
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");

  const damaged = `${first.recipient.slice(0, -1)}${first.recipient.endsWith("q") ? "p" : "q"}`;
  await pli.recipients.addKeys(second.recipient, damaged);
  await expect(pli.recipients.keys).toHaveAccessibleDescription(
    /Ligne 2.: cette clé publique contient une faute de frappe/,
  );
  await pli.look("18-cle-refusee");
});

test("a hybrid and a classic key are not mixed; hybrid keys alone are", async ({ pli, bench }) => {
  const identity = await generateHybridIdentity();
  const hybrid = await identityToRecipient(identity);
  const keyFile = bench.write("cle-hybride.txt", `${identity}\n`);
  await pli.visit();
  await pli.fillAndSign(FICHE);
  await pli.recipients.addKeys(hybrid, bench.ageKey().recipient);
  await pli.recipients.expectCount("2 personnes pourront ouvrir le fichier");
  await pli.recipients.seal();
  await pli.recipients.expectRefused("Certaines clés seulement sont hybrides");

  await pli.recipients.press("Retirer la clé n° 2");
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");
  await pli.recipients.sealTo();
  await pli.done.expectShown();
  const sealed = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);
  await pli.visit("#/ouvrir");
  await pli.opening.openWithKey(sealed.path, keyFile);
  await pli.reading.expectShown();
  await pli.reading.expectRow("Agence France Travail", FICHE.agence);
});

test("a sealing that is stopped leaves the answers and the recipients", async ({ pli }) => {
  await pli.visit();
  await pli.fillAndSign(FICHE);
  const passphrase = await pli.recipients.makePassphrase();
  await pli.recipients.seal();
  await expect(pli.page.getByRole("progressbar")).toBeVisible();
  await pli.look("19-scellement");
  await pli.recipients.press("Annuler le scellement");
  await pli.recipients.expectShown();
  await expect(pli.recipients.status).toContainText("Le scellement est annulé");
  await expect(pli.recipients.words).toHaveText(passphrase);
  await pli.recipients.seal();
  await pli.done.expectShown();
});
