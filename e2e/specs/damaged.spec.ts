// What the browser kept comes back cut, altered, of a newer page or too large: it is told in a sentence, stays as it is,
// and everything else goes on.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { believe, Departement, type Entry } from "../fixtures/directory";
import { digestOf, type KeptRecord, type KeptStore, readKept, writeKept } from "../fixtures/kept";
import { expect, test } from "../fixtures/test";

const RECEIPTS = "tests/data/recus/recus.json";

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(file));
}

/** Large records are compared by their digests. */
function digestsOf(records: Record<string, KeptRecord>): Record<string, string> {
  return Object.fromEntries(Object.entries(records).map(([key, one]) => [key, digestOf(one)]));
}

async function keptDigests(page: Page, store: KeptStore): Promise<Record<string, string>> {
  return digestsOf(await readKept(page, store));
}

function flipped(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => (at === bytes.length - 5 ? byte ^ 1 : byte));
}

test("a draft that is damaged says so, and the one beside it opens", async ({ pli, bench }) => {
  const { home, entry, drafts, page } = pli;
  await pli.visit();
  await home.startFiche();
  const code = await drafts.noteCode();
  await entry.field("Nom", entry.agentFt).fill("Exemple");
  await drafts.expectKept();
  await page.goto("about:blank"); // the page lets go of it
  await pli.visit();

  const [good] = Object.values(await readKept(page, "drafts")) as Record<string, Uint8Array>[];
  if (!good?.content || !good.identity) throw new Error("no draft is kept");
  const identity = bench.write("identite.age", good.identity);
  const key = bench.write("identite.txt", bench.ageOpenWithPassphrase(identity, code));
  const newer = bench.ageSeal(
    "recent.age",
    Buffer.from('{"format":"pli/brouillon/2"}'),
    bench.ageRecipient(key),
  );
  const damaged: [change: Record<string, KeptRecord>, sentence: string][] = [
    [{ content: good.content.slice(0, -20) }, "Ce brouillon est abîmé"],
    [{ content: flipped(good.content) }, "Ce brouillon est abîmé"],
    [{ content: new Uint8Array() }, "Ce brouillon est abîmé"],
    [{ identity: good.identity.slice(0, -20) }, "Ce brouillon est abîmé"],
    [{ content: bytesOf(newer) }, "une version plus récente de Pli"],
  ];
  const kept: Record<string, KeptRecord> = {};
  for (const [number, [change]] of damaged.entries())
    kept[`0${String(number)}`] = { ...good, ...change } as KeptRecord;
  kept["1-trop-grand"] = { ...good, content: new Uint8Array((8 << 20) + 1) };
  kept["2-autre-chose"] = { formulaire: "liaison" };
  for (const [id, record] of Object.entries(kept)) await writeKept(page, "drafts", id, record);

  await pli.visit();
  const unreadable = drafts.list.getByRole("heading", { name: "Brouillon qui n’est pas lisible" });
  await expect(unreadable).toHaveCount(2);
  await pli.look("66-brouillons-abimes");
  const readable = drafts.list.getByRole("button", { name: /^Reprendre : / });
  await expect(readable).toHaveCount(damaged.length + 1);
  for (const [number, [, sentence]] of damaged.entries()) {
    await readable.nth(number).click();
    await drafts.openWith(code);
    await drafts.expectRefused(sentence);
    await page.getByRole("link", { name: "Accueil" }).click();
  }
  await readable.last().click();
  await drafts.openWith(code);
  await expect(entry.field("Nom", entry.agentFt)).toHaveValue("Exemple");
  expect(await keptDigests(page, "drafts")).toMatchObject(digestsOf(kept));
});

