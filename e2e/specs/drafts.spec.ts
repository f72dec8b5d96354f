// Drafts: what is typed is kept sealed, taken up again with the code or the key, in one tab at a time, and deleted.
import { readFileSync } from "node:fs";
import { FICHE } from "../fixtures/fiche";
import { readyKeys } from "../fixtures/keys";
import { expect, test } from "../fixtures/test";
import { DraftsScreen } from "../pages/drafts";
import { EntryScreen } from "../pages/entry";

test("a form that was left is taken up again with its code, and deleted", async ({ pli }) => {
  const { home, entry, drafts, page } = pli;
  await pli.visit();
  await home.startFiche();
  const code = await drafts.noteCode();
  await pli.look("60-brouillon-debut");
  await entry.youAre.check();
  await entry.field("Nom", entry.agentFt).fill("D’Hondt");
  await entry.field("Téléphone", entry.agentFt).fill("03 5"); // half an answer is one as well
  await drafts.press("Afficher le code de reprise");
  await expect(page.getByText(code, { exact: true })).toHaveCount(2);
  await drafts.expectKept();

  await pli.visit();
  await expect(drafts.list).toContainText("Accompagnement global – accord tacite");
  await expect(drafts.list).not.toContainText("Hondt");
  await pli.look("61-brouillons-accueil");
  await drafts.choose();
  await drafts.press("Ouvrir le brouillon");
  await drafts.expectRefused("Tapez le code de reprise.");
  await drafts.openWith("abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer");
  await drafts.expectRefused("Ce code n’ouvre pas ce brouillon");
  await pli.look("62-brouillon-code");
  await drafts.openWith(code.toUpperCase().replaceAll("-", " ")); // as it was written down
  await entry.expectShown();
  await expect(entry.title).toBeFocused();
  await expect(entry.youAre).toBeChecked();
  await expect(entry.field("Nom", entry.agentFt)).toHaveValue("D’Hondt");
  await expect(entry.field("Téléphone", entry.agentFt)).toHaveValue("03 5");
  await expect(drafts.code).toHaveText(code);

  await entry.field("Prénom", entry.agentFt).fill("Alix");
  await drafts.expectKept();
  await pli.visit();
  await drafts.choose();
  await drafts.openWith(code);
  await expect(entry.field("Prénom", entry.agentFt)).toHaveValue("Alix");

  await entry.press("Effacer cette fiche");
  await pli.watch.reload(() => entry.press("Oui, effacer la fiche"));
  await home.expectShown();
  await expect.poll(() => drafts.stored()).toEqual([]);
});

test("the second tab is told, and overwrites nothing", async ({ pli, baseURL }) => {
  const { home, entry, drafts, page } = pli;
  await pli.visit();
  await home.startFiche();
  const code = await drafts.noteCode();
  await entry.field("Nom", entry.agentFt).fill("Exemple");
  await drafts.expectKept();

  pli.watch.reloaded(); // the other tab asks for the page's files again
  const second = await page.context().newPage();
  await second.goto(`${baseURL ?? ""}?affichage=${pli.affichage}`);
  const other = new DraftsScreen(second);
  await other.choose();
  await other.openWith(code);
  await other.expectRefused("Ce brouillon est ouvert dans un autre onglet");
  await second.getByRole("link", { name: "Accueil" }).click();
  await other.list.getByRole("button", { name: /^Supprimer : / }).click();
  await other.press("Oui, supprimer le brouillon");
  await other.expectRefused("Ce brouillon est ouvert dans un autre onglet");
  await page.bringToFront(); // who types in a tab has it before them
  await entry.field("Nom", entry.agentFt).fill("Exemple-Dupré");
  await drafts.expectKept();
  await page.goto("about:blank");
  await second.reload();
  await other.choose();
  await other.openWith(code);
  const taken = new EntryScreen(second);
  await expect(taken.field("Nom", taken.agentFt)).toHaveValue("Exemple-Dupré");
});

test("when there is no room, it is said at once, and a sealed file is the way out", async ({
  pli,
  bench,
}) => {
  const { home, entry, drafts, page } = pli;
  await pli.visit();
  await home.startFiche();
  const code = await drafts.noteCode();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("", "QuotaExceededError");
    };
  });
  await entry.field("Nom", entry.agentFt).fill("D’Hondt");
  await expect(drafts.status).toContainText("Vos dernières réponses ne sont pas gardées");
  await expect(page.getByText("Il n’y a plus de place sur ce poste")).toBeVisible();
  await expect(entry.field("Nom", entry.agentFt)).toBeFocused();
  await pli.look("63-brouillon-sans-place");
  const file = await drafts.save("Enregistrer un brouillon scellé", bench.folder);
  expect(file.name).toMatch(/^pli_brouillon_\d{4}-\d{2}-\d{2}_[0-9a-f]{8}\.age$/);
  const content = Buffer.from(bench.ageOpenWithPassphrase(file.path, code)).toString();
  expect(JSON.parse(content)).toMatchObject({
    format: "pli/brouillon/1",
    reponses: { "agent-ft.nom": "D’Hondt" },
  });

  await pli.visit();
  await expect(drafts.list.getByRole("button")).toHaveCount(0);
  await drafts.openFileLink.click();
  await drafts.expectShown();
  await pli.look("64-brouillon-fichier");
  const cut = bench.write("coupe.age", readFileSync(file.path).subarray(0, -20));
  await drafts.file.setInputFiles(cut);
  await drafts.openWith(code);
  await drafts.expectRefused("Ce brouillon est abîmé");
  await drafts.file.setInputFiles(file.path);
  await drafts.openWith(code);
  await expect(entry.field("Nom", entry.agentFt)).toHaveValue("D’Hondt");
  await expect(drafts.code).toHaveText(code);
  await drafts.expectKept(); // it goes on in the browser, under the same code
});

