// The check of the catalogue finds every planted mistake, and nothing in a sound one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { repeatedKeys, violations } from "../../checks/texts.mjs";
import { runCheck } from "./tree.mjs";

const SOUND = {
  texts: { "page.titre": "Titre\u00a0: {n}", "fault.required": "«\u00a0{label}\u00a0» manque." },
  codes: { required: ["label"] },
  sources: [{ path: "a.cpp", content: 'say("page.titre")' }],
  core: [{ path: "core.cpp", content: 'Error{"required"}' }],
};

const PLANTED = [
  { ...SOUND, codes: { ...SOUND.codes, "seal.hmac": [] } },
  { ...SOUND, core: [{ path: "core.cpp", content: 'Error{"seal.unlisted"}' }] },
  { ...SOUND, sources: [{ path: "a.cpp", content: 'say("page.titre") say("page.autre")' }] },
  { ...SOUND, sources: [{ path: "a.ts", content: '"page.titre" text("shell.absent")' }] },
  { ...SOUND, sources: [{ path: "a.cpp", content: 'say("page.titre") say_count("page.n", 2)' }] },
  { ...SOUND, texts: { ...SOUND.texts, "page.inutile": "Inutile" } },
  { ...SOUND, codes: { required: [] } },
  { ...SOUND, texts: { ...SOUND.texts, "page.titre": "L'heure" } },
  { ...SOUND, texts: { ...SOUND.texts, "page.titre": "Quoi ?" } },
  { ...SOUND, texts: { ...SOUND.texts, "page.titre": "Titre :" } },
  { ...SOUND, texts: { ...SOUND.texts, "page.titre": "« Titre\u00a0»" } },
  { ...SOUND, texts: { ...SOUND.texts, "page.titre": "Le fichier est transmis." } },
  {
    ...SOUND,
    texts: { ...SOUND.texts, "page.titre": "Rien n’est pas fait\u00a0: les plis sont transmis." },
  },
];

test("what is denied may be said", () => {
  const texts = { ...SOUND.texts, "page.titre": "Il n’est encore ni enregistré ni transmis." };
  assert.deepEqual(violations({ ...SOUND, texts }), []);
});

test("a sound catalogue passes", () => assert.deepEqual(violations(SOUND), []));

PLANTED.forEach((catalogue, index) =>
  test(`planted mistake ${index + 1} is found`, () => assert.ok(violations(catalogue).length > 0)),
);

const TREE = {
  "shared/texts/fr.json": JSON.stringify(SOUND.texts),
  "shared/texts/codes.json": JSON.stringify(SOUND.codes),
  "shared/core/a.cpp": SOUND.core[0].content,
  "wasm/a.cpp": SOUND.sources[0].content,
  "web/src/a.ts": "export {};\n",
  "web/static/a.html": "<p></p>\n",
};

test("a sound tree passes", () => {
  const { status, stdout } = runCheck("texts", TREE);
  assert.equal(status, 0);
  assert.equal(stdout, "texts: 2 sentences checked, 0 violations\n");
});

test("a tree with a mistake fails", () => {
  const { status, stderr } = runCheck("texts", {
    ...TREE,
    "shared/texts/codes.json": '{"a.b": []}',
  });
  assert.equal(status, 1);
  assert.match(stderr, /^shared\/texts\/fr\.json: fault\.a\.b: this code has no sentence$/m);
});

test("a key that stands twice is told with its file and its lines", () => {
  const titles =
    '{\n  "page.titre": "Titre",\n  "fault.required": "Requis",\n  "page.titre": "Autre"\n}\n';
  const codes = '{ "required": [],\n\n"required": ["label"] }';
  const { status, stderr } = runCheck("texts", {
    ...TREE,
    "shared/texts/fr.json": titles,
    "shared/texts/codes.seal.json": codes,
  });
  assert.equal(status, 1);
  assert.deepEqual(stderr.trimEnd().split("\n"), [
    "shared/texts/fr.json:4: page.titre: this key stands already in line 2",
    "shared/texts/codes.seal.json:3: required: this key stands already in line 1",
  ]);
});

test("a key is repeated within one object only, however it is written", () => {
  assert.deepEqual(repeatedKeys('{"a": {"a": [{"a": 1}, {"a": 2}]}, "b": "{\\"a\\": 1, a"}'), []);
  assert.deepEqual(repeatedKeys('{"a": {"b": {}, "c": "}"},\n "\\u0061"\n: 2}'), [
    { key: "a", line: 2, first: 1 },
  ]);
});
