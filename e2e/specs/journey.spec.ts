// A referent fills a fiche, has it read back and signed, seals it for two colleagues, checks the stored
// file and erases the answers. The stock age opens the file.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";

interface FicheJson {
  format: string;
  formulaire: { id: string };
  destinataires: { cle: string }[];
  reponses: Record<string, unknown>;
  signature: { mode: string; traits: number[][] };
}

test("a fiche is filled, signed, sealed for two keys, checked and erased", async ({
  pli,
  bench,
}) => {
  const first = bench.ageKey("premier.txt");
  const second = bench.ageKey("second.txt");
  await pli.visit();
  await pli.look("01-accueil");
  await pli.home.startFiche();

  await pli.entry.expectShown();
  await pli.look("02-agents");
  await pli.entry.fillAgents(FICHE);
  await pli.entry.next();
  await pli.entry.step("Suivi").expectShown();
  await pli.entry.fillSuivi(FICHE);
  await pli.look("03-suivi");
  await pli.entry.next();
  await pli.entry.step("Identité").expectShown();
  await pli.entry.fillIdentity(FICHE);
  await pli.look("04-identite");
  await pli.entry.next();
  await pli.entry.step("Situation").expectShown();
  await pli.entry.fillSituation(FICHE);
  await pli.look("05-situation");
  await pli.entry.next();
  await pli.entry.step("Freins").expectShown();
  await pli.entry.tickFreins(FICHE);
  await pli.look("06-freins");
  await pli.entry.readBack();

  await pli.readingBack.expectShown();
  await expect(pli.readingBack.title).toBeFocused();
  await pli.look("07-relecture");
  await pli.readingBack.accept();

  await pli.signing.expectShown();
  await pli.signing.signByDrawing("Arras");
  await pli.look("08-signature");
  await pli.signing.next();

  await pli.recipients.expectShown();
  await pli.recipients.addKeys(first.recipient, second.recipient);
  await pli.recipients.expectCount("2 personnes pourront ouvrir le fichier");
  await pli.recipients.armor.check();
  await pli.look("09-destinataires");
  await pli.recipients.sealTo();

  await pli.done.expectShown();
  await pli.look("10-termine");
  await expect(pli.page.getByText("Ce fichier n’est pas encore transmis.")).toBeVisible();
  const sealed = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);
  const armored = await pli.done.save("Enregistrer la version texte (.age.txt)", bench.folder);
  const note = await pli.done.save("Enregistrer la note « comment ouvrir ce pli »", bench.folder);
  expect(sealed.name).toMatch(/^pli_\d{4}-\d{2}-\d{2}_[0-9a-z]+\.age$/);
  expect(armored.name).toBe(`${sealed.name}.txt`);
  expect(note.name).toMatch(/\.txt$/);
  const digest = createHash("sha256").update(readFileSync(sealed.path)).digest("hex");
  expect((await pli.done.fact("Empreinte SHA-256")).replace(/\s/g, "")).toBe(digest);

  await test.step("the stock age opens it with either key, binary or armored", () => {
    const archive = bench.ageOpen(sealed.path, first);
    expect(
      Buffer.compare(Buffer.from(archive), Buffer.from(bench.ageOpen(armored.path, second))),
    ).toBe(0);
    expect(archive.length % 65_536).toBe(0);
    const fiche = JSON.parse(
      Buffer.from(bench.unzip(archive, "fiche.json")).toString(),
    ) as FicheJson;
    expect(fiche.format).toBe("pli/fiche/1");
    expect(fiche.formulaire.id).toBe("liaison-ag-tacite");
    expect(fiche.destinataires.map(({ cle }) => cle)).toEqual([first.recipient, second.recipient]);
    expect(fiche.signature.mode).toBe("dessin");
    expect(fiche.signature.traits[0]?.length).toBeGreaterThan(6);
    expect(fiche.reponses.demandeur).toMatchObject({
      nom: "Lefèvre-Dupré",
      prenom: "Éloïse",
      naissance: "1985-03-07",
      brsa: true,
      rqth: false,
      enfants: 2,
      mail: "eloise@exemple.fr",
    });
    expect(fiche.reponses.freins).toEqual(["logement", "transport"]);
    const text = bench.pdfText(bench.unzip(archive, "fiche.pdf"));
    for (const answer of [
      "Lefèvre-Dupré",
      "Éloïse",
      "07/03/1985",
      "62000",
      "Association d’essai",
    ]) {
      expect(text).toContain(answer);
    }
  });

  await test.step("the stored file is recognised, another is not", async () => {
    const same = pli.page.getByText(/est bien celui qui vient d’être scellé/).first();
    const different = pli.page
      .getByText(/Ce fichier n’est pas celui qui vient d’être scellé/)
      .first();
    await pli.done.stored.setInputFiles(
      bench.write("autre.age", Buffer.alloc(bench.size(sealed.path))),
    );
    await expect(different).toBeVisible();
    await pli.done.stored.setInputFiles(armored.path);
    await expect(same).toBeVisible();
    await pli.done.stored.setInputFiles(sealed.path);
    await expect(same).toBeVisible();
  });

  await test.step("the answers are wiped", async () => {
    await pli.watch.expectClean();
    await pli.watch.reload(() => pli.done.press("Effacer les réponses et terminer"));
    await pli.home.expectShown();
    await expect(pli.page.getByText("Une fiche est en cours")).toHaveCount(0);
    await pli.home.startFiche();
    await expect(pli.entry.field("Agence France Travail")).toHaveValue("");
  });
});
