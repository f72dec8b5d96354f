// What the service worker keeps: a whole release or nothing, checked byte by byte. The site's own sw.js is run at the end.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: ["web/src/offline/release.ts"],
  bundle: true,
  format: "esm",
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const { KeptRelease } = await import(`data:text/javascript;base64,${code}`);

const ROOT = "https://pli.exemple/dossier/";
const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/** The caches of a browser: Map of name → Map of address → response. `room` is how many responses fit. */
class FakeCaches {
  stores = new Map();

  constructor(room = Infinity) {
    this.room = room;
  }

  async keys() {
    return [...this.stores.keys()];
  }

  async has(name) {
    return this.stores.has(name);
  }

  async delete(name) {
    return this.stores.delete(name);
  }

  async open(name) {
    if (!this.stores.has(name)) this.stores.set(name, new Map());
    const store = this.stores.get(name);
    return {
      match: async (address) => store.get(address)?.clone(),
      put: async (address, response) => {
        if (this.room <= store.size) throw new DOMException("", "QuotaExceededError");
        store.set(address, response);
      },
    };
  }

  addresses(name) {
    return [...(this.stores.get(name)?.keys() ?? [])].map((url) => url.slice(ROOT.length)).sort();
  }
}

const CONTENT = { "": "<page>", "files/a.js": "a", "files/b.js": "b", "files/sept.js": "7" };

/** A release as it was built, and a site that may have something else by now: text, or null for what is not there. */
function setUp({ site = {}, browserCache = {}, caches = new FakeCaches() } = {}) {
  const asked = [];
  const release = {
    name: "pli-1",
    files: Object.fromEntries(
      Object.entries(CONTENT).map(([address, content]) => [address, sha256(content)]),
    ),
    onDemand: ["files/sept.js"],
  };
  const fetch = async (what, options) => {
    const address = (what.url ?? what).slice(ROOT.length).replace(/\?.*/, "");
    asked.push(`${options?.cache ?? "as asked"} ${address}`);
    const cached = options?.cache === "default" ? browserCache[address] : undefined;
    const content = cached ?? { ...CONTENT, ...site }[address] ?? null;
    return new Response(content, { status: content === null ? 404 : 200 });
  };
  return { kept: new KeptRelease(release, ROOT, { caches, fetch }), caches, asked };
}

const get = (address, method = "GET") => new Request(ROOT + address, { method });
const textOf = async (answer) => (await answer).text();

test("a whole release is kept, but for what is fetched on demand", async () => {
  const { kept, caches, asked } = setUp();
  await kept.install();
  assert.deepEqual(caches.addresses("pli-1"), ["", "files/a.js", "files/b.js"]);
  assert.deepEqual(asked.sort(), ["default files/a.js", "default files/b.js", "no-cache "]);
});

test("with a file that is missing or has other bytes nothing is kept, and the former release stays", async () => {
  for (const content of ["B", null, "", "bb"]) {
    const { kept, caches } = setUp({ site: { "files/b.js": content } });
    await caches.open("pli-0");
    await assert.rejects(kept.install(), /files\/b\.js/);
    assert.deepEqual(await caches.keys(), ["pli-0"]);
  }
  const { kept, caches } = setUp({ site: { "": "<other page>" } });
  await assert.rejects(kept.install());
  assert.deepEqual(await caches.keys(), []);
});

test("wrong bytes in the browser's own cache are asked for again", async () => {
  const { kept, caches, asked } = setUp({ browserCache: { "files/a.js": "cut" } });
  await kept.install();
  assert.ok(asked.includes("reload files/a.js"));
  assert.equal(await (await (await caches.open("pli-1")).match(`${ROOT}files/a.js`)).text(), "a");
});

test("without room nothing half is left, and what was whole before stays so", async () => {
  const { kept, caches } = setUp({ caches: new FakeCaches(2) });
  await assert.rejects(kept.install(), { name: "QuotaExceededError" });
  assert.deepEqual(await caches.keys(), []);
  const again = setUp();
  await again.kept.install();
  again.caches.room = 0;
  await assert.rejects(again.kept.install());
  assert.equal(again.caches.addresses("pli-1").length, 3);
});

test("the caches of other releases go when this one takes over", async () => {
  const { kept, caches } = setUp();
  await caches.open("pli-0");
  await kept.install();
  await kept.dropOthers();
  assert.deepEqual(await caches.keys(), ["pli-1"]);
});

