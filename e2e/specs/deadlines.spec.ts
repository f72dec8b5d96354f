// The deadlines that follow from a fiche, with their rule, and the agenda file of them.
import { readFileSync } from "node:fs";
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";

test("deadlines are shown with their rule and saved for an agenda", async ({ pli, bench }) => {
  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.fillAll(FICHE);
  await pli.entry.readBack();
  await pli.readingBack.expectShown();
  // The fiche is of 05/01/2026: the 21 days are over.
  await expect(pli.page.getByText(/l’échéance du 26\/01\/2026 est dépassée/).first()).toBeVisible();
  await pli.readingBack.accept();
  await pli.signing.signOnPaper("Arras");
  await pli.signing.next();
  await pli.recipients.expectShown();
  await pli.recipients.makePassphrase();
  await pli.recipients.seal();
  await pli.done.expectShown();
  await expect(pli.page.getByText(/au plus tard le 05\/07\/2027/)).toBeVisible();
  await pli.look("42-echeances");

  const agenda = await pli.done.save("Ajouter à mon agenda (.ics)", bench.folder);
  expect(agenda.name).toMatch(/^echeances_\d{4}-\d{2}-\d{2}\.ics$/);
  const text = readFileSync(agenda.path, "utf8");
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain("DTSTART;VALUE=DATE:20260126\r\n");
  expect(text).not.toContain(FICHE.demandeur.nom);
});
