// Drafts in the shell: none is lost without a word, and none comes back after everything was erased.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { loadTypeScript } from "../../../tools/type_script.mjs";
import { calm, freeLocks, inbox, MemoryStore, openTab, refusedLocks } from "./browser.mjs";

const { DraftEffects } = await loadTypeScript("web/src/effects/drafts.ts");

const CODE = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";
const FACTS = { form: "liaison-ag-tacite", day: "2026-11-20", expires: "2026-11-29" };
const IDENTITY = new TextEncoder().encode("age-encryption.org/v1\n-> scrypt c2Vs 15\n");

/** A worker that seals nothing: it gives back what it was given. */
const worker = {
  run: async (name, input) => {
    if (name === "beginDraft")
      return { code: CODE, recipient: "age1brouillon", identity: IDENTITY };
    if (name === "sealDraft") return { sealed: new TextEncoder().encode(input.content) };
    return { content: new TextDecoder().decode(input.sealed), recipient: "age1brouillon" };
  },
  end: () => undefined,
};
const workshop = { hire: async () => worker, run: async (use) => use(worker) };
const supplies = { words: { get: async () => [] } };

let tab, store, message, drafts;

function open({ locks = freeLocks(), stores = true } = {}) {
  tab = openTab({ locks });
  store = new MemoryStore();
  message = inbox();
  const kept = Promise.resolve(stores ? store : null);
  drafts = new DraftEffects(kept, workshop, {}, supplies, {}, message);
}

beforeEach(() => open());

const begin = (number) => drafts.begin({ number, recipient: "", code: "" });
const keep = (number, content) => drafts.keep({ number, content, ...FACTS });
const codes = (name) => message.of(name).map(({ error }) => error.code);
const contents = () =>
  [...store.of("drafts").values()].map(({ content }) => new TextDecoder().decode(content));

test("a draft begins, and is kept, where every lock is refused", async () => {
  open({ locks: refusedLocks() });
  await begin(1);
  assert.deepEqual(
    message.of("draft-begun").map(({ number, code, kept }) => ({ number, code, kept })),
    [{ number: 1, code: CODE, kept: true }],
  );
  await keep(1, "a");
  assert.deepEqual(contents(), ["a"]);
});

test("where nothing is stored, no lock is asked for", async () => {
  const locks = freeLocks();
  open({ locks, stores: false });
  await begin(1);
  assert.equal(message.of("draft-begun").length, 1);
  assert.equal(locks.asked, 0);
});

test("a version of a draft that is not held is said not to be kept", async () => {
  await begin(1);
  await begin(2);
  await keep(1, "a");
  assert.deepEqual(
    message.of("draft-failed").map(({ number }) => number),
    [1],
  );
  assert.deepEqual(codes("draft-failed"), ["draft.not-held"]);
  assert.deepEqual(contents(), []);
  await keep(2, "b");
  assert.deepEqual(message.of("draft-kept"), [{ number: 2 }]);
});

test("a draft that was opened and left lets the one begun meanwhile be kept", async () => {
  store.of("drafts").set("x", { ...FACTS, identity: IDENTITY, content: IDENTITY });
  await Promise.all([
    drafts.resume({ number: 1, id: "x", file: "", code: CODE, vault: false }),
    begin(2),
    drafts.leave({ number: 1 }),
    keep(2, "b"),
  ]);
  assert.deepEqual(message.of("draft-kept"), [{ number: 2 }]);
  assert.equal(store.of("drafts").size, 2);
});

test("nothing that waits is kept after everything was erased", async () => {
  globalThis.window.localStorage = { length: 0 };
  await begin(1);
  drafts.changed({ number: 1 });
  const waiting = keep(1, "before");
  const erased = drafts.eraseAll();
  const late = keep(1, "after");
  tab.ring();
  await Promise.all([waiting, erased, late]);
  assert.equal(tab.reloads, 1);
  assert.deepEqual(contents(), []);
  assert.deepEqual(message.of("draft-wanted"), [], "nor asked for");
});

test("what failed to be deleted is told to who waits, and listed", async () => {
  await begin(1);
  await keep(1, "a");
  store.fails.add("delete");
  void drafts.drop({ number: 1 });
  assert.equal(await drafts.settled(), false);
  assert.deepEqual(
    message.of("failed").map(({ during }) => during),
    ["delete-draft"],
  );
  assert.equal(message.of("drafts").at(-1).kept.length, 1);
  assert.equal(await drafts.settled(), true, "once");
  store.fails.clear();
  void drafts.delete({ id: message.of("drafts").at(-1).kept[0].id, quiet: false });
  assert.equal(await drafts.settled(), true);
  assert.deepEqual(message.of("drafts").at(-1), { kept: [] });
});

test("a version that could not be kept holds up no erasure", async () => {
  await begin(1);
  store.fails.add("put");
  void keep(1, "a");
  assert.equal(await drafts.settled(), true);
  assert.deepEqual(codes("draft-failed"), ["storage.failed"]);
});

test("a last day that is none or too late becomes one in some days", async () => {
  const two = (value) => String(value).padStart(2, "0");
  const inDays = (days) => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  };
  for (const [expires, expected] of [
    ["bientôt", inDays(7)],
    ["9999-12-31", inDays(7)],
    ["2026-02-30", inDays(7)],
    [inDays(8), inDays(7)],
    [inDays(6), inDays(6)],
  ]) {
    store.of("drafts").set("x", { ...FACTS, expires, identity: IDENTITY, content: IDENTITY });
    await drafts.shorten({ id: "x", days: 7 });
    assert.equal(store.of("drafts").get("x").expires, expected, expires);
  }
  store.of("drafts").set("x", "altered");
  await drafts.shorten({ id: "x", days: 7 });
  assert.equal(store.of("drafts").get("x"), "altered");
  await calm();
  assert.deepEqual(message.of("failed"), []);
});
