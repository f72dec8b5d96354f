// One's own keys: made, tried, used to open what is received, locked and unlocked.
import { readFileSync } from "node:fs";
import { FICHE } from "../fixtures/fiche";
import { readyKeys } from "../fixtures/keys";
import { expect, test } from "../fixtures/test";

test("a key is made, its backup tried, and it opens what is sealed to it", async ({
  pli,
  bench,
}) => {
  await pli.visit();
  await pli.page.getByRole("link", { name: "Mes clés : créer ou déverrouiller" }).click();
  await pli.ownKeys.expectShown();
  await pli.look("cles-aucune");
  await pli.ownKeys.press("Commencer la création");
  await pli.ownKeys.press("Fabriquer la clé");
  await pli.ownKeys.expectRefused("Produisez d’abord une phrase de passe");
  await pli.look("cles-creer");
  await pli.ownKeys.press("Renoncer");
  const files = await pli.ownKeys.make(bench.folder, { signing: true });
  await pli.look("cles-sauvegarde");
  await pli.ownKeys.tryBackup(files);
  await expect(pli.ownKeys.title).toBeFocused();
  await pli.look("cles-deverrouillees");

  // Others get the public half; the stock tools take what was saved.
  const publicKey = await pli.ownKeys.save("Enregistrer ma clé publique", bench.folder);
  expect(publicKey.name).toBe("pli_cle-publique.txt");
  const recipient = readFileSync(publicKey.path, "utf8").trim().split("\n").at(-1) ?? "";
  const card = await pli.ownKeys.save("Carte de clé à imprimer (PDF)", bench.folder);
  expect(bench.codesOf(card.path)).toEqual([recipient]);
  const clear = Buffer.from(bench.ageOpenWithPassphrase(files.key, files.passphrase)).toString();
  expect(clear).toContain(`# public key: ${recipient}\nAGE-SECRET-KEY-1`);
  const signing = Buffer.from(bench.ageOpenWithPassphrase(files.signature, files.passphrase));
  expect(signing.toString()).toMatch(/^untrusted comment: .+\nRWQ?AA/);

  const verifyingKey = (await pli.page.getByText(/^RW[A-Za-z0-9+/]{54}$/).textContent()) ?? "";

  await pli.ownKeys.page.getByRole("link", { name: "Accueil" }).click();
  await pli.fillAndSign(FICHE);
  await pli.recipients.keyFile.setInputFiles(publicKey.path);
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");
  await expect(
    pli.page.getByRole("checkbox", { name: "Signer avec ma clé de signature (optionnel)" }),
  ).toBeChecked();
  await pli.recipients.sealTo();
  await pli.done.expectShown();
  const sealed = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);
  await pli.page.getByRole("link", { name: "Ouvrir un pli" }).click();
  await pli.opening.file.setInputFiles(sealed.path);
  await expect(pli.page.getByText("Votre clé est déverrouillée : Pli s’en sert")).toBeVisible();
  await pli.opening.press("Ouvrir le pli");
  await pli.reading.expectShown();
  await pli.reading.expectRow("Identifiant France Travail", "1234567A");
  await expect(
    pli.page.getByText(
      /^Signé, mais clé inconnue.: l’annuaire du territoire de ce pli n’est pas chargé/,
    ),
  ).toBeVisible();
  await pli.look("lecture-signee");

  // The stock tools find the signatures under their usual names.
  const classic = clear.split("\n").filter((line) => !line.startsWith("AGE-SECRET-KEY-PQ-"));
  const identity = bench.write("cle.txt", classic.join("\n")); // hybrid keys need age 1.3
  const archive = bench.ageOpen(sealed.path, { file: identity, recipient });
  for (const name of ["fiche.json", "fiche.pdf"]) {
    const content = bench.write(name, bench.unzip(archive, name));
    bench.write(`${name}.minisig`, bench.unzip(archive, `${name}.minisig`));
    bench.minisignCheck(content, verifyingKey); // throws unless it is content
  }
});

test("where the territory has a key of rescue, a copy of the key is for its holder alone", async ({
  pli,
  bench,
}) => {
  const rescue = bench.ageKey("secours.txt");
  await pli.page.route(/\/pack-[0-9a-f]+\.json$/, async (route) => {
    const response = await route.fetch();
    const pack = (await response.json()) as Record<string, Record<string, unknown>>;
    const territory = pack["pas-de-calais.json"];
    if (!territory) throw new Error("the pack names its files otherwise");
    territory.secours = { recipient: rescue.recipient, holder: "la direction d’exemple" };
    const headers = { ...response.headers() };
    delete headers["content-encoding"];
    await route.fulfill({ response, headers, json: pack });
  });
  await pli.visit();
  await pli.home.chooseTerritory();
  await pli.page.getByRole("link", { name: "Mes clés : créer ou déverrouiller" }).click();
  await pli.ownKeys.press("Commencer la création");
  await expect(pli.page.getByText(/sans la copie de secours remise/)).toBeVisible();
  await expect(pli.page.getByText(/tenue par la direction d’exemple/)).toBeVisible();
  await pli.look("cles-secours-creer");
  await pli.ownKeys.press("Renoncer");
  const files = await pli.ownKeys.make(bench.folder, { signing: true });
  const copy = await pli.ownKeys.save("Enregistrer cle.secours.age", bench.folder);
  const signature = await pli.ownKeys.save("Enregistrer signature.secours.age", bench.folder);
  expect([copy.name, signature.name]).toEqual(["cle.secours.age", "signature.secours.age"]);
  await pli.look("cles-secours");
  for (const [saved, own] of [
    [copy.path, files.key],
    [signature.path, files.signature],
  ] as const)
    expect(Buffer.from(bench.ageOpen(saved, rescue))).toEqual(
      Buffer.from(bench.ageOpenWithPassphrase(own, files.passphrase)),
    );
  await pli.ownKeys.tryBackup(files);

  // Under another passphrase the copy stays what it is, and no other one is made.
  await pli.ownKeys.press("Changer la phrase de passe");
  await pli.ownKeys.notePassphrase();
  await pli.ownKeys.press("Protéger la clé par cette phrase");
  await expect(pli.ownKeys.button("Enregistrer cle.age")).toBeVisible();
  await expect(pli.ownKeys.button("Enregistrer cle.secours.age")).toHaveCount(0);
});

