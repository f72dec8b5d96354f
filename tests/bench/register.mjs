// The register of 5 000 users in the page: how soon it is open, how fluid its list is, in both modes of display.
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowser, VISITOR } from "./browser.mjs";
import { registerText, USERS } from "./people.mjs";
import { median, quantile } from "./statistics.mjs";
import { framesSeen, typeInto, watchCore, watchFrames } from "./stopwatch.mjs";

const OPENINGS = 5;
const OPENING_BUDGET = 1000; // ms; a key of this kind is derived at once
const KEYS = { keys: 60, warmUp: 10 };
const SCROLLS = 60;
const FLUID = 50; // ms
const ROWS_BUDGET = 200; // in the page, however many there are

/** The sealed register and the key that opens it, in a folder of their own. */
async function sealRegister() {
  await mkdir("build/bench", { recursive: true });
  const folder = await mkdtemp("build/bench/register-");
  const [key, file] = [join(folder, "cle.txt"), join(folder, "registre.age")];
  await writeFile(join(folder, "registre.json"), registerText(USERS));
  execFileSync("age-keygen", ["-o", key], { stdio: "ignore" });
  const recipient = execFileSync("age-keygen", ["-y", key], { encoding: "utf8" }).trim();
  execFileSync("age", ["-r", recipient, "-o", file, join(folder, "registre.json")]);
  return { folder, key, file };
}

/** Opens the register; gives the ms from the press of the button to the frame that shows the list. */
async function open(page, address, { key, file }) {
  await watchCore(page);
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("app-complete").length > 0);
  await page.getByLabel("Fichier scellé").setInputFiles(file);
  await page.getByLabel("Votre fichier de clé", { exact: true }).setInputFiles(key);
  const button = page.getByRole("button", { name: "Ouvrir le pli" });
  await button.waitFor();
  await page.evaluate(() => {
    document.addEventListener(
      "click",
      ({ timeStamp }) => {
        const look = () => {
          if (document.querySelector("[role=grid] [role=row][data-index]"))
            window.opening = performance.now() - timeStamp;
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  await button.click();
  const opening = await page.waitForFunction(() => window.opening);
  const rows = await page.getByRole("grid").getAttribute("aria-rowcount");
  if (Number(rows) !== USERS + 1) throw new Error(`the register was opened with ${rows} rows`);
  return opening.jsonValue();
}

/** Scrolls through the whole list in large steps; each must leave rows where the user looks. */
async function scroll(page) {
  await watchFrames(page, "scroll");
  const rows = [];
  for (let step = 1; step <= SCROLLS; step++) {
    await page.evaluate(
      (share) => scrollTo(0, share * (document.documentElement.scrollHeight - innerHeight)),
      step / (SCROLLS + 1),
    );
    await framesSeen(page, step);
    await page.waitForTimeout(50);
    rows.push(await page.getByRole("row").count());
    const isThere = await page.evaluate(
      () =>
        document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("[data-index]") != null,
    );
    if (!isThere) throw new Error("there is no row where the user looks");
  }
  return { frames: await framesSeen(page, SCROLLS), rows: Math.max(...rows) };
}

async function measureMode(mode, browser, site, sealed) {
  const openings = [];
  for (let run = 1; run < OPENINGS; run++) {
    const page = await browser.newPage(VISITOR);
    openings.push(await open(page, `${site}?affichage=${mode}#/ouvrir`, sealed));
    await page.close();
  }
  const page = await browser.newPage(VISITOR);
  openings.push(await open(page, `${site}?affichage=${mode}#/ouvrir`, sealed));
  const keys = await typeInto(page, page.getByRole("textbox", { name: "Chercher" }), KEYS);
  await page.getByRole("textbox", { name: "Chercher" }).fill("");
  const { frames, rows } = await scroll(page);
  await page.close();
  const of = (what, times) =>
    quantile(
      times.map((time) => time[what]),
      0.95,
    );
  const judged = (atMost) => (mode === "html" ? { atMost } : {});
  const name = (what) => `register of ${USERS}, ${mode}, ${what}`;
  return [
    { name: name("opening"), value: median(openings), unit: "ms", ...judged(OPENING_BUDGET) },
    { name: name("key to frame, p95"), value: of("shown", keys), unit: "ms", ...judged(FLUID) },
    { name: name("C++ for a key, p95"), value: of("core", keys), unit: "ms" },
    {
      name: name("scroll to frame, p95"),
      value: of("shown", frames),
      unit: "ms",
      ...judged(FLUID),
    },
    { name: name("C++ for a scroll, p95"), value: of("core", frames), unit: "ms" },
    { name: name("rows in the page"), value: rows, unit: "rows", atMost: ROWS_BUDGET },
  ];
}

export async function measureRegisterPage({ browser, site }) {
  const sealed = await sealRegister();
  const html = await launchBrowser({ graphics: false });
  try {
    return [
      ...(await measureMode("html", html, site, sealed)),
      ...(await measureMode("canvas", browser, site, sealed)),
    ];
  } finally {
    await html.close();
    await rm(sealed.folder, { recursive: true, force: true });
  }
}
