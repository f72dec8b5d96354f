// What the browser is to remember and has no room for is said, not swallowed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadTypeScript } from "../../../tools/type_script.mjs";

const { keepText } = await loadTypeScript("web/src/effects/memory.ts");

function browserWith(setItem) {
  const kept = new Map();
  globalThis.location = { protocol: "https:" };
  globalThis.window = {
    localStorage: {
      setItem: setItem ?? ((key, text) => kept.set(key, text)),
      removeItem: (key) => kept.delete(key),
    },
  };
  return kept;
}

test("a text is kept, and dropped when it is empty", () => {
  const kept = browserWith();
  const told = [];
  keepText("pli-essai", "texte", "keep-essai", (...message) => told.push(message));
  assert.equal(kept.get("pli-essai"), "texte");
  keepText("pli-essai", "", "keep-essai", (...message) => told.push(message));
  assert.equal(kept.size, 0);
  assert.deepEqual(told, []);
});

test("without room it is told, as a failure of what was asked for", () => {
  browserWith(() => {
    throw new DOMException("", "QuotaExceededError");
  });
  const told = [];
  keepText("pli-essai", "texte", "keep-essai", (...message) => told.push(message));
  const error = { code: "storage.not-remembered", place: "", params: {} };
  assert.deepEqual(told, [["failed", { during: "keep-essai", error }]]);
});