test("what is kept answers before the network, the page under all its addresses", async () => {
  const { kept, asked } = setUp();
  await kept.install();
  asked.length = 0;
  for (const address of ["", "index.html", "?affichage=html", "index.html?a=b", "#/ouvrir"])
    assert.equal(await textOf(kept.answer(get(address))), "<page>", address);
  assert.equal(await textOf(kept.answer(get("files/a.js"))), "a");
  assert.deepEqual(asked, []);
});

test("what is no file of the release is not touched", async () => {
  const { kept } = setUp();
  await kept.install();
  const others = ["sw.js", "files/", "files/c.js", "toString", "files/index.html", "files//a.js"];
  for (const address of others) assert.equal(kept.answer(get(address)), null, address);
  assert.equal(kept.answer(get("", "POST")), null);
  for (const url of ["https://autre.exemple/dossier/", "https://pli.exemple/"])
    assert.equal(kept.answer(new Request(url)), null, url);
});

test("a file on demand is kept once it was asked for, if it is the right one", async () => {
  const { kept, caches, asked } = setUp();
  await kept.install();
  for (const ignored of [1, 2]) {
    assert.equal(await textOf(kept.answer(get("files/sept.js"))), "7", String(ignored));
  }
  assert.equal(asked.filter((each) => each.endsWith("sept.js")).length, 1);
  assert.ok(caches.addresses("pli-1").includes("files/sept.js"));

  const other = setUp({ site: { "files/sept.js": "8" } });
  await other.kept.install();
  await assert.rejects(other.kept.answer(get("files/sept.js")), /sept/);
  assert.equal(other.caches.addresses("pli-1").length, 3);
});

test("a page that the browser threw away is the site's, whatever release that has", async () => {
  const { kept } = setUp({ site: { "": "<newer page>" } });
  assert.equal(await textOf(kept.answer(get("?affichage=html"))), "<newer page>");
});

// ---- the site as it is built

const folder = await mkdtemp(join(tmpdir(), "pli-build-"));
after(() => rm(folder, { recursive: true }));

function buildSite(name) {
  const out = join(folder, name);
  const single = join(folder, `${name}.html`);
  const { status, stderr } = spawnSync(
    "node",
    ["web/build.mjs", "--out", out, "--single", single],
    { encoding: "utf8" },
  );
  assert.equal(status, 0, stderr);
  return { out, single };
}

/** Content by address, as a server gives it. */
async function filesOf(out) {
  const files = new Map();
  for (const name of (await readdir(out, { recursive: true })).sort())
    if ((await stat(join(out, name))).isFile()) files.set(name, await readFile(join(out, name)));
  return files;
}

test("two builds of the same sources are the same, byte for byte", async () => {
  const [first, second] = [buildSite("un"), buildSite("deux")];
  const [one, two] = [await filesOf(first.out), await filesOf(second.out)];
  assert.deepEqual([...one.keys()], [...two.keys()]);
  for (const [name, content] of one) assert.ok(content.equals(two.get(name)), name);
  assert.ok((await readFile(first.single)).equals(await readFile(second.single)));
});

test("the site's own service worker keeps all of the site but itself and 7-Zip, and nothing when a byte is off", async () => {
  const { out } = buildSite("trois");
  const files = await filesOf(out);
  const install = async () => {
    const caches = new FakeCaches();
    const listeners = {};
    const scope = {
      ...{ caches, crypto, Response, Object, Uint8Array },
      registration: { scope: ROOT },
      addEventListener: (name, listener) => (listeners[name] = listener),
      fetch: async (url) => new Response(files.get(url.slice(ROOT.length) || "index.html")),
    };
    runInContext(files.get("sw.js").toString(), createContext(scope));
    let work;
    listeners.install({ waitUntil: (promise) => (work = promise) });
    await work;
    return caches;
  };
  const caches = await install();
  const [name] = await caches.keys();
  assert.match(name, /^pli-[0-9a-f]{12}$/);
  const wanted = [...files.keys()].filter((file) => file !== "sw.js" && !/sept-zip/.test(file));
  const kept = caches.addresses(name).map((address) => address || "index.html");
  assert.deepEqual(kept.sort(), wanted.sort());

  const spoilt = wanted.find((file) => /worker-/.test(file));
  files.set(spoilt, Buffer.concat([files.get(spoilt), Buffer.from("\n")]));
  await assert.rejects(install(), new RegExp(spoilt));
});
