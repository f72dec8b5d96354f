// The directory of correspondents: judged, searched, kept on demand; recipients picked from it, authors known by it.
import { readFileSync } from "node:fs";
import { believe, dayFromNow, Departement, type Entry } from "../fixtures/directory";
import { FICHE } from "../fixtures/fiche";
import { readyKeys } from "../fixtures/keys";
import { expect, test } from "../fixtures/test";
import { SLAI } from "../pages/recipients";

const ROUTE = "#/annuaire";

function desk(recipient: string): Entry {
  return {
    id: "slai-exemple",
    role: "slai",
    structure: "Département d’Exemple",
    service: "SLAI de l’Exemple",
    holders: [
      { nom: "Éloïse DURAND" },
      { nom: "Anne PETIT", etat: { genre: "parti", du: dayFromNow(-30) } },
    ],
    keys: [{ destinataire: recipient }],
  };
}

const away: Entry = {
  id: "referent-exemple",
  role: "referent-social",
  structure: "Association d’Exemple",
  holders: [{ nom: "Noël MARTIN", etat: { genre: "absent", du: dayFromNow(-3) } }],
  keys: [],
};

test("the directory is judged before it is shown; it is searched, and kept on demand", async ({
  pli,
  bench,
}) => {
  const departement = new Departement(bench);
  await believe(pli.page, departement.key);
  await pli.visit();
  await pli.home.chooseTerritory();
  await pli.page.getByRole("link", { name: "Annuaire", exact: true }).click();
  await pli.directory.expectShown();
  await pli.look("annuaire-aucun");

  const good = departement.publish([desk(bench.ageKey().recipient), away], { version: 3 });
  const cut = bench.write("coupe.json", readFileSync(good.text).subarray(0, -40));
  const altered = readFileSync(good.text, "utf8").replace("Exemple", "Example");
  const late = departement.publish([away], { version: 3, issued: -80, expires: -1 });
  const stranger = new Departement(bench, "inconnu").publish([away]);
  const huge = bench.write("enorme.json", Buffer.alloc((8 << 20) + 1, 0x20));
  const { minisig } = good;
  const refused: [files: { text: string; minisig?: string }, sentence: string][] = [
    [{ text: good.text }, "Cet annuaire n’est pas signé"],
    [{ text: cut, minisig }, "a été modifié après sa signature"],
    [{ text: bench.write("modifie.json", altered), minisig }, "a été modifié après sa signature"],
    [late, "Cet annuaire a expiré"],
    [stranger, "signé avec une clé inconnue"],
    [{ text: huge, minisig }, "trop grand pour un annuaire"],
    [departement.publish([away], { territory: "nord" }), "celui d’un autre territoire"],
    [departement.publish([away], { issued: 2 }), "n’est valable qu’à partir du"],
  ];
  for (const [files, sentence] of refused) {
    await pli.directory.give(files);
    await pli.directory.expectRefused(sentence);
  }
  await pli.look("annuaire-refuse");

  await pli.directory.load(good);
  await expect(pli.directory.count).toHaveText("2 inscriptions trouvées");
  await pli.directory.search.fill("eloise");
  await expect(pli.directory.count).toHaveText("1 inscription trouvée");
  await pli.look("annuaire");
  await pli.directory.open("SLAI de l’Exemple, Département d’Exemple");
  await expect(pli.page.getByText(/^En vigueur jusqu’au /)).toBeVisible();
  await expect(pli.page.getByText(/^A quitté ce poste le /)).toBeVisible();
  await pli.look("annuaire-inscription");
  await pli.directory.press("Revenir à l’annuaire");

  // An older one is told, at the next visit too; the one that is kept is judged again.
  await pli.directory.keep.check();
  await expect(pli.directory.status.first()).toContainText("est gardé sur ce poste");
  await pli.visit(ROUTE);
  await expect(pli.directory.count).toHaveText("2 inscriptions trouvées");
  await pli.directory.give(departement.publish([away], { version: 2 }));
  await pli.directory.expectRefused("la 3 est connue");
  await pli.directory.keep.uncheck();
  await expect(pli.directory.status.first()).toContainText("n’est plus gardé");
  await pli.visit(ROUTE);
  await expect(pli.directory.file).toBeVisible();
  await expect(pli.directory.count).toBeHidden();

  // What was learned is damaged: said, and left as it is until the user decides.
  await pli.page.evaluate(() => {
    localStorage.setItem("pli-confiance", "{}");
  });
  await pli.visit(ROUTE);
  await expect(
    pli.page.getByText("Ce que ce poste retient des annuaires", { exact: false }),
  ).toBeVisible();
  await pli.look("annuaire-memoire-abimee");
  expect(await pli.page.evaluate(() => localStorage.getItem("pli-confiance"))).toBe("{}");
  await pli.directory.press("Repartir de zéro");
  await pli.directory.load(good);
});

