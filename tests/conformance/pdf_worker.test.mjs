// The print worker in Debian's Chromium under the site's own security headers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";

import { bundle, inputOf, load, longModel, modelOf } from "./pdf_support.mjs";

const HEADERS = JSON.parse(readFileSync("web/static/headers.json", "utf8"))["/**"];

/** Below this, fetching the code ahead stays unnoticed while the user types. */
const MOST_BROTLI_BYTES = 150_000;

let workerCode;
let server;
let browser;
let page;
const violations = [];

before(async () => {
  workerCode = await bundle("worker", "iife");
  server = await serve();
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-quic",
      "--disable-sync",
    ],
  });
  page = await browser.newPage();
  page.on("console", (message) => violations.push(message.text()));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
});

after(async () => {
  await browser?.close();
  server?.close();
});

function serve() {
  const answers = {
    "/": ["text/html; charset=utf-8", "<!doctype html>"],
    "/favicon.ico": ["image/x-icon", "\0"],
    "/worker.js": ["text/javascript", workerCode],
  };
  const http = createServer((request, response) => {
    const [type, body] = answers[request.url] ?? ["text/plain", ""];
    response.writeHead(body ? 200 : 404, { ...HEADERS, "Content-Type": type }).end(body);
  });
  return new Promise((resolve) => http.listen(0, "127.0.0.1", () => resolve(http)));
}

/** Has a new worker, started from a Blob as in the page, answer one request. */
async function reply({ ficheJson, font, ...request }) {
  const bytes = { ficheJson: [...ficheJson], font: [...font] };
  return page.evaluate(
    async ({ request, bytes }) => {
      const policy = (globalThis.policy ??= globalThis.trustedTypes.createPolicy("pli", {
        createScriptURL: (url) => url,
      }));
      const code = await (await fetch("/worker.js")).blob();
      const address = URL.createObjectURL(code);
      const worker = new Worker(policy.createScriptURL(address));
      const answer = await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage({
          ...request,
          ficheJson: Uint8Array.from(bytes.ficheJson),
          font: Uint8Array.from(bytes.font),
        });
      });
      worker.terminate();
      return answer.pdf ? { pdf: [...answer.pdf] } : answer;
    },
    { request, bytes },
  );
}

test("the browser makes the same bytes as Node, under the site's policy", async () => {
  const { renderPdf } = await load("render");
  const input = inputOf(longModel());
  const { pdf } = await reply(input);
  assert.deepEqual(Uint8Array.from(pdf), await renderPdf(input));
  assert.deepEqual(violations, []);
});

test("a refusal comes back as a code, a place and parameters", async () => {
  const model = modelOf({ type: "paragraph", text: "漢" });
  assert.deepEqual(await reply(inputOf(model)), {
    error: {
      code: "pdf.missing-glyph",
      place: "/blocks/0/text",
      params: { character: "漢", codepoint: "U+6F22" },
    },
  });
});

test("the code needs no eval and stays small", () => {
  assert.doesNotMatch(Buffer.from(workerCode).toString(), /\beval\(|new Function\b/);
  assert.ok(brotliCompressSync(workerCode).length <= MOST_BROTLI_BYTES);
});