test("a receipt that is damaged says so, and the others go on", async ({ pli }) => {
  await pli.visit("#/suivi");
  await pli.followUp.file.setInputFiles(RECEIPTS);
  await expect(pli.page.getByText("3 plis", { exact: true })).toBeVisible();
  await expect.poll(async () => Object.keys(await readKept(pli.page, "receipts")).length).toBe(3);
  const receipts = Object.entries(await readKept(pli.page, "receipts")) as [string, string][];
  const [[document, good]] = receipts as [[string, string]];
  const kept: Record<string, KeptRecord> = {
    a: good.slice(0, -20),
    b: good.replace('"format":"pli/recu/1"', '"format":"pli/recu/2"'),
    c: good.replace(document, document.replace(/^./, "x")),
    d: new Uint8Array([1, 2, 3]),
    e: "x".repeat((32 << 20) + 1),
  };
  for (const [key, record] of Object.entries(kept))
    await writeKept(pli.page, "receipts", key, record);

  await pli.visit("#/suivi");
  await expect(
    pli.page.getByText("5 reçus gardés par ce navigateur sont illisibles"),
  ).toBeVisible();
  await expect(pli.page.getByText(/une autre version de Pli \(pli\/recu\/2\)/)).toBeVisible();
  await pli.look("plis-abimes");
  await expect(pli.page.getByText("3 plis", { exact: true })).toBeVisible();
  await pli.followUp.open(document);
  await pli.followUp.press("Supprimer ce reçu");
  await pli.followUp.press("Oui, supprimer le reçu");
  await expect(pli.page.getByText("2 plis", { exact: true })).toBeVisible();
  await expect
    .poll(() => keptDigests(pli.page, "receipts"))
    .toEqual(digestsOf({ ...Object.fromEntries(receipts.slice(1)), ...kept }));
});

test("a directory that is damaged says so, and one that is loaded takes its place", async ({
  pli,
  bench,
}) => {
  const entry: Entry = {
    id: "slai-exemple",
    role: "slai",
    structure: "Département d’Exemple",
    keys: [{ destinataire: bench.ageKey().recipient }],
  };
  const departement = new Departement(bench);
  await believe(pli.page, departement.key);
  const good = departement.publish([entry]);
  const newer = departement.publish([entry], { format: "pli/annuaire/2" });
  await pli.visit();
  await pli.home.chooseTerritory();
  await pli.page.getByRole("link", { name: "Annuaire", exact: true }).click();
  await pli.directory.load(good);
  await pli.directory.keep.check();
  await expect(pli.directory.status.first()).toContainText("est gardé sur ce poste");

  const text = bytesOf(good.text);
  const minisig = bytesOf(good.minisig);
  const damaged: [record: KeptRecord, sentence: string][] = [
    [{ text: text.subarray(0, -40), minisig }, "a été modifié après sa signature"],
    [{ text, minisig: minisig.subarray(0, -40) }, "signature"],
    [{ text: flipped(text), minisig }, "a été modifié après sa signature"],
    [
      { text: bytesOf(newer.text), minisig: bytesOf(newer.minisig) },
      "une version plus récente de Pli",
    ],
    [{ text: new Uint8Array((8 << 20) + 1), minisig }, "trop grand pour un annuaire"],
    ["autre chose", "n’est pas signé"],
  ];
  for (const [record, sentence] of damaged) {
    await writeKept(pli.page, "directories", "pas-de-calais", record);
    await pli.visit("#/annuaire");
    const said = pli.page.getByText("L’annuaire gardé sur ce poste n’a pas été chargé");
    await expect(said).toContainText(sentence);
    expect(await keptDigests(pli.page, "directories")).toEqual({
      "pas-de-calais": digestOf(record),
    });
  }
  await pli.look("annuaire-garde-abime");
  await pli.directory.load(good);
  await expect(pli.directory.count).toHaveText("1 inscription trouvée");
  await pli.visit("#/annuaire");
  await expect(pli.directory.count).toHaveText("1 inscription trouvée");
});

test("what a newer page keeps is left to it: this one keeps nothing, and says so", async ({
  pli,
}) => {
  const { home, entry, page } = pli;
  await pli.visit();
  const version = (change = 0): Promise<number> =>
    page.evaluate(
      (change) =>
        new Promise<number>((resolve) => {
          const opening = change ? indexedDB.open("pli", change) : indexedDB.open("pli");
          opening.onsuccess = () => {
            const { version } = opening.result;
            opening.result.close();
            resolve(version);
          };
        }),
      change,
    );
  expect(await version(2)).toBe(2);
  await pli.visit();
  await home.startFiche();
  await expect(page.getByText("Rien n’est gardé sur ce poste", { exact: false })).toBeVisible();
  await entry.field("Nom", entry.agentFt).fill("Exemple");
  await page.getByRole("link", { name: "Mes plis" }).click();
  await expect(page.getByText("Rien n’est gardé sur ce poste", { exact: false })).toBeVisible();
  expect(await version()).toBe(2);
});
