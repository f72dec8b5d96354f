// The vault's workers: which of them end, and when the page learns that the keys are gone.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { loadShell, ToldPage } from "../shell_modules.mjs";

const { KeyEffects, SealingWorker, trustCode, Vault } = await loadShell(
  "effects/own_keys.ts",
  "start/trusted.ts",
  "worker/sealing_worker.ts",
  "worker/vault.ts",
);

/** Stands for the browser's worker: it answers each request at once. */
class FakeWorker {
  static all = [];
  isTerminated = false;
  constructor() {
    FakeWorker.all.push(this);
  }
  postMessage(request) {
    if (!("name" in request)) return; // the start
    queueMicrotask(() =>
      this.onmessage?.({ data: { kind: "done", output: { of: request.name } } }),
    );
  }
  terminate() {
    this.isTerminated = true;
  }
}
globalThis.Worker = FakeWorker;
const nothing = () => undefined;
const listened = { addEventListener: nothing, removeEventListener: nothing };
globalThis.document = listened;
globalThis.window = { ...listened, setInterval: () => 1, clearInterval: nothing };

const code = trustCode(new Blob([]));
const given = { keyFile: "cle-fichier", signatureFile: "", passphrase: "une phrase" };

let page;
let hire;
let keys;

beforeEach(() => {
  FakeWorker.all = [];
  page = new ToldPage();
  hire = async () => new SealingWorker(code, {});
  const vault = new Vault({ hire: () => hire() });
  const files = { get: () => new File([], "cle.age"), forget: nothing };
  keys = new KeyEffects({}, vault, {}, files, {}, page.message);
});

test("the worker that computed ends, the one that holds the keys stays", async () => {
  await keys.unlock(given);
  assert.deepEqual(page.names(), ["unlocked"]);
  const ended = FakeWorker.all.map(({ isTerminated }) => isTerminated);
  assert.deepEqual(ended, [true, false]);
});

test("when there is no second worker, the first one ends too", async () => {
  const worker = new SealingWorker(code, {});
  const hired = [Promise.resolve(worker)];
  hire = () => hired.pop() ?? Promise.reject(new Error("missing"));
  await keys.unlock(given);
  assert.deepEqual(page.names(), ["failed"]);
  assert.equal(FakeWorker.all[0].isTerminated, true);
});

test("a vault that ends while nothing runs in it locks the page", async () => {
  await keys.unlock(given);
  const [, holder] = FakeWorker.all;
  holder.onerror();
  assert.deepEqual(page.names(), ["unlocked", "locked"]);
  holder.onerror();
  assert.deepEqual(page.names(), ["unlocked", "locked"], "once");
});

test("one that the page has locked, or replaced, locks nothing", async () => {
  await keys.unlock(given);
  await keys.unlock(given);
  const holders = [FakeWorker.all[1], FakeWorker.all[3]];
  holders[0].onerror();
  keys.lock();
  holders[1].onerror();
  assert.deepEqual(page.names(), ["unlocked", "unlocked", "locked"]);
});
