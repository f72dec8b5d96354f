// Dates that come back and limits that run from an event, by the conventions of the territory.
import { readFileSync } from "node:fs";
import { expect, test } from "../fixtures/test";

test("limits are reckoned from an event, with their rule, and saved for an agenda", async ({
  pli,
  bench,
}) => {
  await pli.visit();
  await pli.home.chooseTerritory("Pas-de-Calais");
  await pli.home.press("Voir les échéances");
  await pli.calendar.expectShown();
  await expect(pli.calendar.dates.getByRole("listitem")).toHaveCount(3);
  await expect(pli.calendar.dates).toContainText(/au plus tard le .* à 17\u00a0h\u00a000/);

  await pli.calendar.tellBreach("31/02/2026", "25:00");
  await pli.calendar.expectRefused(/n’existe pas dans le calendrier/);
  await expect(pli.calendar.summary).toContainText("n’est pas une heure lisible");
  await pli.look("58-echeances-fautes");

  // In the night of 29 March 2026 an hour is leapt over: 36 hours later it is 3 o’clock, 01:00 UTC.
  await pli.calendar.tellBreach("28/03/2026", "14 h 00");
  await expect(pli.calendar.limits.getByRole("listitem")).toHaveCount(5);
  await expect(pli.calendar.limits).toContainText("article 7");
  await pli.look("59-echeances-delais");
  const agenda = await pli.calendar.save("Ajouter à mon agenda (.ics)", bench.folder);
  const text = readFileSync(agenda.path, "utf8");
  expect(text).toContain("DTSTART:20260330T010000Z\r\n");
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(5);
});
