// The server of `./dev run` and of the end-to-end tests.
import assert from "node:assert/strict";
import { mkdtemp, mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { staticSite } from "../../../web/tools/serve.mjs";

const PAGE = "<!doctype html><title>Pli</title>";
const SCRIPT = "export const answer = 42;";
const RULES = [
  { pattern: "/*", headers: { "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache" } },
  { pattern: "/*.js", headers: { "Cache-Control": "immutable" } },
];
let server;

before(async () => {
  const folder = await mkdtemp(join(tmpdir(), "pli-serve-"));
  const root = join(folder, "site");
  await mkdir(join(root, "fonts"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "not yours");
  await writeFile(join(root, "index.html"), PAGE);
  await writeFile(join(root, "shell.js"), SCRIPT);
  await writeFile(join(root, "shell.js.br"), brotliCompressSync(SCRIPT));
  await symlink(join(folder, "secret.txt"), join(root, "link.txt"));
  server = createServer(await staticSite(root, RULES));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});

after(() => server.close());

/** One request with the path exactly as given: no client tidies it up on the way. */
function ask(path, { method = "GET", encoding } = {}) {
  const headers = encoding ? { "Accept-Encoding": encoding } : {};
  return new Promise((resolve, reject) => {
    const { port } = server.address();
    request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}

test("a folder is its index.html", async () => {
  const { status, headers, body } = await ask("/");
  assert.equal(status, 200);
  assert.equal(headers["content-type"], "text/html; charset=utf-8");
  assert.equal(body.toString(), PAGE);
});

test("headers come from every rule that fits, the last one winning", async () => {
  assert.equal((await ask("/")).headers["cache-control"], "no-cache");
  const { headers } = await ask("/shell.js");
  assert.equal(headers["cache-control"], "immutable");
  assert.equal(headers["x-content-type-options"], "nosniff");
});

test("a brotli copy goes to those who take it, with the type of the original", async () => {
  const { headers, body } = await ask("/shell.js", { encoding: "gzip, br" });
  assert.equal(headers["content-encoding"], "br");
  assert.equal(headers["content-type"], "text/javascript; charset=utf-8");
  assert.equal(brotliDecompressSync(body).toString(), SCRIPT);
});

test("the others get the file itself", async () => {
  for (const encoding of [undefined, "gzip", "brotli"]) {
    const { headers, body } = await ask("/shell.js", { encoding });
    assert.equal(headers["content-encoding"], undefined);
    assert.equal(body.toString(), SCRIPT);
  }
});

test("HEAD says the same without the file", async () => {
  const { status, headers, body } = await ask("/shell.js", { method: "HEAD" });
  assert.equal(status, 200);
  assert.equal(headers["content-length"], String(SCRIPT.length));
  assert.equal(body.length, 0);
});

test("nothing outside of the folder is served", async () => {
  const paths = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/fonts/../../secret.txt",
    "/link.txt",
    "//../secret.txt",
    "/index.html%00.txt",
    "/%ff",
    "/fonts",
    "/missing.js",
  ];
  for (const path of paths) {
    const { status, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(body.toString(), /not yours/);
  }
});

test("only reading is possible", async () => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    assert.equal((await ask("/", { method })).status, 405, method);
  }
});
