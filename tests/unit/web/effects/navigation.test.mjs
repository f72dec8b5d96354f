// The address and the screen: who is faster than the page is not sent back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadTypeScript } from "../../../tools/type_script.mjs";

const { listenToAddress, showScreen } = await loadTypeScript("web/src/effects/navigation.ts");

/** A tab at an address; the browser's own events come when the test lets them. */
function tabAt(hash) {
  const tab = { replaced: [], pushed: [], sent: [], changed: null };
  globalThis.location = { hash };
  globalThis.document = { title: "", getElementById: () => ({ addEventListener: () => {} }) };
  globalThis.window = {
    scrollTo: () => undefined,
    addEventListener: (name, listener) => (tab.changed = listener),
  };
  globalThis.history = {
    pushState: (state, unused, route) => tab.pushed.push((location.hash = route)),
    replaceState: (state, unused, route) => tab.replaced.push((location.hash = route)),
  };
  listenToAddress((type, key, route) => tab.sent.push(route));
  return tab;
}

test("a screen of its own goes into the history, a corrected address takes its entry's place", () => {
  const tab = tabAt("#/inconnu");
  showScreen({ route: "#/", title: "Accueil", push: false });
  assert.deepEqual(tab.replaced, ["#/"]);
  showScreen({ route: "#/saisie/1", title: "Agents", push: true });
  assert.deepEqual(tab.pushed, ["#/saisie/1"]);
  assert.equal(document.title, "Agents");
});

test("who goes back twice before the page has answered once is not held up", () => {
  const tab = tabAt("#/suivi/pli/1");
  location.hash = "#/suivi";
  tab.changed();
  location.hash = "#/lecture"; // its event is still on its way
  showScreen({ route: "#/suivi", title: "Mes plis", push: false });
  assert.deepEqual(tab.replaced, [], "the address is the one that the user went to");
  tab.changed();
  assert.deepEqual(tab.sent, ["#/suivi", "#/lecture"]);
});
