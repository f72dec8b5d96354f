// Erasing waits for what the user just said of a receipt or draft; not for a browser that does not answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadTypeScript } from "../../../tools/type_script.mjs";
import { calm, openTab } from "./browser.mjs";

const { effects } = await loadTypeScript("web/src/effects/effects.ts");

/** The tab in which the page asks to be erased. */
function erase({ receipts = async () => true, drafts = async () => true }) {
  const tab = openTab();
  const carryOut = effects({}, {}, {}, {}, {}, { settled: receipts }, { settled: drafts }, {});
  carryOut("erase", {});
  return tab;
}

test("the page is erased once all is done", async () => {
  let done;
  const tab = erase({ drafts: () => new Promise((resolve) => (done = resolve)) });
  await calm();
  assert.equal(tab.reloads, 0);
  done(true);
  await calm();
  assert.equal(tab.reloads, 1);
});

test("the page stays when a receipt was not kept, or a draft not deleted", async () => {
  for (const failing of [{ receipts: async () => false }, { drafts: async () => false }]) {
    const tab = erase(failing);
    await calm();
    assert.equal(tab.reloads, 0);
    tab.ring();
    await calm();
    assert.equal(tab.reloads, 0);
  }
});

test("a browser that does not answer holds nothing up", async () => {
  const tab = erase({ drafts: () => new Promise(() => undefined) });
  await calm();
  assert.equal(tab.reloads, 0);
  tab.ring();
  await calm();
  assert.equal(tab.reloads, 1);
});
