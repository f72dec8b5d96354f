// How soon the page can be used, and how soon a key is seen, in both modes of display.
import { launchBrowser, VISITOR } from "./browser.mjs";
import { median, quantile } from "./statistics.mjs";
import { typeInto, watchCore } from "./stopwatch.mjs";

const LOADS = 7;
const ROUNDS = 3;
const KEYS = { keys: 80, warmUp: 20 }; // of each round; the page has only just been loaded
const KEY_BUDGET = 16; // ms, HTML mode: one frame of a 60 Hz screen
const CORE_BUDGET = 4; // ms of C++ for a key
const FIELDS = 60; // of the long form

/** Time from the start of the navigation to the mark "form-ready", with an empty cache. */
async function timeToForm(browser, address) {
  const context = await browser.newContext(VISITOR);
  const page = await context.newPage();
  await page.goto(address);
  const mark = await page.waitForFunction(
    () => performance.getEntriesByName("form-ready")[0]?.startTime,
  );
  const time = await mark.jsonValue();
  await context.close();
  return time;
}

/** Opens the first step of a form, named by its short title. */
async function openForm(page, address, title) {
  await watchCore(page);
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("app-complete").length > 0);
  await page.getByRole("radio", { name: "Pas-de-Calais" }).check();
  await page.getByRole("button", { name: `Commencer : ${title}` }).click();
  await page.getByRole("textbox").first().waitFor();
}

async function openFiche(page, address) {
  await openForm(page, address, "Accompagnement global – accord tacite");
  return page.getByRole("textbox", { name: /^Nom/ }).first();
}

/** A step with as many fields as no other form shows at once: a list with some rows. */
async function openLongForm(page, address) {
  await openForm(page, address, "Liste des sous-traitants");
  await page.getByRole("textbox", { name: "Organisme" }).fill("Structure Exemple");
  await page.getByRole("button", { name: "Étape suivante" }).click();
  const add = page.getByRole("button", { name: "Ajouter" });
  await add.waitFor();
  const fields = page.getByRole("textbox");
  while ((await fields.count()) < FIELDS) await add.click();
  return page.getByRole("textbox", { name: "Structure" }).last();
}

/** What the browser itself takes to show a key in this run: a page with one field and no code. */
async function openControl(page) {
  await page.setContent("<label>Nom <input></label>");
  return page.getByRole("textbox");
}

/** The middle of the rounds, so that a disturbance of one of them does not decide. */
function keyMeasures({ name, budgets }, rounds) {
  const of = (share, what) =>
    median(
      rounds.map((keys) =>
        quantile(
          keys.map((key) => key[what]),
          share,
        ),
      ),
    );
  const shown = [
    { name: `key to frame, ${name}, median`, value: of(0.5, "shown"), unit: "ms" },
    {
      name: `key to frame, ${name}, 95th percentile`,
      value: of(0.95, "shown"),
      unit: "ms",
      ...budgets?.shown,
    },
  ];
  if (!budgets) return shown;
  const core = { name: `C++ for a key, ${name}, median`, value: of(0.5, "core"), unit: "ms" };
  return [...shown, { ...core, ...budgets.core }];
}

async function measureKeys(browsers, site) {
  const reported = {};
  const judged = { shown: { atMost: KEY_BUDGET }, core: { atMost: CORE_BUDGET } };
  const inMode = (mode, open) => (page) => open(page, `${site}?affichage=${mode}`);
  const long = `${FIELDS} fields`;
  const pages = [
    { name: "an empty page", browser: browsers.html, open: openControl },
    { name: "html", browser: browsers.html, open: inMode("html", openFiche), budgets: judged },
    {
      name: "canvas",
      browser: browsers.canvas,
      open: inMode("canvas", openFiche),
      budgets: reported,
    },
    {
      name: `html, ${long}`,
      browser: browsers.html,
      open: inMode("html", openLongForm),
      budgets: judged,
    },
    {
      name: `canvas, ${long}`,
      browser: browsers.canvas,
      open: inMode("canvas", openLongForm),
      budgets: reported,
    },
  ];
  const rounds = pages.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [number, { browser, open }] of pages.entries()) {
      const page = await browser.newPage(VISITOR);
      rounds[number].push(await typeInto(page, await open(page), KEYS));
      await page.close();
    }
  }
  return pages.flatMap((each, number) => keyMeasures(each, rounds[number]));
}

export async function measureInteraction({ browser, site }) {
  const browsers = { html: await launchBrowser({ graphics: false }), canvas: browser };
  try {
    const measures = [];
    for (const [mode, by] of Object.entries(browsers)) {
      const loads = [];
      for (let load = 0; load < LOADS; load++)
        loads.push(await timeToForm(by, `${site}?affichage=${mode}`));
      measures.push({ name: `form-ready, ${mode}`, value: median(loads), unit: "ms" });
    }
    return [...measures, ...(await measureKeys(browsers, site))];
  } finally {
    await browsers.html.close();
  }
}
