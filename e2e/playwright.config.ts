// Every user story, in Debian's Chromium, in both modes of display: npx playwright test --config e2e
import { defineConfig } from "@playwright/test";
import "../tests/tools/web_crypto.mjs"; // the tests' own processes read this file too
import type { DisplayOptions } from "./fixtures/display";
import { freePort } from "./fixtures/ports";

// The tests' own processes read this file again: they must find the same one.
const port = (process.env.PLI_E2E_PORT ??= await freePort());
const address = `http://127.0.0.1:${port}/`;

export default defineConfig<DisplayOptions>({
  testDir: "specs",
  outputDir: "../build/e2e/results",
  reporter: [["list"], ["json", { outputFile: "../build/e2e/report.json" }]],
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 }, // scrypt at 2^18 takes its time on two cores
  webServer: {
    command: `node web/tools/serve.mjs --root build/site --port ${port} --exact-port`,
    cwd: "..",
    url: address,
    reuseExistingServer: false,
  },
  use: {
    baseURL: address,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    serviceWorkers: "block", // but where they are what the story is about: they would answer in the site's place
    trace: "off", // its recorder asks for the page's files again, which the closed network rightly refuses
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: [
        "--no-sandbox", // tests run as root in containers; they open our own pages only
        "--disable-background-networking", // the browser's own requests are not the page's
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--use-angle=swiftshader", // WebGL2 without a graphics card
        "--enable-unsafe-swiftshader",
        "--ignore-gpu-blocklist",
        "--disable-gpu-compositing", // only WebGL needs that emulation: it would paint the whole page far more slowly
      ],
    },
  },
  projects: [
    { name: "canvas", use: { affichage: "canvas" } },
    { name: "html", use: { affichage: "html" } },
  ],
});
