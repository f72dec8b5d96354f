// How soon the page can be used, and how soon a key is seen, in both modes of display.
import { launchBrowser } from "./browser.mjs";
import { median, quantile } from "./statistics.mjs";

const LOADS = 7;
const KEYS = 80; // of each round
const WARM_UP = 20; // of them: the page has only just been loaded
const PACE = 100; // ms between two keys: a fast typist. Faster ones would measure how the browser's work queues up
const ROUNDS = 3;
const KEY_BUDGET = 16; // ms, HTML mode: one frame of a 60 Hz screen

/** Time from the start of the navigation to the mark "form-ready", with an empty cache. */
async function timeToForm(browser, address) {
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto(address);
  const mark = await page.waitForFunction(
    () => performance.getEntriesByName("form-ready")[0]?.startTime,
  );
  const time = await mark.jsonValue();
  await context.close();
  return time;
}

/** Opens the first step of the form. */
async function openForm(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("app-complete").length > 0);
  await page.getByRole("radio", { name: "Pas-de-Calais" }).check();
  await page
    .getByRole("button", { name: "Commencer : Accompagnement global – accord tacite" })
    .click();
  await page.getByRole("textbox").first().waitFor();
}

/**
 * For each key, the time from the browser's event to the end of the frame that shows it: a message posted in an
 * animation frame arrives once that frame is drawn.
 */
async function keyTimes(page) {
  await page.evaluate(() => {
    window.keyTimes = [];
    document.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.keyTimes.push(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  const field = page.getByRole("textbox", { name: /^Nom/ }).first();
  await field.fill("");
  await field.focus();
  for (let key = 0; key < KEYS; key++) {
    if (key % 20 === 19) await field.fill("");
    await page.keyboard.press("abcdefghijklmnopqrstuvwxyz"[key % 26]);
    await page.waitForTimeout(PACE);
  }
  await page.waitForFunction((keys) => window.keyTimes.length >= keys, KEYS);
  return (await page.evaluate(() => window.keyTimes)).slice(WARM_UP);
}

/** What the browser itself takes to show a key in this run: a page with one field and no code. */
async function openControl(page) {
  await page.setContent("<label>Nom <input></label>");
}

/** The middle of the rounds, so that a disturbance of one of them does not decide. */
function keyMeasures(name, rounds, budget) {
  const of = (share) => median(rounds.map((times) => quantile(times, share)));
  return [
    { name: `key to frame, ${name}, median`, value: of(0.5), unit: "ms" },
    { name: `key to frame, ${name}, 95th percentile`, value: of(0.95), unit: "ms", ...budget },
  ];
}

async function measureKeys(browsers, site) {
  const pages = {
    "an empty page": { browser: browsers.html, open: openControl },
    html: { browser: browsers.html, open: (page) => openForm(page, `${site}?affichage=html`) },
    canvas: {
      browser: browsers.canvas,
      open: (page) => openForm(page, `${site}?affichage=canvas`),
    },
  };
  const rounds = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { browser, open }] of Object.entries(pages)) {
      const page = await browser.newPage({ locale: "fr-FR" });
      await open(page);
      rounds[name].push(await keyTimes(page));
      await page.close();
    }
  }
  return Object.entries(rounds).flatMap(([name, times]) =>
    keyMeasures(name, times, name === "html" ? { atMost: KEY_BUDGET } : {}),
  );
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
