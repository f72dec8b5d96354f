// A partner asks for tools and APIs: boxes that depend on each other, experiments, what is asked for in short.
import { expect, test } from "../fixtures/test";
import { FormScreen } from "../pages/form";

const MODULES = /^Application SUIVI DE PARCOURS/;
const A = "A/ Données de l’utilisateur";
const B = "B/ Diagnostic et accompagnement";
const C = "C/ Sanction et remobilisation";
const D = "D/ Activités & Pilotage Partenaires";
const E = "E/ Gestion des relations avec les entreprises";
const F = "F/ Formation";

test("access is asked for, section by section, and sealed", async ({ pli, bench }) => {
  const key = bench.ageKey("plateforme.txt");
  const demand = new FormScreen(pli.page, "Partenaire");
  await pli.visit();
  await pli.home.start("Demande d’accès aux outils communs et API");
  await demand.expectShown();
  await demand.fill({
    Partenaire: "Département d’Exemple",
    Nom: "Lefèvre-Dupré",
    Prénom: "Éloïse",
    Fonction: "Directrice de l’insertion",
  });
  await demand.next(A);
  await pli.look("60-demande-acces-a");

  await test.step("what is locked goes with the first box", async () => {
    const modules = demand.part(MODULES);
    const view = demand.box("Vue 360", modules);
    await expect(view).not.toBeChecked();
    await demand.box("Orientation", modules).check();
    await expect(view).toBeChecked();
    await expect(view).toBeDisabled();
    await demand.box("Orientation", modules).uncheck();
    await expect(view).not.toBeChecked();
    await demand.box("Orientation", modules).check();
  });
  await demand.next(B);

  await test.step("what is needed comes along, and says what goes with it", async () => {
    const needed = demand.box("Mobilisation période d’accompagnement", demand.part(MODULES));
    const dependent = demand.box(/objectif d’intensité/);
    await expect(dependent).toHaveAccessibleDescription(/Mobilisation période/);
    await dependent.check();
    await expect(needed).toBeChecked();
    await needed.uncheck();
    await expect(dependent).not.toBeChecked();
    await dependent.check();
    await pli.look("61-demande-acces-b");
  });
  await demand.next(C);
  await demand.next(D);
  await demand.next(E);
  await expect(demand.box(/^OSCAR/)).toBeDisabled();
  await expect(demand.box(/^OSCAR/)).toHaveAccessibleDescription(/ne peut pas encore être demandé/);
  await pli.look("62-demande-acces-e");
  await demand.next(F);
  await expect(demand.field("Email")).toHaveCount(0);
  await demand.box(/^Académie France Travail/).check();
  await demand.fill({
    Nom: "D’Hondt",
    Prénom: "Claude",
    Email: "formation@exemple.fr",
    Téléphone: "03 53 01 67 89",
  });
  await pli.look("63-demande-acces-f");
  await demand.readBack();

  await pli.readingBack.expectShown();
  const asked = pli.page.getByRole("region", { name: "Ce qui est demandé" });
  await expect(asked.getByRole("heading", { name: A })).toBeVisible();
  await expect(asked.getByRole("listitem")).toHaveText([
    "Recherche Usager",
    "Vue 360",
    "Orientation",
    "Recherche Usager",
    "Vue 360",
    "Mobilisation période d’accompagnement",
    "Définir l’objectif d’intensité d’accompagnement",
    "Académie France Travail",
  ]);
  await pli.look("64-demande-acces-relecture");
  await demand.box(/emporte l’engagement/).check();
  await demand.box(/fait son affaire de désigner/).check();
  await demand.press("Passer à la signature");

  await pli.signing.expectShown();
  await pli.signing.signOnPaper("Arras");
  await pli.signing.next();
  await pli.recipients.expectShown();
  await pli.recipients.addKeys(key.recipient, bench.ageKey("copie.txt").recipient);
  await pli.recipients.expectCount("2 personnes pourront ouvrir le fichier");
  await pli.recipients.sealTo(
    "Plateforme SI de France Travail (siplateforme.00161@francetravail.fr)",
    "Direction territoriale de France Travail",
  );
  await pli.done.expectShown();
  await expect(pli.page.getByText(/siplateforme\.00161@francetravail\.fr/)).toBeVisible();
});

test("a demand for nothing is refused", async ({ pli }) => {
  const demand = new FormScreen(pli.page, "Partenaire");
  await pli.visit();
  await pli.home.start("Demande d’accès aux outils communs et API");
  await demand.fill({
    Partenaire: "Département d’Exemple",
    Nom: "Lefèvre-Dupré",
    Prénom: "Éloïse",
    Fonction: "Directrice de l’insertion",
  });
  for (const section of [A, B, C, D, E, F]) await demand.next(section);
  await demand.readBack();
  await demand.expectRefused(/Rien n’est encore demandé/);
  await demand.box(/^Application OuiForm/).check();
  await demand.readBack();
  await pli.readingBack.expectShown();
});
