// Nothing rests in clear: a profile is searched after a sealed fiche, and after a browser that was killed while somebody
// typed. A page beside it that keeps what is typed shows that the search finds what there is to find.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { FICHE, type Fiche } from "../fixtures/fiche";
import { occursIn, Profile } from "../fixtures/profile";
import { expect, Pli, test } from "../fixtures/test";
import { SLAI } from "../pages/recipients";
import { PageWatch } from "../fixtures/watch";

/** Browsers write what is in form controls some seconds after it was typed. */
const untilControlsAreWritten = 12_000;

const letters = (count: number): string =>
  Array.from({ length: count }, () => "abcdefghijklmnopqrstuvwxyz".charAt(randomInt(26))).join("");
const digits = (count: number): string =>
  Array.from({ length: count }, () => String(randomInt(10))).join("");

/** A fiche in which every text is a marker: a mark that all share, or digits of its own. */
function markedFiche(mark: string): { fiche: Fiche; needles: string[] } {
  const phone = `06${digits(8)}`;
  const identifier = `${digits(7)}K`;
  const word = (): string => `${mark}${letters(6)}`;
  const agent = (): Fiche["agentFt"] => ({
    nom: word(),
    prenom: word(),
    fonction: word(),
    telephone: phone,
    mail: `${word()}@exemple.fr`,
  });
  const fiche = {
    ...FICHE,
    agence: word(),
    structure: word(),
    agentFt: agent(),
    agentCd: agent(),
    referent: agent(),
    demandeur: {
      ...FICHE.demandeur,
      nom: word(),
      prenom: word(),
      voie: word(),
      commune: word(),
      identifiantFt: identifier,
      mail: `${word()}@exemple.fr`,
    },
  };
  return { fiche, needles: [mark, phone, `+33${phone.slice(1)}`, spaced(phone), identifier] };
}

const spaced = (phone: string): string => phone.replaceAll(/(\d\d)(?=\d)/g, "$1 ");

/** A page that leaves behind what Pli must not: in both storages, and in a field that the browser restores. */
async function leakyServer(): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end('<!doctype html><title>x</title><input id="field" />');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function leak(
  page: Page,
  marks: { local: string; database: string; field: string },
): Promise<void> {
  await page.fill("#field", marks.field);
  await page.evaluate(async ({ local, database }) => {
    localStorage.setItem("mark", local);
    const opening = indexedDB.open("leak", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("marks");
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const transaction = opening.result.transaction("marks", "readwrite", { durability: "strict" });
    // So much that a table is written, and the same again and again: this is what snappy makes short.
    const text = database.repeat(3000);
    for (let record = 0; record < 120; record++) transaction.objectStore("marks").put(text, record);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opening.result.close();
  }, marks);
}

/** All that the origin's storages hold, as text; bytes as the characters of the same numbers. */
async function dump(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
    const shown = (_: string, value: unknown): unknown =>
      value instanceof Uint8Array ? String.fromCharCode(...value) : value;
    const parts: unknown[] = [
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      await caches.keys(),
    ];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name ?? ""));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        parts.push(store, await answer(records.getAllKeys()), await answer(records.getAll()));
      }
      database.close();
    }
    return JSON.stringify(parts, shown);
  });
}

test("after sealing, and after a browser killed while typing, no marker is found at rest", async ({
  affichage,
  baseURL,
  bench,
}, { project }) => {
  const profile = new Profile(project.use.launchOptions ?? {});
  const server = await leakyServer();
  const origin = new URL(baseURL ?? "").origin;
  const leakyAddress = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const marks = { local: letters(16), database: letters(16), field: letters(16) };
  const open = async (of: Profile): Promise<Pli> => {
    const context = await of.launch();
    const page = await context.newPage();
    const pli = new Pli(page, await PageWatch.start(page, origin), affichage);
    await page.goto(`${origin}/?affichage=${affichage}`);
    await pli.watch.complete();
    return pli;
  };
  try {
    const { fiche, needles } = markedFiche(letters(12));
    const second = letters(12);
    const pli = await open(profile);
    const leaky = await pli.page.context().newPage();
    await leaky.goto(leakyAddress);
    await leak(leaky, marks);
    await pli.page.bringToFront();

    // One fiche is sealed and saved, and erased.
    await pli.fillAndSign(fiche);
    await pli.recipients.addKeys(bench.ageKey().recipient);
    await pli.recipients.sealTo(SLAI);
    await pli.done.expectShown();
    await pli.done.save("Enregistrer le fichier scellé (.age)", profile.folder);
    await pli.done.press("J’ai remis le fichier, effacer");
    await pli.done.press("Oui, le fichier est remis : effacer");
    await pli.home.expectShown();

    // Another one is being typed when the browser is killed.
    await pli.home.startFiche();
    const code = await pli.drafts.noteCode();
    const field = pli.entry.field("Nom", pli.entry.agentFt);
    await pli.entry.field("Fonction", pli.entry.agentFt).fill(second);
    await field.fill(second);
    await pli.page.waitForTimeout(untilControlsAreWritten);
    const typed: number[] = [];
    for (const letter of letters(40)) {
      await field.press(letter);
      typed.push(Date.now());
    }
    const shown = await field.inputValue();
    const killed = Date.now();
    await profile.kill();

    const secrets = [...needles, second, code];
    const control = profile.search(Object.values(marks));
    for (const mark of Object.values(marks))
      expect(control.hits.join("\n"), "the search finds what is there").toContain(mark);
    expect(control.hits.join("\n"), "and what is compressed").toContain("decompressed");
    expect(profile.search(secrets).hits).toEqual([]);

    // What was typed until a second before is there again, with the code.
    const again = await open(profile);
    expect(occursIn(await dump(again.page), secrets)).toEqual([]);
    await again.drafts.choose();
    await again.drafts.openWith(code);
    const kept = await again.entry.field("Nom", again.entry.agentFt).inputValue();
    expect(shown.startsWith(kept)).toBe(true);
    const certain = typed.filter((time) => time <= killed - 1000).length;
    expect(kept.length).toBeGreaterThanOrEqual(second.length + certain);
    expect(await again.entry.field("Fonction", again.entry.agentFt).inputValue()).toBe(second);
    await profile.close();

    expect(profile.search(secrets).hits).toEqual([]);

    // Whoever has a copy of the profile has no draft.
    const copy = profile.copy();
    try {
      const thief = await open(copy);
      await expect(thief.drafts.list).toContainText("Accompagnement global – accord tacite");
      await thief.drafts.choose();
      await thief.drafts.openWith(
        "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer",
      );
      await thief.drafts.expectRefused("Ce code n’ouvre pas ce brouillon");
      const [draft] = await thief.drafts.stored();
      expect(draft?.hasIdentity).toBe(true);
      await copy.close();
    } finally {
      copy.dispose();
    }
  } finally {
    await profile.close().catch(() => undefined);
    profile.dispose();
    server.close();
  }
});
