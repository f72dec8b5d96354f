// The browser and the server that measures need.
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { readRules } from "../../web/tools/headers.mjs";
import { staticSite } from "../../web/tools/serve.mjs";

const WEBGL_IN_SOFTWARE = [
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

/** Who visits the page: the service worker, which keeps its files for the next time, is not what is measured. */
export const VISITOR = { locale: "fr-FR", serviceWorkers: "block" };

/**
 * Debian's Chromium, without the wait for a screen's refresh: what is measured is the page's own work.
 * `graphics: false` is an office PC without a graphics card, which shows plain HTML; with graphics WebGL2 is emulated,
 * which slows down all that the browser paints.
 */
export function launchBrowser({ graphics = true } = {}) {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-quic",
      "--disable-sync",
      "--disable-frame-rate-limit",
      "--disable-gpu-vsync",
      ...(graphics ? WEBGL_IN_SOFTWARE : ["--disable-gpu"]),
    ],
  });
}

/** Serves a folder with the site's own headers on a free port. */
export async function serveFolder(folder) {
  const server = createServer(await staticSite(folder, await readRules()));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => server.close(),
  };
}
