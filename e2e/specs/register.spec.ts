// The register of habilitations: kept in one sealed file, from its first day to the next one.
import { expect, test } from "../fixtures/test";

const DURAND = {
  Nom: "DURAND",
  Prénom: "Éloïse",
  "Date de naissance": "07/03/1985",
  "Mail professionnel": "e.durand@exemple.fr",
  "Région de rattachement": "Hauts-de-France",
};
const PETIT = { ...DURAND, Nom: "PETIT", "Mail professionnel": "e.petit@exemple.fr" };

test("a register is begun, filled, sealed with a key and opened again", async ({ pli, bench }) => {
  const { register, recipients } = pli;
  const key = bench.ageKey("rgc.txt");
  await pli.visit();
  await register.press("Tenir le registre des habilitations");
  await register.expectShown();
  await pli.look("80-registre-debut");
  await register.press("Commencer le registre");
  await register.expectRefused(/Organisme/);
  await register.begin("Structure Exemple", "62011");

  await register.enlist(DURAND);
  await register.grant("OuiForm", "05/01/2024");
  await expect(pli.page.getByText("accordé à compter du 05/01/2024")).toBeVisible();
  await pli.look("81-registre-personne");
  await register.goBack();
  await register.enlist(PETIT);
  await register.goBack();
  await expect(register.list).toHaveAttribute("aria-rowcount", "3");
  await pli.look("82-registre");

  await register.search.fill("duran");
  await expect(register.row("PETIT Éloïse")).toHaveCount(0);
  await expect(register.row("DURAND Éloïse")).toContainText("1 outil");
  await register.link("DURAND Éloïse").press("Enter");
  await register.user.expectShown();
  await expect(register.field("Nom")).toHaveValue("DURAND");
  await register.goBack();

  await register.press("Sceller le registre");
  await register.sealing.expectShown();
  await register.press("Sceller le registre");
  await register.sealing.expectRefused(/clé/);
  await recipients.addKeys(key.recipient);
  await pli.look("83-registre-sceller");
  const file = await register.sealInto(bench.folder);
  await pli.look("84-registre-scelle");
  await register.goBack();
  await expect(pli.page.getByText(/^Rien n’a changé depuis/)).toBeVisible();

  await pli.visit();
  await pli.home.openFile();
  await pli.opening.openWithKey(file, key.file);
  await register.expectShown();
  await expect(register.row("DURAND Éloïse")).toContainText("1 outil");
  await expect(register.row("PETIT Éloïse")).toContainText("0 outil");
});

test("a register is sealed with a passphrase; an older one is told from it", async ({
  pli,
  bench,
}) => {
  const { register, recipients } = pli;
  await pli.visit("#/registre");
  await register.begin("Structure Exemple", "62011");
  await register.press("Sceller le registre");
  const words = await recipients.makePassphrase(null);
  const first = await register.sealInto(bench.folder);
  await register.goBack();
  await register.enlist(DURAND);
  await register.goBack();

  await pli.page.getByRole("link", { name: "Ouvrir un pli" }).click();
  await pli.opening.openWithPassphrase(first, words);
  await expect(
    pli.page.getByRole("heading", { level: 1, name: "Deux versions du registre" }),
  ).toBeVisible({ timeout: 30_000 });
  await pli.look("85-registre-reunir");
  await register.press("Garder la version ouverte");
  await register.expectShown();
  await expect(register.row("DURAND Éloïse")).toBeVisible();
});

test("a table is imported once its faulty row is corrected", async ({ pli, bench }) => {
  const { register } = pli;
  const table = bench.write(
    "export.csv",
    "Nom;Prénom;Naissance;Mail;Région;Manager\r\n" +
      "DURAND;Éloïse;07/03/1985;e.durand@exemple.fr;Bretagne;non\r\n" +
      "P3tit;Zoé;07/03/1985;z.petit@exemple.fr;Bretagne;oui\r\n",
  );
  await pli.visit("#/registre");
  await register.begin("Structure Exemple", "62011");
  await register.press("Importer un tableau");
  await register.imported.expectShown();
  await pli.page.getByLabel("Tableau", { exact: true }).setInputFiles(table);
  await register.link("Ligne 3").click();
  await pli.look("86-registre-importer");
  await register.field("Nom").fill("PETIT");
  await register.press("Ligne suivante à corriger");
  await register.press("Prendre 2 lignes dans le registre");
  await register.expectShown();
  await expect(register.row("PETIT Zoé")).toBeVisible();
});

test("thousands of users are walked through by keyboard, and few of them are in the page", async ({
  pli,
  bench,
}) => {
  const { register } = pli;
  const letters = (n: number): string =>
    [...String(n).padStart(4, "0")].map((digit) => "ABCDEFGHIJ"[Number(digit)]).join("");
  const rows = Array.from(
    { length: 5000 },
    (_, n) => `DURAND ${letters(n)};Zoé;07/03/1985;agent${n}@exemple.fr;Bretagne;non\n`,
  );
  const table = bench.write(
    "export.csv",
    "Nom;Prénom;Naissance;Mail;Région;Manager\n" + rows.join(""),
  );
  await pli.visit("#/registre");
  await register.begin("Structure Exemple", "62011");
  await register.press("Importer un tableau");
  await pli.page.getByLabel("Tableau", { exact: true }).setInputFiles(table);
  await register.press("Prendre 5000 lignes dans le registre");
  await register.expectShown();
  await expect(register.list).toHaveAttribute("aria-rowcount", "5001");
  await register.link("DURAND AAAA Zoé").press("End");
  await expect(register.link("DURAND JJJJ Zoé")).toHaveCount(0);
  await expect(register.link("DURAND EJJJ Zoé")).toBeFocused();
  await expect(register.row("DURAND EJJJ Zoé")).toHaveAttribute("aria-rowindex", "5001");
  expect(await register.list.getByRole("row").count()).toBeLessThan(100);
});
