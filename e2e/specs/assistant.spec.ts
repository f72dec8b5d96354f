// Which fiche is right: found with the assistant, or told in the wrong one, with the answers kept.
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";

test("an adviser is led to the tacit fiche, which knows what was answered", async ({ pli }) => {
  const { assistant, entry } = pli;
  await pli.visit();
  await pli.home.openAssistant();
  await assistant.expectShown();
  await assistant.answerEligible();
  await assistant.answer(/identifiée par/, "Un conseiller France Travail");
  await assistant.answer(/allocataire du RSA/, "Non");
  await assistant.conclude();
  await expect(assistant.conclusion).toContainText("non allocataire du RSA");
  await expect(assistant.conclusion).toContainText("2.2.b");
  await pli.look("30-assistant");
  await assistant.press("Commencer : Accompagnement global – accord tacite");
  await entry.expectShown();
  await entry.fillAgents(FICHE);
  await entry.next();
  await entry.next();
  await entry.fillIdentity(FICHE);
  await entry.next();
  await entry.step("Situation").expectShown();
  await expect(entry.choice(/^BRSA/, "Non")).toBeChecked();
});

test("a job in tension is found by its title", async ({ pli }) => {
  const { assistant } = pli;
  await pli.visit();
  await pli.home.openAssistant();
  await assistant.answerEligible();
  await assistant.answer(/identifiée par/, "Le Département (SLAI)");
  await assistant.search("aide soignant");
  await expect(pli.page.getByText("1 choix trouvé.")).toBeVisible();
  await assistant.answer(/^Métier recherché/, /J1501/);
  await pli.look("31-metier");
  await assistant.conclude();
  await expect(assistant.conclusion).toContainText("métier en tension");
});

test("whoever fills in the wrong fiche goes on with the right one", async ({ pli }) => {
  const { assistant, entry } = pli;
  await pli.visit();
  await pli.home.startFiche();
  await entry.fillAgents(FICHE);
  await pli.page.getByRole("link", { name: "Est-ce la bonne fiche ?" }).click();
  await assistant.expectShown();
  await assistant.answerEligible();
  await assistant.answer(/identifiée par/, "Une autre personne ou structure");
  await assistant.conclude();
  await expect(assistant.conclusion).toContainText("Toutes vos réponses seront gardées.");
  await assistant.press("Continuer avec la fiche : Accompagnement global – accord bilatéral");
  await entry.expectShown();
  await expect(entry.field("Agence France Travail", entry.agentFt)).toHaveValue(FICHE.agence);
});
