// One draft in one tab, also where the browser gives no locks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadTypeScript } from "../../../tools/type_script.mjs";
import { freeLocks, openTab, refusedLocks } from "./browser.mjs";

const { takeLock } = await loadTypeScript("web/src/effects/exclusive.ts");

test("a lock is held until it is released", async () => {
  const locks = freeLocks();
  let held = null;
  locks.request = async (name, options, use) => (held = use({ name }));
  openTab({ locks });
  const release = await takeLock("a");
  assert.equal(await Promise.race([held, "held"]), "held");
  release();
  assert.equal(await held, undefined);
});

test("nobody has the lock of another tab", async () => {
  openTab({ locks: { request: async (name, options, use) => use(null) } });
  assert.equal(await takeLock("a"), null);
});

test("whoever is refused every lock goes on without", async () => {
  openTab({ locks: refusedLocks() });
  const release = await takeLock("a");
  assert.equal(typeof release, "function");
  release();
});
