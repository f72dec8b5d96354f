// One story for each family of forms: filled in with a slip that is put right, read back, signed on paper, sealed,
// and opened again on the same page, where every answer can be read.
import { expect, test, type Pli } from "../fixtures/test";
import {
  BILATERAL,
  COURSES,
  type FormStory,
  HABILITATION,
  NORD_GLOBAL,
  NORD_SOCIAL,
} from "../fixtures/stories";
import type { Workbench } from "../fixtures/tools";
import { FormScreen } from "../pages/form";

/** Fills in the step with this number; the slip of the story is refused, and its link leads to the field. */
async function fillStep(pli: Pli, story: FormStory, number: number): Promise<void> {
  const form = new FormScreen(pli.page, story.form);
  const step = story.steps[number];
  if (!step) throw new Error(`${story.form} has no step ${number}`);
  await form.step(step.title).expectShown();
  await form.answer(step);
  if (number !== story.slip.step) return;
  const field = form.slipField(story);
  const right = await field.inputValue();
  await field.fill(story.slip.value);
  await form.press(number + 1 < story.steps.length ? "Étape suivante" : "Relire la fiche");
  await form.expectRefused(story.slip.says);
  await form.summary.getByRole("link", { name: story.slip.says }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(story.slip.says);
  await field.fill(right);
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
}

async function fillAll(pli: Pli, story: FormStory, pictures: string): Promise<void> {
  const form = new FormScreen(pli.page, story.form);
  for (const number of story.steps.keys()) {
    await fillStep(pli, story, number);
    if (number === story.slip.step) await pli.look(`${pictures}-saisie`);
    if (number + 1 < story.steps.length) await form.press("Étape suivante");
  }
  await form.readBack();
  await pli.readingBack.expectShown();
}

/** From the document read back to the file, sealed for one key: its path. */
async function signAndSeal(
  pli: Pli,
  bench: Workbench,
  story: FormStory,
  recipient: string,
): Promise<string> {
  const form = new FormScreen(pli.page, story.form);
  for (const box of story.told) await form.box(box).check();
  const isSigned = (await form.button("Passer à la signature").count()) > 0;
  if (isSigned) {
    await form.press("Passer à la signature");
    await pli.signing.expectShown();
    await form.fill(story.signing);
    await pli.signing.onPaper.check();
  }
  await form.press("Choisir les destinataires");
  await pli.recipients.expectShown();
  await pli.recipients.addKeys(recipient);
  await pli.recipients.expectCount("1 personne pourra ouvrir le fichier");
  if (story.recipient) await pli.recipients.giveRoles(story.recipient);
  await pli.recipients.seal();
  await pli.done.expectShown();
  return (await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder)).path;
}

/** All that a story answers, as the document words it. */
function answersOf(story: FormStory): string[] {
  return story.steps
    .flatMap(({ parts }) => parts)
    .flatMap(({ texts = {}, choices = {} }) => [
      ...Object.values(texts),
      ...Object.entries(choices)
        .filter(([question]) => question !== "Vous êtes") // it is said of the sealed file, not in the form
        .map(([, answer]) => answer),
    ]);
}

/** The whole story, from a form that is shown to the sealed file opened again. */
async function tell(pli: Pli, bench: Workbench, story: FormStory, pictures: string): Promise<void> {
  const key = bench.ageKey();
  await fillAll(pli, story, pictures);
  await pli.look(`${pictures}-relecture`);
  const readBack = await pli.readingBack.document.rows();
  const file = await signAndSeal(pli, bench, story, key.recipient);

  await pli.visit("#/ouvrir");
  await pli.opening.openWithKey(file, key.file);
  await pli.reading.expectShown();
  await pli.look(`${pictures}-lecture`);
  const opened = await pli.reading.document.rows();
  const later = ["Non renseigné", "À cocher", "Pas encore signé"];
  for (const row of readBack) if (!later.includes(row[1])) expect(opened).toContainEqual(row);
  const values = opened.map(([, value]) => value).join("\n");
  for (const answer of answersOf(story)) expect(values).toContain(answer);
}

async function begin(pli: Pli, story: FormStory): Promise<void> {
  await pli.visit();
  await pli.home.start(story.form, story.territory);
}

test("a bilateral fiche is sent; the decision is left to who receives it", async ({
  pli,
  bench,
}) => {
  await begin(pli, BILATERAL);
  await tell(pli, bench, BILATERAL, "90-bilaterale");
  await pli.reading.expectRow("Entrée en accompagnement global", "Non renseigné");
});

test("a fiche of the Nord goes to a subcontractor", async ({ pli, bench }) => {
  await begin(pli, NORD_GLOBAL);
  await tell(pli, bench, NORD_GLOBAL, "91-nord-global");
});

test("a fiche of the Nord asks for social support alone", async ({ pli, bench }) => {
  await begin(pli, NORD_SOCIAL);
  await tell(pli, bench, NORD_SOCIAL, "92-nord-social");
});

test("a blank form is printed for a meeting, and typed in afterwards", async ({ pli, bench }) => {
  const { page } = pli;
  await page.addInitScript(() => {
    window.print = () => {
      document.title = `imprimé : ${document.title}`;
    };
  });
  await pli.visit();
  await pli.home.chooseTerritory();
  await page
    .getByRole("link", { name: `Formulaire vierge à imprimer : ${HABILITATION.form}` })
    .click();
  await pli.home.blank.expectShown();
  for (const part of ["PERSONNE HABILITÉE", "HABILITATION", "SIGNATURE"])
    await expect(page.getByRole("heading", { name: part, exact: true })).toBeVisible();
  await pli.look("93-vierge");
  await pli.home.blank.press("Imprimer");
  await expect(page).toHaveTitle(/^imprimé : Imprimer un formulaire vierge/);
  await page.emulateMedia({ media: "print" });
  await pli.picture("94-vierge-imprime");
  await page.emulateMedia({ media: null });

  await page.getByRole("link", { name: "Accueil" }).click();
  await pli.home.start(HABILITATION.form);
  await tell(pli, bench, HABILITATION, "95-habilitation");
});

test("a list grows and shrinks by rows, and is sealed without a signature", async ({
  pli,
  bench,
}) => {
  const list = new FormScreen(pli.page, COURSES.form);
  const [partner] = COURSES.steps;
  await begin(pli, COURSES);
  await fillStep(pli, COURSES, 0);
  await list.next("Formations suivies");
  for (let row = 1; row < 3; row++) await list.press("Ajouter : Formation");
  await expect(list.field("Nom", list.part("Formation 3"))).toBeFocused();
  await list.field("Nom", list.part("Formation 1")).fill("De Trop");
  await list.field("Nom", list.part("Formation 3")).fill("Durand");
  await list.press("Retirer : Formation 1");
  await expect(list.part("Formation 3")).toHaveCount(0);
  await expect(list.field("Nom", list.part("Formation 1"))).toBeFocused();
  await expect(list.field("Nom", list.part("Formation 2"))).toHaveValue("Durand");
  await expect(list.status).toHaveText(/^Retrait fait.: Formation 1/);
  await list.press("Étape précédente");
  await list.step(partner?.title ?? "").expectShown();
  await tell(pli, bench, COURSES, "96-formations");
  await expect(pli.page.getByText("De Trop")).toHaveCount(0);
});
