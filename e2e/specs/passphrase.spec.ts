// A partner without a key gets a passphrase over the telephone, and opens the file on the same page.
import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";

async function expectInside(inner: Locator, outer: Locator): Promise<void> {
  const [part, whole] = [await inner.boundingBox(), await outer.boundingBox()];
  if (!part || !whole) throw new Error("not shown");
  expect(part.x).toBeGreaterThanOrEqual(whole.x);
  expect(part.y).toBeGreaterThanOrEqual(whole.y);
  expect(part.x + part.width).toBeLessThanOrEqual(whole.x + whole.width);
  expect(part.y + part.height).toBeLessThanOrEqual(whole.y + whole.height);
}

test("a fiche sealed by a passphrase opens here and with the stock age", async ({ pli, bench }) => {
  test.slow(); // scrypt at 2^18, four times
  await pli.visit();
  await pli.fillAndSign(FICHE);
  const passphrase = await pli.recipients.makePassphrase();
  expect(passphrase.split("-")).toHaveLength(8);
  await pli.recipients.press("Épeler la phrase");
  await pli.look("11-phrase-de-passe");
  await pli.recipients.seal();
  await pli.done.expectShown();
  const sealed = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);

  const archive = bench.ageOpenWithPassphrase(sealed.path, passphrase);
  expect(Buffer.from(bench.unzip(archive, "fiche.json")).toString()).toContain("Lefèvre-Dupré");

  await pli.visit("#/ouvrir");
  await pli.opening.openWithPassphrase(sealed.path, "mauvaise phrase");
  await pli.opening.expectRefused("phrase de passe");
  await pli.look("12-ouvrir-refus");
  await expectInside(pli.opening.reveal, pli.opening.passphrase);
  await pli.opening.openWithPassphrase(sealed.path, passphrase.replaceAll("-", " ").toUpperCase());
  await pli.reading.expectShown();
  await pli.look("13-lecture");
  await pli.reading.expectRow("Nom et prénom", "Lefèvre-Dupré Éloïse");
  await pli.reading.expectRow("Adresse postale", "12 bis, rue de l’Église, 62000 Arras");
  await expect(pli.page.getByText(/Tout détenteur de la phrase de passe/)).toBeVisible();
  await expect(pli.page.getByRole("textbox")).toHaveCount(0);

  const pdf = await pli.reading.save("Enregistrer le PDF", bench.folder);
  expect(pdf.name).toMatch(/\.pdf$/);
  expect(bench.pdfText(readFileSync(pdf.path))).toContain("Lefèvre-Dupré");
});
