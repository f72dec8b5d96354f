// The second output, for a partner who only has 7-Zip: made here, judged by the stock 7zz, opened here again.
import { readFileSync } from "node:fs";
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";
import { OpeningScreen } from "../pages/opening";

const SAVE_AGE = "Enregistrer le fichier scellé (.age)";
const SAVE_7Z = "Enregistrer l’archive 7-Zip (.7z)";

test("a fiche sealed to a key also goes as a 7-Zip archive with a passphrase of its own", async ({
  pli,
  bench,
}) => {
  test.slow(); // 7-Zip's own key derivation, some times
  const key = bench.ageKey();
  await pli.visit();
  await pli.fillAndSign(FICHE);
  await pli.recipients.addKeys(key.recipient);
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");
  await pli.recipients.giveRoles();
  await pli.recipients.sevenZip.check();
  await pli.recipients.seal();
  await pli.recipients.expectRefused("Produisez d’abord une phrase de passe");
  const passphrase = await pli.recipients.makeSevenZip();
  expect(passphrase.split("-")).toHaveLength(8);
  await expect(pli.page.getByText(/Le fichier .age est le plus sûr/)).toBeVisible();
  await pli.look("sept-zip-destinataires");
  pli.watch.expectOnDemand(/sept-zip-[0-9a-f]+\.js$/);
  await pli.recipients.seal();
  await pli.done.expectShown();
  await expect(pli.page.getByText(/Donner la phrase de passe .* par un autre canal/)).toBeVisible();
  await expect(pli.page.getByText(/n’authentifie rien/)).toBeVisible();
  await pli.look("sept-zip-termine");
  const sealed = await pli.done.save(SAVE_AGE, bench.folder);
  const archive = await pli.done.save(SAVE_7Z, bench.folder);
  expect(archive.name).toBe(sealed.name.replace(/\.age$/, ".7z"));
  expect(archive.name).toMatch(/^pli_\d{4}-\d\d-\d\d_[0-9a-f]{8}\.7z$/);

  const blind = bench.sevenZip("l", archive.path);
  expect(blind.code).not.toBe(0);
  expect(blind.said).not.toMatch(/fiche|remplissage/);
  expect(bench.sevenZip("t", archive.path, "mauvaise").code).not.toBe(0);
  expect(bench.sevenZip("t", archive.path, passphrase)).toMatchObject({ code: 0 });
  const zip = bench.ageOpen(sealed.path, key);
  for (const name of ["fiche.json", "fiche.pdf"])
    expect(bench.sevenZipRead(archive.path, passphrase, name)).toEqual(bench.unzip(zip, name));

  await pli.done.stored.setInputFiles(archive.path);
  await expect(pli.page.getByText(/est bien celui qui vient d’être scellé/).first()).toBeVisible();

  await pli.visit("#/ouvrir");
  pli.watch.expectOnDemand(/sept-zip-[0-9a-f]+\.js$/);
  await pli.opening.openWithPassphrase(archive.path, "mauvaise phrase");
  await pli.opening.expectRefused("n’ouvre pas cette archive 7-Zip, ou l’archive a été abîmée");
  await pli.look("sept-zip-refus");
  await pli.opening.openWithPassphrase(archive.path, passphrase.replaceAll("-", " ").toUpperCase());
  await pli.reading.expectShown();
  await pli.reading.expectRow("Identifiant France Travail", "1234567A");
  await expect(
    pli.page.getByText(/vient d’une archive 7-Zip, qui n’authentifie rien/),
  ).toBeVisible();
  await expect(pli.page.getByText(/^Auteur non vérifié/)).toBeVisible();
  await pli.look("sept-zip-lecture");
  const pdf = await pli.reading.save("Enregistrer le PDF", bench.folder);
  expect(pdf.name).toBe(archive.name.replace(/\.7z$/, ".pdf"));
});

test("a fiche sealed by a passphrase shares it with its archive; what is no archive of ours is refused", async ({
  pli,
  bench,
}) => {
  test.slow();
  await pli.visit();
  await pli.fillAndSign(FICHE);
  const passphrase = await pli.recipients.makePassphrase();
  await pli.recipients.sevenZip.check();
  await expect(pli.page.getByText(/La même phrase de passe ouvre/)).toBeVisible();
  await expect(pli.recipients.words).toHaveCount(1);
  pli.watch.expectOnDemand(/sept-zip-[0-9a-f]+\.js$/);
  await pli.recipients.seal();
  await pli.done.expectShown();
  const { path } = await pli.done.save(SAVE_7Z, bench.folder);
  expect(bench.sevenZip("t", path, passphrase)).toMatchObject({ code: 0 });

  const whole = readFileSync(path);
  const altered = Buffer.from(whole);
  altered.writeUInt8(altered.readUInt8(5000) ^ 1, 5000);
  const fiche = Buffer.from("{}");
  const secret = [`-p${passphrase}`, "-m0=Copy"];
  const cases: { file: string; says: RegExp }[] = [
    { file: bench.write("coupee.7z", whole.subarray(0, -1)), says: /7-Zip est incomplète/ },
    { file: bench.write("modifiee.7z", altered), says: /7-Zip a été modifiée ou abîmée/ },
    { file: bench.write("longue.7z", Buffer.alloc(33 << 20, whole)), says: /trop grande/ },
    { file: bench.sevenZipMake("claire.7z", fiche, []), says: /sans phrase de passe/ },
    { file: bench.sevenZipMake("noms.7z", fiche, secret), says: /sans phrase de passe/ },
    {
      file: bench.sevenZipMake("autre.7z", fiche, [...secret, "-mhe=on"]),
      says: /Il manque.*fiche\.pdf/,
    },
  ];
  await pli.visit("#/ouvrir");
  pli.watch.expectOnDemand(/sept-zip-[0-9a-f]+\.js$/);
  for (const { file, says } of cases) {
    await test.step(says.source, async () => {
      await pli.opening.openAnotherWithPassphrase(file, passphrase);
      await pli.opening.expectRefused(says);
      await expect(pli.reading.title).toHaveCount(0);
    });
  }
  await pli.opening.openAnotherWithPassphrase(path, passphrase);
  await pli.reading.expectShown();
  await expect(pli.page.getByText(/Tout détenteur de la phrase de passe/)).toBeVisible();
});

test("7-Zip that could not be fetched is fetched when it is asked for again", async ({
  page, // without its watch: the browser tells of the failure in the console
  bench,
  affichage,
}) => {
  const opening = new OpeningScreen(page);
  await page.goto(`/?affichage=${affichage}#/ouvrir`);
  await page.waitForFunction(() => performance.getEntriesByName("app-complete").length > 0);
  const options = ["-pmot", "-m0=Copy", "-mhe=on"];
  const file = bench.sevenZipMake("autre.7z", Buffer.from("{}"), options);
  await page.route(/\/sept-zip-/, (route) => route.abort());
  await opening.openWithPassphrase(file, "mot");
  await opening.expectRefused("Une partie de Pli n’a pas pu être chargée");
  await page.unroute(/\/sept-zip-/);
  await opening.press("Ouvrir le pli");
  await opening.expectRefused(/Il manque/);
});
