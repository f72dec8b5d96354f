// A directory that is being judged or signed while the keys are locked or the operation is stopped.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { loadShell, ToldPage } from "../shell_modules.mjs";

const { Cancelled, DirectoryEffects, shellFailure } = await loadShell(
  "effects/directory.ts",
  "effects/failure.ts",
);

const wish = { territory: "pas-de-calais", learned: "", text: "{}" };

let page;
let vault;
let workshop;
let directory;

beforeEach(() => {
  page = new ToldPage();
  vault = { run: async () => ({ text: new Uint8Array(), minisig: new Uint8Array() }) };
  workshop = { run: async () => ({ directory: {}, files: {} }) };
  directory = new DirectoryEffects(workshop, vault, { get: () => new File([], "") }, page.message);
});

test("what is signed is judged as any other", async () => {
  await directory.sign(wish);
  assert.deepEqual(page.names(), ["directory-signed", "directory"]);
  assert.equal(page.last("directory").origin, "signed");
});

test("locking the keys while a directory is signed is no failure", async () => {
  vault.run = () => Promise.reject(new Cancelled());
  await directory.sign(wish);
  assert.deepEqual(page.names(), ["directory-cancelled"]);
});

test("stopping what judges a directory is no failure either", async () => {
  workshop.run = () => Promise.reject(new Cancelled());
  await directory.sign(wish);
  await directory.load({ ...wish, file: "annuaire-fichier", signature: "", kept: false });
  assert.deepEqual(page.names(), [
    "directory-signed",
    "directory-cancelled",
    "directory-cancelled",
  ]);
});

test("a worker that ends by itself is one", async () => {
  vault.run = () => Promise.reject(shellFailure("shell.worker-ended"));
  await directory.sign(wish);
  const { during, error } = page.last("failed");
  assert.deepEqual([during, error.code], ["sign-directory", "shell.worker-ended"]);
});
