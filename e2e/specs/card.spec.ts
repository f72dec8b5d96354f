// The own card: saved as a file, taken from it, kept in the browser only if asked, and filled into one's own block.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";

test("a saved card is taken up again and fills the own block", async ({ pli }) => {
  const { ownCard, entry } = pli;
  const folder = mkdtempSync(join(tmpdir(), "pli-carte-"));
  await pli.visit("#/ma-carte");
  await ownCard.expectShown();
  await expect(ownCard.field("Nom")).toHaveAttribute("autocomplete", "family-name");
  await ownCard.fill(FICHE.agentFt, FICHE.agence);
  await pli.look("32-ma-carte");
  const card = await ownCard.save("Enregistrer la carte dans un fichier", folder);
  expect(card.name).toBe("pli_carte.json");

  await pli.visit("#/ma-carte");
  await expect(ownCard.field("Nom")).toHaveValue("");
  await ownCard.file.setInputFiles(card.path);
  await expect(ownCard.field("Nom")).toHaveValue(FICHE.agentFt.nom);
  await pli.page.getByRole("link", { name: "Accueil" }).click();
  await pli.home.startFiche();
  await entry.youAre.check(); // the block is that of the sender's role
  await expect(entry.field("Nom", entry.agentFt)).toHaveValue(FICHE.agentFt.nom);
  await expect(entry.field("Agence France Travail", entry.agentFt)).toHaveValue(FICHE.agence);
  await expect(entry.field("Nom", entry.agentCd)).toHaveValue("");
});

test("a damaged card is told and overwrites nothing", async ({ pli }) => {
  const { ownCard } = pli;
  const damaged = join(mkdtempSync(join(tmpdir(), "pli-carte-")), "pli_carte.json");
  writeFileSync(damaged, '{"format":"pli/carte/1","carte":{"nom":');
  await pli.visit("#/ma-carte");
  await ownCard.fill(FICHE.agentFt, FICHE.agence);
  await ownCard.file.setInputFiles(damaged);
  await ownCard.expectRefused(/JSON/);
  await expect(ownCard.field("Nom")).toHaveValue(FICHE.agentFt.nom);
});

test("the browser keeps the card only if it is asked to", async ({ pli }) => {
  const { ownCard } = pli;
  await pli.visit("#/ma-carte");
  await ownCard.fill(FICHE.agentFt, FICHE.agence);
  await ownCard.use();
  await pli.visit("#/ma-carte");
  await expect(ownCard.field("Nom")).toHaveValue("");

  await ownCard.fill(FICHE.agentFt, FICHE.agence);
  await ownCard.use();
  await ownCard.keep.check();
  await expect(ownCard.status).toContainText("sera gardée");
  await pli.visit("#/ma-carte");
  await expect(ownCard.field("Nom")).toHaveValue(FICHE.agentFt.nom);
  await ownCard.press("Effacer ma carte");
  await expect(ownCard.status).toContainText("effacée");
  await pli.visit("#/ma-carte");
  await expect(ownCard.field("Nom")).toHaveValue("");
});
