// What the register of habilitations fills in: the yearly list, and nominative forms of several persons in one go.
import { DURAND, PETIT } from "../fixtures/persons";
import { expect, test, type Pli } from "../fixtures/test";
import { FormScreen } from "../pages/form";

const RGC = { Nom: "EXEMPLE", Prénom: "Camille" };

/** A register with two persons, each with a tool. */
async function keepRegister({ register }: Pli): Promise<void> {
  await register.begin("Structure Exemple", "62011");
  await register.enlist(DURAND);
  await register.grant("OuiForm", "05/01/2024");
  await register.goBack();
  await register.enlist(PETIT);
  await register.grant("Académie France Travail", "01/09/2026");
  await register.goBack();
}

test("the yearly list is filled in from the register, completed, read back and sealed", async ({
  pli,
  bench,
}) => {
  const key = bench.ageKey("rgc.txt");
  const list = new FormScreen(pli.page, "Partenaire");
  await pli.visit("#/registre");
  await keepRegister(pli);
  await pli.look("87-registre-documents");
  await pli.register.press(
    "Préparer la liste : Les outils communs (au moins une fois par an, sans envoi)",
  );
  await list.expectShown();
  await expect(list.field("Partenaire")).toHaveValue("Structure Exemple");
  await list.fill(RGC);
  await list.next("Personnes habilitées");
  const second = list.part("Utilisateur 2");
  await expect(list.field("Nom", second)).toHaveValue("PETIT");
  await expect(list.field("Habilité(e) depuis le", second)).toHaveValue("01/09/2026");
  await list.readBack();
  await pli.readingBack.expectShown();
  await pli.look("88-registre-liste");
  await list.press("Choisir les destinataires");
  await pli.recipients.addKeys(key.recipient);
  await pli.recipients.seal();
  await pli.done.expectShown();
});

test("nominative forms of several persons are sealed in one go", async ({ pli, bench }) => {
  const { register, recipients } = pli;
  const key = bench.ageKey("rgc.txt");
  const common = new FormScreen(pli.page, register.acts.name);
  await pli.visit("#/registre");
  await keepRegister(pli);
  await register.press("Produire les habilitations nominatives");
  await register.acts.expectShown();
  await expect(pli.page.getByText("2 documents à produire")).toBeVisible();
  await register.press("Relire et choisir les destinataires");
  await register.acts.expectRefused(/Fait à/);
  await common.box(/informée des règles de sécurité/).check();
  await common.fill({ ...RGC, "Fait à": "Arras" });
  await pli.look("89-registre-actes");
  await register.press("Relire et choisir les destinataires");

  await register.actsSealing.expectShown();
  await register
    .choice("Document")
    .selectOption({ label: "PETIT Éloïse – Académie France Travail, à compter du 01/09/2026" });
  await expect(pli.page.getByText("e.petit@exemple.fr")).toBeVisible();
  await recipients.addKeys(key.recipient);
  await pli.look("90-registre-actes-relire");
  await register.press("Sceller les documents");
  const saving = pli.page.getByRole("button", { name: /^Enregistrer pli_.*\.age$/ });
  await expect(saving).toHaveCount(2, { timeout: 60_000 });
  await pli.look("91-registre-actes-scelles");
  const name = await saving.nth(1).textContent();
  const file = await register.actsSealing.save(name ?? "", bench.folder);
  expect(bench.ageOpen(file.path, key).length).toBeGreaterThan(1000);
  await register.press("Enregistrer tous les fichiers (.age)");
  await register.press("Terminer et revenir au registre");
  await register.expectShown();
  await register.link("PETIT Éloïse").click();
  await expect(pli.page.getByText(/document produit le/)).toBeVisible();

  await pli.page.getByRole("link", { name: "Ouvrir un pli" }).click();
  await pli.opening.openWithKey(file.path, key.file);
  await pli.reading.expectShown();
  await expect(pli.page.getByText("e.petit@exemple.fr")).toBeVisible();
});