test("a recipient is picked by name, and the reader is told who signed", async ({ pli, bench }) => {
  const slai = bench.ageKey("slai.txt");
  const departement = new Departement(bench);
  await believe(pli.page, departement.key);
  await pli.visit();
  await pli.home.chooseTerritory();
  await pli.page.getByRole("link", { name: "Mes clés", exact: true }).click();
  const { files, verifyingKey: signing } = await readyKeys(bench, "conseiller", { signing: true });
  await pli.ownKeys.unlock(files);
  await expect(pli.ownKeys.status).toContainText("déverrouillée");
  const adviser: Entry = {
    id: "agence-essai",
    role: "conseiller-france-travail",
    structure: FICHE.agence,
    keys: [{ signature: signing }],
  };
  await pli.page.getByRole("link", { name: "Annuaire", exact: true }).click();
  await pli.directory.load(departement.publish([adviser, desk(slai.recipient), away]));

  await pli.page.getByRole("link", { name: "Accueil" }).click();
  await pli.fillAndSign(FICHE);
  await expect(pli.page.getByText(/^Association d’Exemple.: Personne à ce poste/)).toBeVisible();
  await pli.look("destinataires-annuaire");
  await pli.recipients.press("Ajouter SLAI de l’Exemple, Département d’Exemple");
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");
  await expect(pli.recipients.roles.first()).toHaveValue("slai");
  await pli.look("destinataires-choisis");
  await pli.recipients.seal();
  await pli.done.expectShown();
  const sealed = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);

  await pli.page.getByRole("link", { name: "Ouvrir un pli" }).click();
  await pli.opening.file.setInputFiles(sealed.path);
  await pli.page.getByLabel(/^Votre fichier de clé/).setInputFiles(slai.file); // not with the unlocked keys
  await pli.opening.press("Ouvrir le pli");
  await pli.reading.expectShown();
  await expect(
    pli.page.getByText(new RegExp(`^Signé par ${FICHE.agence} \\(Conseiller`)),
  ).toBeVisible();
  await pli.look("lecture-auteur");

  // The same document, once the directory calls the key revoked, or another's.
  await pli.page.getByRole("link", { name: "Annuaire", exact: true }).click();
  const revoked = { genre: "revoquee", jour: dayFromNow(0), motif: "compromis" };
  await pli.directory.load(
    departement.publish([{ ...adviser, keys: [{ signature: signing, etat: revoked }] }], {
      version: 2,
    }),
  );
  await pli.page.goBack();
  await expect(pli.page.getByText(/^Non fiable/)).toBeVisible();
  await pli.page.getByRole("link", { name: "Annuaire", exact: true }).click();
  await pli.directory.load(
    departement.publish([{ ...adviser, structure: "Autre Structure d’Exemple" }], { version: 3 }),
  );
  await pli.page.goBack();
  await pli.opening.expectRefused("se dit d’un autre que celui qui l’a signé");
});

test("whoever holds the signing key makes the directory, and minisign verifies it", async ({
  pli,
  bench,
}) => {
  await pli.visit();
  await pli.home.chooseTerritory();
  await pli.page.getByRole("link", { name: "Mes clés", exact: true }).click();
  const files = await pli.ownKeys.make(bench.folder, { signing: true });
  await pli.ownKeys.tryBackup(files);
  const key = (await pli.page.getByText(/^RW[A-Za-z0-9+/]{54}$/).textContent()) ?? "";
  await believe(pli.page, key);
  await pli.visit("#/annuaire");
  await pli.directory.press("Tenir l’annuaire");
  await pli.look("tenue-sans-cle");
  await pli.page.getByRole("main").getByRole("link", { name: "Mes clés" }).first().click();
  await pli.ownKeys.unlock(files);
  await expect(pli.ownKeys.status).toContainText("déverrouillée");

  await pli.page.getByRole("link", { name: "Annuaire", exact: true }).click();
  await pli.directory.begin();
  await pli.directory.enlist(SLAI, "Département d’Exemple");
  await pli.page.getByRole("textbox", { name: /^Nom d’une personne/ }).fill("Éloïse DURAND");
  await pli.directory.press("Ajouter cette personne");
  await pli.directory.press("Ajouter cette clé");
  await expect(pli.page.getByRole("textbox", { name: /^Clé publique \(/ })).toBeFocused();
  await pli.page.getByRole("textbox", { name: /^Clé publique \(/ }).fill(bench.ageKey().recipient);
  await pli.directory.press("Ajouter cette clé");
  await expect(pli.page.getByText("Empreinte de la clé publique (SHA-256)")).toBeVisible();
  await pli.look("tenue-inscription");
  await pli.directory.press("Revenir à l’annuaire en préparation");
  await pli.look("tenue");
  await pli.directory.press("Signer l’annuaire");
  const text = await pli.directory.save("Enregistrer annuaire.json", bench.folder);
  const minisig = await pli.directory.save("Enregistrer annuaire.json.minisig", bench.folder);
  expect([text.name, minisig.name]).toEqual(["annuaire.json", "annuaire.json.minisig"]);
  bench.minisignCheck(text.path, key); // throws unless it is content

  // Others are given the two files; the next version follows the one that is loaded.
  await pli.visit("#/annuaire");
  await pli.directory.load({ text: text.path, minisig: minisig.path });
  await expect(pli.directory.count).toHaveText("1 inscription trouvée");
  await pli.page.getByRole("link", { name: "Mes clés" }).click();
  await pli.ownKeys.unlock(files);
  await expect(pli.ownKeys.status).toContainText("déverrouillée");
  await pli.page.getByRole("link", { name: "Annuaire", exact: true }).click();
  await pli.directory.press("Tenir l’annuaire");
  await pli.directory.press("Préparer la version suivante");
  await pli.page.getByRole("link", { name: "Département d’Exemple" }).click();
  await pli.page.getByRole("combobox", { name: "Clé à remplacer ou à révoquer" }).selectOption({
    label: "Clé n° 1",
  });
  await pli.directory.press("Révoquer la clé choisie");
  await expect(pli.page.getByText(/^Révoquée le /)).toBeVisible();
  await pli.directory.press("Revenir à l’annuaire en préparation");
  await pli.directory.press("Abandonner l’annuaire en préparation");
  await pli.directory.press("Abandonner l’annuaire");
  await pli.directory.expectShown();
});
