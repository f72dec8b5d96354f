// The register of habilitations: kept in one sealed file, from its first day to the next one.
import { FICHE } from "../fixtures/fiche";
import { DURAND, PETIT } from "../fixtures/persons";
import { expect, test } from "../fixtures/test";

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
  const stored = pli.page.getByLabel("Le fichier .age enregistré");
  await stored.setInputFiles(key.file);
  await expect(register.status).toHaveText(/n’est pas celui/);
  await stored.setInputFiles(file);
  await expect(register.status).toHaveText(/bien celui qui vient d’être scellé/);
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
  await register.enlist(DURAND);
  await register.goBack();
  await register.press("Sceller le registre");
  const words = await recipients.makePassphrase(null);
  const first = await register.sealInto(bench.folder);
  await register.goBack();
  await register.enlist(PETIT);
  await register.goBack();

  await pli.page.getByRole("link", { name: "Ouvrir un pli" }).click();
  await pli.opening.openWithPassphrase(first, words);
  await expect(
    pli.page.getByRole("heading", { level: 1, name: "Deux versions du registre" }),
  ).toBeVisible({ timeout: 30_000 });
  await pli.look("85-registre-reunir");
  await register.press("Garder la version ouverte");
  await register.expectShown();
  await expect(register.row("PETIT Éloïse")).toBeVisible();
  await register.press("Sceller le registre");
  await recipients.makePassphrase(null);
  await register.sealInto(bench.folder);

  await pli.visit("#/ouvrir");
  await pli.opening.openWithPassphrase(first, words);
  await register.expectShown();
  await expect(pli.page.getByText(/sa version 2 a déjà été ouverte ou scellée/)).toBeVisible();
  await pli.look("88-registre-ancien");
  await pli.page.getByRole("link", { name: "Données personnelles" }).click();
  await register.press("Oublier les versions de registres");
  await expect(register.status).toHaveText(/ne retient plus aucune version/);
  await pli.visit("#/ouvrir");
  await pli.opening.openWithPassphrase(first, words);
  await register.expectShown();
  await expect(pli.page.getByText(/a déjà été ouverte ou scellée/)).toHaveCount(0);
});

test("leaving the page asks as long as a register would be lost with it", async ({
  pli,
  bench,
}) => {
  const { page, register, recipients } = pli;
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  /** Once the page has taken in what was done. */
  const leave = async (): Promise<void> => {
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    await page.goto("about:blank");
  };
  await pli.visit("#/registre");
  await leave();
  expect(asked).toEqual([]);
  await pli.visit("#/registre");
  await register.begin("Structure Exemple", "62011");
  await leave();
  expect(asked).toEqual(["beforeunload"]);

  await pli.visit("#/registre");
  await register.begin("Structure Exemple", "62011");
  await register.press("Sceller le registre");
  await recipients.addKeys(bench.ageKey().recipient);
  await register.sealInto(bench.folder);
  await leave();
  expect(asked).toEqual(["beforeunload"]);

  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.fillAgents(FICHE);
  await leave();
  expect(asked).toEqual(["beforeunload", "beforeunload"]);

  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.fillAgents(FICHE);
  await register.press("Effacer cette fiche");
  await pli.watch.reload(() => register.press("Oui, effacer la fiche"));
  await pli.home.expectShown();
  expect(asked, "the page's own reload asks nothing more").toHaveLength(2);
});

test("a damaged register is refused with everything that is wrong in it", async ({
  pli,
  bench,
}) => {
  const { register, opening } = pli;
  const key = bench.ageKey("rgc.txt");
  const text =
    '{"format":"pli/registre/1","organisme":{"nom":"","safir":"62011"},"personnes":[{"nom":"DURAND"}]}';
  const file = bench.ageSeal("registre.age", Buffer.from(text), key.recipient);
  await pli.visit("#/registre");
  await register.begin("Structure Exemple", "62011");
  await pli.page.getByRole("link", { name: "Ouvrir un pli" }).click();
  await opening.openWithKey(file, key.file);
  await opening.expectRefused(/Personne 1/);
  await expect(opening.summary).toContainText("Personne 1, colonne « Mail professionnel »");
  await expect(opening.summary).toContainText("Il manque un élément à ce registre (« registre »)");
  await pli.look("89-registre-abime");
  await pli.page.getByRole("link", { name: "Registre des habilitations" }).click();
  await expect(pli.page.getByText("Structure Exemple")).toBeVisible();
});

