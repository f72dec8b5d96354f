// Opening what others sealed, correcting it, and refusing what is not whole: one clear sentence each.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { FICHE } from "../fixtures/fiche";
import { readKept, writeKept } from "../fixtures/kept";
import { expect, test } from "../fixtures/test";

test("a file of the stock age opens, binary or armored; correcting it replaces it", async ({
  pli,
  bench,
}) => {
  const key = bench.ageKey();
  await pli.visit();
  await pli.fillAndSign(FICHE);
  await pli.recipients.addKeys(key.recipient);
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");
  await pli.recipients.sealTo();
  await pli.done.expectShown();
  const own = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);
  const archive = bench.ageOpen(own.path, key);
  const { document } = JSON.parse(Buffer.from(bench.unzip(archive, "fiche.json")).toString()) as {
    document: { id: string };
  };

  for (const armor of [false, true]) {
    const file = bench.ageSeal(
      armor ? "autre.age.txt" : "autre.age",
      archive,
      key.recipient,
      armor,
    );
    await pli.visit("#/ouvrir");
    await pli.opening.openWithKey(file, key.file);
    await pli.reading.expectShown();
    await pli.reading.expectRow("Identifiant France Travail", "1234567A");
  }

  // What was remembered of it is damaged: then nothing is told of it, and it stays as it is.
  const damaged = { sha256: "", jour: "2026-01-05" };
  await writeKept(pli.page, "opened", document.id, damaged);
  await pli.visit("#/ouvrir");
  await pli.opening.openWithKey(own.path, key.file);
  await pli.reading.expectShown();
  await expect(pli.page.getByText(/avait retenu de ce pli est abîmé/)).toBeVisible();
  expect((await readKept(pli.page, "opened"))[document.id]).toEqual(damaged);

  await pli.reading.correct();
  await pli.entry.expectShown();
  await expect(pli.page.getByText(/Cette fiche corrigera et remplacera le pli/)).toBeVisible();
  await expect(pli.entry.field("Agence France Travail")).toHaveValue("Agence d’essai");
  await pli.entry.field("Agence France Travail").fill("Agence corrigée");
  for (const title of ["Suivi", "Identité", "Situation", "Freins"]) {
    await pli.entry.next();
    await pli.entry.step(title).expectShown();
  }
  await pli.entry.readBack();
  await pli.readingBack.accept();
  await pli.signing.signOnPaper("Arras");
  await pli.signing.next();
  await pli.recipients.addKeys(key.recipient);
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");
  await pli.recipients.sealTo();
  await pli.done.expectShown();
  const corrected = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);
  const fiche = JSON.parse(
    Buffer.from(bench.unzip(bench.ageOpen(corrected.path, key), "fiche.json")).toString(),
  ) as { remplace: string };
  expect(fiche.remplace).toBe(document.id);

  await pli.visit("#/ouvrir");
  await pli.opening.openWithKey(corrected.path, key.file);
  await pli.reading.expectShown();
  await expect(pli.page.getByText(/Ce pli dit annuler et remplacer le pli/)).toBeVisible();
});

test("what is not a whole pli is refused in one sentence, and nothing is shown", async ({
  pli,
  bench,
}) => {
  const key = bench.ageKey();
  const stranger = bench.ageKey("autre-cle.txt");
  const sealed = readFileSync(
    bench.ageSeal("quelconque.age", Buffer.alloc(70_000, 1), key.recipient),
  );
  const flipped = Buffer.from(sealed);
  flipped.writeUInt8(flipped.readUInt8(flipped.length - 5) ^ 1, flipped.length - 5);
  /** Without a key file: refused as soon as it is chosen. */
  const cases: { name: string; content: Uint8Array; keyFile?: string; says: RegExp }[] = [
    {
      name: "texte.age",
      content: Buffer.from("Bonjour"),
      says: /pas un fichier|age/,
    },
    { name: "vide.age", content: Buffer.alloc(0), says: /vide|age/ },
    { name: "autre.age", content: sealed, keyFile: stranger.file, says: /clé/ },
    {
      name: "coupe.age",
      content: sealed.subarray(0, -1),
      keyFile: key.file,
      says: /incomplet|modifié/,
    },
    { name: "modifie.age", content: flipped, keyFile: key.file, says: /modifié|incomplet/ },
    { name: "sans-archive.age", content: sealed, keyFile: key.file, says: /pas/ },
  ];
  await pli.visit("#/ouvrir");
  for (const { name, content, keyFile, says } of cases) {
    await test.step(name, async () => {
      await pli.opening.file.setInputFiles(bench.write(name, content));
      await pli.opening.expectChosen(pli.opening.file, name);
      if (keyFile) {
        await expect(pli.opening.summary).toHaveCount(0); // what the page said of the file before is gone
        await expect(pli.opening.keyFile).toBeVisible();
        await pli.opening.keyFile.setInputFiles(keyFile);
        await pli.opening.expectChosen(pli.opening.keyFile, basename(keyFile));
        await pli.opening.press("Ouvrir le pli");
      }
      await pli.opening.expectRefused(says);
      await expect(pli.page.getByText(/fault\.|error\.|seal\.|zip\./)).toHaveCount(0);
      await expect(pli.reading.title).toHaveCount(0);
    });
  }
});
