// Receipts in two tabs: each learns what the other changed, and none overwrites what it does not know.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadTypeScript } from "../../../tools/type_script.mjs";
import { calm, inbox, MemoryStore, openTab } from "./browser.mjs";

const { ReceiptEffects } = await loadTypeScript("web/src/effects/receipts.ts");

/** One tab of those that share a store. */
async function open(store) {
  const tab = openTab();
  const message = inbox();
  const receipts = new ReceiptEffects(Promise.resolve(store), {}, message);
  await receipts.tellKept();
  return { tab, message, receipts, told: () => message.of("kept-receipts").at(-1) };
}

const keep = ({ receipts }, document, content) => {
  receipts.keep({ receipts: [{ document, content }] });
  return receipts.settled();
};

test("what is kept is told with the ids under which it lies, also what is no text", async () => {
  const store = new MemoryStore();
  store.of("receipts").set("a", "{}");
  store.of("receipts").set("b", 3);
  const { told } = await open(store);
  assert.deepEqual(told(), { kept: true, documents: ["a", "b"], contents: ["{}", ""] });
});

test("another tab learns of what was kept and of what was dropped", async () => {
  const store = new MemoryStore();
  const [one, other] = [await open(store), await open(store)];
  await keep(one, "a", "{}");
  await calm();
  assert.deepEqual(other.told(), { kept: true, again: true, documents: ["a"], contents: ["{}"] });
  one.receipts.drop({ document: "a" });
  await calm();
  assert.deepEqual(other.told(), { kept: true, again: true, documents: [], contents: [] });
  assert.equal(one.message.of("kept-receipts").length, 1, "who changed it knows");
});

test("who looks at the page again is told what is kept by now", async () => {
  const store = new MemoryStore();
  const { tab, told } = await open(store);
  store.of("receipts").set("a", "{}");
  globalThis.document.hidden = true;
  tab.look();
  await calm();
  assert.deepEqual(told().documents, []);
  globalThis.document.hidden = false;
  tab.look();
  await calm();
  assert.deepEqual(told(), { kept: true, again: true, documents: ["a"], contents: ["{}"] });
});

test("what this tab changes while it reads is never missing from what it is told", async () => {
  const store = new MemoryStore();
  const one = await open(store);
  let reads = 0;
  store.before = async (operation) => {
    if (operation === "entries" && ++reads === 1)
      one.receipts.keep({ receipts: [{ document: "a", content: "{}" }] });
  };
  one.tab.look();
  await calm();
  assert.deepEqual(
    one.message
      .of("kept-receipts")
      .slice(1)
      .map(({ documents }) => documents),
    [["a"]],
  );
});

test("a change that failed is told to who waits, to no other tab, and nothing is told after it", async () => {
  const store = new MemoryStore();
  const [one, other] = [await open(store), await open(store)];
  store.fails.add("put");
  assert.equal(await keep(one, "a", "{}"), false);
  assert.equal(await one.receipts.settled(), true, "once");
  assert.equal(one.message.of("failed").length, 1);
  assert.equal(other.message.of("kept-receipts").length, 1);
  store.fails.clear();
  one.tab.look();
  await keep(other, "b", "{}");
  await calm();
  assert.equal(one.message.of("kept-receipts").length, 1, "the page knows more than what is kept");
});

test("under file:// there are no other tabs", async () => {
  openTab({ protocol: "file:" });
  const message = inbox();
  const receipts = new ReceiptEffects(Promise.resolve(null), {}, message);
  await receipts.tellKept();
  assert.deepEqual(message.of("kept-receipts"), [{ kept: false, documents: [], contents: [] }]);
  globalThis.document.hidden = false;
  assert.equal(await receipts.settled(), true);
});
