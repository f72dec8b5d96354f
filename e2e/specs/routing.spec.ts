// Who may address a fiche to whom: a forbidden recipient is refused with the reason, a missing one asked for.
import { FICHE } from "../fixtures/fiche";
import { test } from "../fixtures/test";
import { SLAI } from "../pages/recipients";

test("a forbidden recipient is refused, a missing one asked for", async ({ pli, bench }) => {
  await pli.visit();
  await pli.fillAndSign(FICHE);
  await pli.recipients.addKeys(bench.ageKey().recipient, bench.ageKey("autre.txt").recipient);
  await pli.recipients.expectCount("2 personnes pourront ouvrir le fichier");
  await pli.recipients.sealTo(SLAI, "Responsable de gestion de comptes (RGC) du partenaire");
  await pli.recipients.expectRefused(/la fiche ne peut pas lui être adressée/);
  await pli.look("41-destinataire-refuse");

  const social = "Référent social nommé (Conseil Départemental ou prestataire mandaté)";
  await pli.recipients.sealTo(social);
  await pli.recipients.expectRefused(/Il manque un destinataire.: SLAI/);
  await pli.recipients.sealTo(SLAI, social);
  await pli.done.expectShown();
});

test("the sender says who he is before the next step", async ({ pli }) => {
  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.next();
  await pli.entry.expectRefused(/Dites qui vous êtes/);
});
