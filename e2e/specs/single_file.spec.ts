// The page as one file, opened from a folder: whole, closed to every network, and without a trace of itself.
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { FICHE } from "../fixtures/fiche";
import { expect, test } from "../fixtures/test";
import { DraftsScreen } from "../pages/drafts";

const FILE = "build/pli.html";
const SAVE_AGE = "Enregistrer le fichier scellé (.age)";
const SAVE_7Z = "Enregistrer l’archive 7-Zip (.7z)";

test.use({ address: pathToFileURL(FILE).href });

/** What the browser keeps for the page: names of all that lies there. */
function keptNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ""),
  ]);
}

/** Addresses that were asked for, but the file itself and what it made. */
function foreignRequests(page: Page): string[] {
  const asked: string[] = [];
  page.context().on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(pathToFileURL(FILE).href) && !/^(blob|about|data):/.test(url))
      asked.push(url);
  });
  return asked;
}

test("a fiche is filled in, sealed and opened again in a file, which keeps nothing", async ({
  pli,
  bench,
}) => {
  test.slow(); // scrypt at 2^18, and 7-Zip's own key derivation
  const { page } = pli;
  const foreign = foreignRequests(page);
  await pli.visit();
  await expect(page.getByText(/^Pli en un seul fichier.: rien n’est gardé/)).toBeVisible();
  await pli.look("90-fichier-accueil");
  await pli.fillAndSign(FICHE);
  const passphrase = await pli.recipients.makePassphrase();
  await pli.recipients.sevenZip.check();
  await pli.recipients.seal();
  await pli.done.expectShown();
  await expect(page.getByText(/Rien n’est gardé sur ce poste.: enregistrez-le/)).toBeVisible();
  await pli.look("91-fichier-termine");
  const sealed = await pli.done.save(SAVE_AGE, bench.folder);
  const archive = await pli.done.save(SAVE_7Z, bench.folder);
  const judged = bench.ageOpenWithPassphrase(sealed.path, passphrase);
  expect(Buffer.from(bench.unzip(judged, "fiche.json")).toString()).toContain("Lefèvre-Dupré");
  expect(bench.sevenZip("t", archive.path, passphrase)).toMatchObject({ code: 0 });

  for (const { path } of [sealed, archive]) {
    await pli.visit("#/ouvrir");
    await pli.opening.openWithPassphrase(path, passphrase);
    await pli.reading.expectShown();
    await pli.reading.expectRow("Nom et prénom", "Lefèvre-Dupré Éloïse");
  }
  const pdf = await pli.reading.save("Enregistrer le PDF", bench.folder);
  expect(bench.pdfText(readFileSync(pdf.path))).toContain("Lefèvre-Dupré");
  expect(await keptNames(page), "something is kept").toEqual([]);
  expect(foreign, "something else was asked for").toEqual([]);
});

test("a draft goes by file, and every screen concerned says that nothing else is kept", async ({
  pli,
  bench,
}) => {
  const { entry, drafts, page } = pli;
  await pli.visit();
  await pli.home.startFiche();
  await expect(page.getByText(/^Rien n’est gardé sur ce poste.: pour vous interr/)).toBeVisible();
  await entry.youAre.check();
  await entry.field("Nom", entry.agentFt).fill("D’Hondt");
  await pli.look("92-fichier-saisie");
  const file = await drafts.save("Enregistrer un brouillon scellé", bench.folder);
  const code = await drafts.noteCode();

  await pli.visit();
  await expect(drafts.list.getByRole("button")).toHaveCount(0);
  await drafts.openFileLink.click();
  await drafts.file.setInputFiles(file.path);
  await drafts.openWith(code);
  await expect(entry.field("Nom", entry.agentFt)).toHaveValue("D’Hondt");

  for (const [route, sentence] of [
    ["#/suivi", /^Rien n’est gardé sur ce poste.: ces reçus disparaissent/],
    ["#/ma-carte", /^Ce navigateur ne garde pas votre carte/],
    ["#/donnees-personnelles", /Une page ouverte comme un fichier \(pli.html\) ne garde rien/],
  ] as const) {
    await pli.visit(route);
    await expect(page.getByText(sentence)).toBeVisible();
  }
  expect(await keptNames(page), "something is kept").toEqual([]);
});

test("receipts go by file: saved from one visit, taken back at the next", async ({
  pli,
  bench,
}) => {
  const { page } = pli;
  await pli.visit();
  await pli.fillAndSign(FICHE);
  await pli.recipients.addKeys(bench.ageKey().recipient);
  await pli.recipients.sealTo();
  await pli.done.expectShown();
  const document = (await pli.done.fact("Numéro du pli")).replaceAll(" ", "");
  await page.getByRole("link", { name: "Mes plis", exact: true }).click();
  await expect(page.getByText("ces reçus disparaissent avec la page")).toBeVisible();
  const receipts = await pli.followUp.save("Enregistrer mes reçus dans un fichier", bench.folder);
  expect(readFileSync(receipts.path, "utf8")).toContain(document);

  await pli.visit("#/suivi");
  await expect(page.getByText("0 pli", { exact: true })).toBeVisible();
  await pli.followUp.file.setInputFiles(receipts.path);
  await expect(pli.followUp.row(document)).toContainText("À remettre");
  expect(await keptNames(page), "something is kept").toEqual([]);
});

test("the file is whole by itself, under any name and in any folder", async ({
  page,
  bench,
  affichage,
}) => {
  const elsewhere = join(bench.folder, "copie d’essai.html");
  copyFileSync(FILE, elsewhere);
  await page.goto(`${pathToFileURL(elsewhere).href}?affichage=${affichage}#/`);
  await page.waitForFunction(() => performance.getEntriesByName("app-complete").length > 0);
  await expect(page.locator("html")).toHaveAttribute("data-mode", affichage);
  await new DraftsScreen(page).openFileLink.waitFor();
});

test("the browser itself refuses the file every connection and every script that is not its own", async ({
  page,
}) => {
  await page.goto(pathToFileURL(FILE).href);
  await page.waitForFunction(() => performance.getEntriesByName("app-complete").length > 0);
  const refused = await page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      violated.push(event.effectiveDirective);
    });
    await fetch("https://pli.invalid/").catch(() => undefined);
    const inline = document.createElement("script");
    inline.append("window.name = 'ran'");
    document.head.append(inline);
    const frame = document.createElement("iframe");
    frame.src = "https://pli.invalid/";
    document.body.append(frame);
    const thrown: string[] = [];
    const attempt = (what: string, task: () => unknown): void => {
      try {
        task();
      } catch {
        thrown.push(what);
      }
    };
    attempt("markup", () => (document.createElement("p").innerHTML = "<b>x</b>"));
    attempt("worker", () => new Worker(URL.createObjectURL(new Blob([""]))));
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { violated, thrown, ran: window.name };
  });
  expect(refused.ran).toBe("");
  expect(refused.thrown).toEqual(["markup", "worker"]);
  for (const directive of ["connect-src", "frame-src", "require-trusted-types-for"])
    expect(refused.violated).toContain(directive);
});
