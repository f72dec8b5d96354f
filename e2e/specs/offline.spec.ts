// The page without a network: kept whole after the first visit, never in part, and of one release at a time.
import type { BrowserContext, Page } from "@playwright/test";
import { FICHE } from "../fixtures/fiche";
import { freePort } from "../fixtures/ports";
import { buildLater, FIRST, ReleasedSite } from "../fixtures/releases";
import { expect, Pli, test as base } from "../fixtures/test";
import { PageWatch } from "../fixtures/watch";

const test = base.extend<{ site: ReleasedSite }>({
  site: async ({}, use) => {
    const site = new ReleasedSite(await freePort());
    site.deploy(FIRST);
    await site.start();
    await use(site);
    await site.dispose();
  },
});

test.use({ serviceWorkers: "allow" });

/** A visit in a tab of its own, watched like all others; without a network too. */
async function visit(
  context: BrowserContext,
  site: ReleasedSite,
  affichage: "canvas" | "html",
  { route = "", page: given = null as Page | null } = {},
): Promise<Pli> {
  const page = given ?? (await context.newPage());
  const watch = await PageWatch.start(page, site.address);
  const pli = new Pli(page, watch, affichage, site.address);
  await pli.visit(route);
  return pli;
}

/** Which release the page is of. */
function releaseOf({ page }: Pli): Promise<string> {
  return page.evaluate(() => document.querySelector("script[src]")?.getAttribute("src") ?? "");
}

interface Kept {
  active: boolean;
  waiting: boolean;
  caches: number;
}

/** Once the browser has nothing more to install. */
function kept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const settled = async (): Promise<ServiceWorkerRegistration | undefined> => {
      for (;;) {
        const registration = await navigator.serviceWorker.getRegistration();
        if (!registration?.installing && registration?.active?.state !== "activating")
          return registration;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const registration = await settled();
    return {
      active: !!registration?.active,
      waiting: !!registration?.waiting,
      caches: (await caches.keys()).length,
    };
  });
}

async function expectKept(page: Page, wanted: Kept): Promise<void> {
  await expect.poll(() => kept(page)).toEqual(wanted);
}

/** Resolves once a service worker of the page was started and thrown away. */
async function refusal(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const refused = new Promise<void>((resolve) => {
    browser.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      if (versions.some(({ status }) => status === "redundant")) resolve();
    });
  });
  await browser.send("ServiceWorker.enable");
  return refused;
}

/** The browser looks for another release, as it does by itself at each visit. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
}

test("after the first visit the whole page opens without a network, seals and opens", async ({
  context,
  site,
  affichage,
  bench,
}) => {
  test.slow(); // scrypt at 2^18
  const first = await visit(context, site, affichage);
  await expectKept(first.page, { active: true, waiting: false, caches: 1 });
  await first.watch.expectClean();
  await first.page.close();
  await site.stop();

  const pli = await visit(context, site, affichage);
  await pli.fillAndSign(FICHE);
  const passphrase = await pli.recipients.makePassphrase();
  await pli.recipients.seal();
  await pli.done.expectShown();
  const sealed = await pli.done.save("Enregistrer le fichier scellé (.age)", bench.folder);
  await pli.visit("#/ouvrir");
  await pli.opening.openWithPassphrase(sealed.path, passphrase);
  await pli.reading.expectShown();
  await pli.reading.expectRow("Nom et prénom", "Lefèvre-Dupré Éloïse");
  await pli.watch.expectClean();
});

test("7-Zip is kept from the first time that it was asked for", async ({
  context,
  site,
  affichage,
  bench,
}) => {
  test.slow();
  const first = await visit(context, site, affichage);
  await expectKept(first.page, { active: true, waiting: false, caches: 1 });
  await first.page.close();
  const archive = bench.sevenZipMake("autre.7z", Buffer.from("{}"), ["-pmot", "-mhe=on"]);
  const open = async (): Promise<Pli> => {
    const pli = await visit(context, site, affichage, { route: "#/ouvrir" });
    await pli.opening.openWithPassphrase(archive, "mot");
    return pli;
  };
  await site.stop();
  const without = await open();
  await without.opening.expectRefused("Une partie de Pli n’a pas pu être chargée");
  await without.page.close();

  await site.start();
  const online = await open();
  await online.opening.expectRefused(/7-Zip/);
  await online.page.close();
  await site.stop();
  const offline = await open();
  await offline.opening.expectRefused(/7-Zip/);
  await expect(offline.opening.summary).not.toContainText("n’a pas pu être chargée");
});

test("a release of which a file has other bytes is not kept, and is once it is whole", async ({
  context,
  site,
  affichage,
}) => {
  site.spoil("print-worker-", "altered");
  const page = await context.newPage();
  const refused = refusal(page);
  const spoilt = await visit(context, site, affichage, { page });
  await refused;
  await expectKept(page, { active: false, waiting: false, caches: 0 });
  await spoilt.watch.expectClean(); // the page works as without it
  await page.close();

  site.deploy(FIRST); // the browser still has the spoilt file in its own cache
  const whole = await visit(context, site, affichage);
  await expectKept(whole.page, { active: true, waiting: false, caches: 1 });
});

test("the former release goes on until a new one is whole and no page of it is open", async ({
  context,
  site,
  affichage,
}) => {
  test.slow();
  const first = await visit(context, site, affichage);
  await expectKept(first.page, { active: true, waiting: false, caches: 1 });
  const former = await releaseOf(first);
  await first.page.close();

  const later = buildLater(site.folder);
  for (const how of ["altered", "missing"] as const) {
    await test.step(`a file of the new release is ${how}`, async () => {
      site.deploy(later);
      site.spoil("shell-", how);
      const pli = await visit(context, site, affichage);
      const refused = refusal(pli.page);
      await lookForUpdate(pli.page);
      await refused;
      await expectKept(pli.page, { active: true, waiting: false, caches: 1 });
      await pli.page.close();
      const next = await visit(context, site, affichage);
      expect(await releaseOf(next)).toBe(former);
      await next.page.close();
    });
  }

  site.deploy(later);
  const running = await visit(context, site, affichage);
  expect(await releaseOf(running)).toBe(former);
  await lookForUpdate(running.page);
  await expectKept(running.page, { active: true, waiting: true, caches: 2 });
  await running.page.reload();
  await running.watch.complete();
  expect(await releaseOf(running), "a running page keeps its release").toBe(former);
  await running.page.close();

  const next = await visit(context, site, affichage);
  expect(await releaseOf(next)).not.toBe(former);
  await expectKept(next.page, { active: true, waiting: false, caches: 1 });
  await next.page.close();
  await site.stop();
  const offline = await visit(context, site, affichage);
  expect(await releaseOf(offline)).not.toBe(former);
  await offline.watch.expectClean();
});

test("a browser without service workers has the whole page, and is told nothing", async ({
  page,
  site,
  affichage,
}) => {
  const watch = await PageWatch.start(page, site.address);
  await page.addInitScript(() => {
    if ("serviceWorker" in navigator)
      navigator.serviceWorker.register = () =>
        Promise.reject(new DOMException("", "SecurityError"));
  });
  const pli = new Pli(page, watch, affichage, site.address);
  await pli.visit();
  await pli.home.startFiche();
  await pli.entry.expectShown();
  await watch.expectClean();
});