test("what is computed for a key can be stopped, and nothing is half done", async ({
  pli,
  bench,
}) => {
  await pli.visit("#/mes-cles");
  await pli.ownKeys.press("Commencer la création");
  await pli.ownKeys.notePassphrase();
  await pli.ownKeys.press("Fabriquer la clé");
  await pli.ownKeys.press("Annuler le calcul");
  await expect(pli.ownKeys.status).toContainText("Le calcul est annulé");
  await expect(pli.ownKeys.button("Fabriquer la clé")).toBeVisible();
  await pli.ownKeys.press("Renoncer");
  const files = await pli.ownKeys.make(bench.folder);
  await pli.ownKeys.give(files);
  await pli.ownKeys.press("Vérifier la sauvegarde");
  await pli.ownKeys.press("Annuler le calcul");
  await expect(pli.ownKeys.status).toContainText("Le calcul est annulé");
  await expect(pli.page.getByText("Cette clé ne sert pas encore", { exact: false })).toBeVisible();
  await pli.ownKeys.press("Vérifier la sauvegarde"); // what was typed is still there
  await expect(pli.ownKeys.status).toContainText("La sauvegarde est vérifiée");
});

test("the screen locks after ten minutes, hides everything, and opens to its key alone", async ({
  pli,
  bench,
}) => {
  await pli.visit("#/mes-cles");
  await pli.page.clock.install(); // not before: the page's own marks of time would be lost
  const { files } = await readyKeys(bench, "conseiller");
  await pli.ownKeys.unlock(files);
  await expect(pli.ownKeys.status).toContainText("déverrouillée");
  await pli.page.getByRole("link", { name: "Accueil" }).click();
  await pli.home.startFiche();
  await pli.entry.field("Agence France Travail").fill("Agence d’essai");
  await pli.page.clock.fastForward("09:00");
  await expect(pli.entry.field("Agence France Travail")).toBeVisible();
  await pli.page.clock.fastForward("10:20");
  await expect(pli.ownKeys.lockTitle).toBeFocused();
  await expect(pli.page.locator("body")).not.toContainText("Agence d’essai");
  await expect(pli.page).toHaveTitle("Pli est verrouillé – Pli");
  await pli.look("verrou");

  const refused = pli.ownKeys.page.getByText(
    "Cette phrase de passe n’ouvre pas votre fichier de clé",
  );
  await pli.ownKeys.unlock({ ...files, passphrase: "une-autre" });
  await expect(refused).toBeVisible();
  await expect(pli.ownKeys.lockTitle).toBeVisible();
  await pli.ownKeys.unlock(files);
  await expect(pli.entry.field("Agence France Travail")).toHaveValue("Agence d’essai");
});

test("a damaged, cut or foreign key file is refused with one sentence, and nothing is lost", async ({
  pli,
  bench,
}) => {
  await pli.visit("#/mes-cles");
  const files = await pli.ownKeys.make(bench.folder);
  const bytes = readFileSync(files.key);
  const altered = Buffer.from(bytes);
  altered.writeUInt8(altered.readUInt8(altered.length - 1) ^ 1, altered.length - 1);
  const bad: [name: string, content: Uint8Array, sentence: string][] = [
    ["abime.age", altered, "Votre fichier de clé est abîmé"],
    ["coupe.age", bytes.subarray(0, -20), "Votre fichier de clé est abîmé"],
    ["vide.age", new Uint8Array(), "Ce fichier ne contient aucune clé secrète"],
    ["lettre.txt", Buffer.from("Bonjour"), "ce fichier de clé n’est pas lisible"],
  ];
  for (const [name, content, sentence] of bad) {
    await pli.ownKeys.give({ ...files, key: bench.write(name, content) });
    await pli.ownKeys.press("Vérifier la sauvegarde");
    await pli.ownKeys.expectRefused(sentence);
  }
  const other = bench.ageKey();
  await pli.ownKeys.give({ ...files, key: other.file });
  await pli.ownKeys.press("Vérifier la sauvegarde");
  await pli.ownKeys.expectRefused("ne sont pas ceux de la clé qui vient d’être faite");
  await pli.ownKeys.tryBackup(files);

  // Another passphrase, the same key.
  await pli.ownKeys.press("Changer la phrase de passe");
  const passphrase = await pli.ownKeys.notePassphrase();
  await pli.ownKeys.press("Protéger la clé par cette phrase");
  const { path: key } = await pli.ownKeys.save("Enregistrer cle.age", bench.folder);
  await pli.ownKeys.give({ ...files, key: bench.write("ancienne-cle.age", bytes) });
  await pli.ownKeys.press("Vérifier la sauvegarde");
  await pli.ownKeys.expectRefused("ce n’est pas celui qui vient d’être fait");
  await pli.look("cles-ancien-fichier");
  await pli.ownKeys.tryBackup({ ...files, key, passphrase });
  await pli.ownKeys.press("Verrouiller maintenant");
  await expect(pli.ownKeys.lockTitle).toBeFocused();
  await pli.ownKeys.press("Tout effacer et recommencer");
  await pli.watch.reload(() => pli.ownKeys.press("Oui, tout effacer"));
  await pli.home.expectShown();
});
