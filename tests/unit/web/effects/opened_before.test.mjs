// Which documents were opened here before: what cannot be remembered, or was altered, is said to be so.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { loadTypeScript } from "../../../tools/type_script.mjs";
import { inbox, MemoryStore, openTab } from "./browser.mjs";

const { OpenedDocuments } = await loadTypeScript("web/src/effects/opened_before.ts");

const ID = "1".repeat(32);
const DOCUMENT = {
  id: ID,
  sha256: "a".repeat(64),
  request: "",
  replaces: "",
  signer: "",
  day: "2026-11-22",
};

let store, message, opened;

beforeEach(() => {
  openTab();
  store = new MemoryStore();
  message = inbox();
  opened = new OpenedDocuments(Promise.resolve(store), message);
});

const told = () => message.of("opened-before").at(-1);

test("what is new is kept, and recognised the next time", async () => {
  await opened.remember(DOCUMENT);
  const { remembers, damaged, firstDay } = told();
  assert.deepEqual(
    { remembers, damaged, firstDay },
    { remembers: true, damaged: false, firstDay: "" },
  );
  await opened.remember({ ...DOCUMENT, day: "2026-11-23", sha256: "b".repeat(64) });
  assert.equal(told().firstDay, "2026-11-22");
  assert.equal(told().otherContent, true);
  assert.equal(store.of("opened").get(ID).day, "2026-11-22", "what was there first stays");
});

test("without room it is not said to be remembered; what is known is told all the same", async () => {
  await opened.remember({ ...DOCUMENT, id: "2".repeat(32), replaces: ID });
  store.fails.add("put");
  await opened.remember(DOCUMENT);
  assert.equal(told().remembers, false);
  assert.equal(told().replacedBy.id, "2".repeat(32));
});

test("a record that cannot be read stays as it is, and that is said", async () => {
  store.of("opened").set(ID, { sha256: 3 });
  await opened.remember(DOCUMENT);
  assert.equal(told().damaged, true);
  assert.equal(told().firstDay, "");
  assert.deepEqual(store.of("opened").get(ID), { sha256: 3 });
});