test("where the browser stores nothing, only a file keeps a draft", async ({ pli, bench }) => {
  const { home, entry, drafts, page } = pli;
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      get: () => {
        throw new DOMException("", "SecurityError");
      },
    });
    if ("locks" in navigator)
      navigator.locks.request = () => Promise.reject(new DOMException("", "SecurityError"));
  });
  await pli.visit();
  await home.startFiche();
  await expect(page.getByText("Rien n’est gardé sur ce poste", { exact: false })).toBeVisible();
  await entry.field("Nom", entry.agentFt).fill("Exemple");
  const file = await drafts.save("Enregistrer un brouillon scellé", bench.folder);
  const code = await drafts.noteCode();
  expect(Buffer.from(bench.ageOpenWithPassphrase(file.path, code)).toString()).toContain("Exemple");

  await page.evaluate(() => {
    Object.assign(window, { answersAreHere: true });
  });
  await entry.press("Effacer cette fiche");
  await pli.watch.reload(() => entry.press("Oui, effacer la fiche"));
  expect(await page.evaluate(() => "answersAreHere" in window)).toBe(false);
  await home.expectShown();
});

test("whose key is unlocked needs no code, and needs the key", async ({ pli, bench }) => {
  const { home, entry, drafts, ownKeys, page } = pli;
  await pli.visit("#/mes-cles");
  const { files } = await readyKeys(bench, "conseiller");
  await ownKeys.unlock(files);
  await expect(ownKeys.status).toContainText("déverrouillée");
  await page.getByRole("link", { name: "Accueil" }).click();
  await home.startFiche();
  await expect(page.getByText("scellées pour votre clé", { exact: false })).toBeVisible();
  await entry.field("Nom", entry.agentFt).fill("Exemple");
  await drafts.expectKept();
  expect((await drafts.stored())[0]?.hasIdentity).toBe(false);
  const file = await drafts.save("Enregistrer un brouillon scellé", bench.folder);

  await pli.visit();
  await drafts.openFileLink.click();
  await drafts.file.setInputFiles(file.path);
  await drafts.press("Ouvrir le brouillon"); // there is no code that could be typed
  await drafts.expectRefused("Ce brouillon est scellé pour une clé");
  await page.getByRole("link", { name: "Accueil" }).click();
  await drafts.choose();
  await expect(page.getByText("déverrouillez-la d’abord", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Mes clés", exact: true }).click();
  await ownKeys.unlock(files);
  await expect(ownKeys.status).toContainText("déverrouillée");
  await page.getByRole("link", { name: "Accueil" }).click();
  await drafts.choose();
  await drafts.press("Ouvrir le brouillon");
  await expect(entry.field("Nom", entry.agentFt)).toHaveValue("Exemple");
});

test("a draft is deleted after its time, when its form is erased, and with everything else", async ({
  pli,
}) => {
  const { home, entry, drafts, page } = pli;
  const keepOne = async (): Promise<void> => {
    await pli.visit();
    await home.startFiche();
    await drafts.noteCode();
    await entry.field("Nom", entry.agentFt).fill(FICHE.agentFt.nom);
    await drafts.expectKept();
  };
  const setLastDay = (expires: string): Promise<void> =>
    page.evaluate(async (expires) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open("pli");
        opening.onsuccess = () => {
          resolve(opening.result);
        };
      });
      const store = database.transaction("drafts", "readwrite").objectStore("drafts");
      await new Promise<void>((resolve) => {
        store.openCursor().onsuccess = ({ target }) => {
          const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
          if (!cursor) return;
          const update = cursor.update({ ...(cursor.value as object), expires });
          update.onsuccess = () => {
            resolve();
          };
        };
      });
      database.close();
    }, expires);
  await keepOne();
  const written = (await drafts.stored())[0]?.expires;
  await setLastDay("9999-12-31"); // by a clock that was wrong
  await pli.visit();
  await expect(drafts.list.getByRole("button")).toHaveCount(2);
  await expect.poll(async () => (await drafts.stored())[0]?.expires).toBe(written);

  await setLastDay("2020-01-01");
  await pli.visit();
  await expect(drafts.status).toContainText(
    "Un brouillon dont le délai était passé a été supprimé",
  );
  await expect(drafts.list.getByRole("button")).toHaveCount(0);
  await expect.poll(() => drafts.stored()).toEqual([]);

  await keepOne();
  await page.getByRole("link", { name: "Données personnelles" }).click();
  await pli.look("65-donnees-effacer");
  await drafts.press("Tout effacer sur ce poste");
  await expect(page.getByText("Vos fichiers enregistrés restent.", { exact: false })).toBeVisible();
  await pli.watch.reload(() => drafts.press("Oui, tout effacer"));
  await home.expectShown();
  await expect(home.territory("Pas-de-Calais")).not.toBeChecked();
  expect(await drafts.stored()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