test("a table is imported once its faulty row is corrected", async ({ pli, bench }) => {
  const { register } = pli;
  const table = bench.write(
    "export.csv",
    "Agents habilités, Arras\r\n" +
      "Nom;Prénom;Naissance;Mail;Région;Manager\r\n" +
      "DURAND;Éloïse;07/03/1985;e.durand@exemple.fr;Bretagne;non\r\n" +
      "P3tit;Zoé;31/02/1985;z.petit@exemple.fr;Bretagne;oui\r\n" +
      "MARTIN;L3o;31/02/1985;l.martin;Bretagne;peut-être\r\n",
  );
  await pli.visit("#/registre");
  await register.begin("Structure Exemple", "62011");
  await register.press("Importer un tableau");
  await register.imported.expectShown();
  const file = pli.page.getByLabel("Tableau", { exact: true });
  await file.setInputFiles(table);
  await register.imported.expectChosen(file, "export.csv");
  await expect(register.choice("Ligne des en-têtes")).toHaveValue("1");
  const faulty = pli.page.getByRole("grid", { name: "Lignes à corriger" }).getByRole("row");
  await expect(faulty.filter({ hasText: "Ligne 4" })).toContainText("Nom, Date de naissance");
  await expect(faulty.filter({ hasText: "Ligne 5" })).toContainText(/ et \d autres$/);
  await register.link("Ligne 4").click();
  await pli.look("86-registre-importer");
  await register.field("Nom").fill("PETIT");
  await register.field("Date de naissance").fill("07/03/1985");
  await register.press("Ligne suivante à corriger");
  await expect(pli.page.getByRole("group", { name: "Corriger la ligne 5" })).toBeFocused();
  await register.press("Prendre 2 lignes dans le registre");
  await expect(pli.page.getByText("2 lignes sont prises dans le registre.")).toBeVisible();
  await register.goBack();
  await expect(register.row("PETIT Zoé")).toBeVisible();
});

/** The parts of a workbook with a sheet of notes and a sheet of users, as spreadsheets save them. */
function usersWorkbook(): Record<string, string> {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = (list: [type: string, target: string][]): string =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(
        ([type, target], n) =>
          `<Relationship Id="rId${n + 1}" Type="${office}/${type}" Target="${target}"/>`,
      )
      .join("")}</Relationships>`;
  const words = [
    "Nom",
    "Prénom",
    "Naissance",
    "Mail",
    "Région",
    "Manager",
    "DURAND",
    "Éloïse",
    "Bretagne",
    "PETIT",
  ];
  const word = (at: string, text: string): string =>
    `<c r="${at}" t="s"><v>${words.indexOf(text)}</v></c>`;
  const letters = ["A", "B", "C", "D", "E", "F"];
  const headers = words.slice(0, 6).map((text, n) => word(`${letters[n] ?? ""}2`, text));
  return {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${head}<workbook ${main} xmlns:r="${office}"><sheets>
      <sheet name="Notes" sheetId="1" r:id="rId1"/><sheet name="Agents" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ["worksheet", "worksheets/sheet1.xml"],
      ["worksheet", "worksheets/sheet2.xml"],
      ["sharedStrings", "sharedStrings.xml"],
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": `${head}<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${head}<sst ${main}>${words.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `${head}<worksheet ${main}><sheetData><row r="1">${word("A1", "Nom")}</row></sheetData>
      </worksheet>`,
    "xl/worksheets/sheet2.xml": `${head}<worksheet ${main}><sheetData><row r="2">${headers.join("")}</row>
      <row r="3">${word("A3", "DURAND")}${word("B3", "Éloïse")}<c r="C3" s="1"><v>31113</v></c>
      <c r="D3" t="inlineStr"><is><t>e.durand@exemple.fr</t></is></c>${word("E3", "Bretagne")}
      <c r="F3" t="b"><v>0</v></c></row>
      <row r="5">${word("A5", "PETIT")}${word("B5", "Éloïse")}<c r="C5"><v>7031985</v></c>
      <c r="D5" t="str"><f>LOWER("E.Petit@exemple.fr")</f><v>e.petit@exemple.fr</v></c>${word("E5", "Bretagne")}
      <c r="F5" t="b"><v>1</v></c></row></sheetData></worksheet>`,
  };
}

test("a workbook is imported from the chosen sheet; a formula is looked at first", async ({
  pli,
  bench,
}) => {
  const { register } = pli;
  await pli.visit("#/registre");
  await register.begin("Structure Exemple", "62011");
  await register.press("Importer un tableau");
  const table = pli.page.getByLabel("Tableau", { exact: true });
  await table.setInputFiles(bench.write("ancien.xls", Buffer.from("D0CF11E0A1B11AE1", "hex")));
  await register.expectRefused(/enregistrez-le au format XLSX/);
  await table.setInputFiles(bench.workbook("agents.xlsx", usersWorkbook()));
  await register.choice("Feuille du classeur").selectOption("Agents");
  await expect(pli.page.getByText("Lignes prêtes : 1. Lignes à corriger : 1.")).toBeVisible();
  await expect(pli.page.getByRole("group", { name: "Corriger la ligne 5" })).toContainText(
    "Mail professionnel : Cette case contient une formule. Remplacez-la par sa valeur.",
  );
  await expect(pli.page.getByRole("group", { name: "Corriger la ligne 5" })).toContainText(
    "elle a été lue 07/03/1985",
  );
  await pli.look("87-registre-classeur");
  await expect(register.field("Mail professionnel")).toHaveValue("=e.petit@exemple.fr");
  await register.field("Mail professionnel").fill("e.petit@exemple.fr");
  await register.press("Ligne suivante à corriger");
  await register.press("Prendre 2 lignes dans le registre");
  await register.expectShown();
  await register.link("DURAND Éloïse").click();
  await expect(register.field("Date de naissance")).toHaveValue("07/03/1985");
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
