// The language of packs as shared/packs/README.md tells it: its example is good, and every mistake it lists is
// refused with file, path and reason.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const PROGRAM = "build/native/shared/native/pli-schemas";
const FORM = "demande-exemple.json";
const readme = readFileSync("shared/packs/README.md", "utf8");
const folders = [];

after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** The files of the page's example, by name, without their comments. */
function example() {
  const blocks = readme.matchAll(/```jsonc\n\/\/ ([\w-]+\.json)\b.*\n([^]*?)```/g);
  const files = [...blocks].map(([, name, text]) => [name, text.replaceAll(/ \/\/ .*/g, "")]);
  assert.equal(files.length, 8);
  return Object.fromEntries(files.map(([name, text]) => [name, JSON.parse(text)]));
}

/** What the check says of some files: exit code and lines. */
function check(files) {
  const folder = mkdtempSync(join(tmpdir(), "pli-pack-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files))
    writeFileSync(
      join(folder, name),
      typeof content === "string" ? content : JSON.stringify(content),
    );
  const { status, stdout, stderr } = spawnSync(PROGRAM, ["--check", folder], { encoding: "utf8" });
  return {
    status,
    stdout,
    lines: stderr.replaceAll(folder, "FOLDER").split("\n").filter(Boolean),
  };
}

const first = (files) => files[FORM].steps[0].items;
const second = (files) => files[FORM].steps[1].items;

/** The first line that the check says of the example, and what breaks it so. */
// The example of the age format's own page, with its last character changed.
const mistyped = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q";
const MISTAKES = [
  ["FOLDER: pack.missing-file, name = territory", (files) => delete files["exemple.json"]],
  [
    "exemple.json#/families/0/forms: pack.missing-file, name = autre",
    (files) => files["exemple.json"].families[0].forms.push("autre"),
  ],
  [`${FORM}#: pack.missing-member, name = source`, (files) => delete files[FORM].source],
  [
    `${FORM}#/steps/0/items/0/placeholder: pack.unknown-member, name = placeholder`,
    (files) => (first(files)[0].placeholder = "x"),
  ],
  [`${FORM}#/title: pack.wrong-type, name = title`, (files) => (files[FORM].title = 1)],
  [`${FORM}#/steps: pack.empty, name = steps`, (files) => (files[FORM].steps = [])],
  [
    `${FORM}#/steps/2/stage: pack.bad-value, name = envoi`,
    (files) => (files[FORM].steps[2].stage = "envoi"),
  ],
  [
    `${FORM}#/steps/1/items/2/max: pack.bad-value, name = max`,
    (files) => (second(files)[2].max = 0),
  ],
  [
    `${FORM}#/steps/1/items/1/visible_when/is: pack.bad-value, name = peut-etre`,
    (files) => (second(files)[1].visible_when.is = "peut-etre"),
  ],
  [
    `exemple.json#/secours/recipient: pack.bad-checksum, name = ${mistyped}`,
    (files) => (files["exemple.json"].secours = { recipient: mistyped, holder: "La direction" }),
  ],
  [
    `${FORM}#/sender/structure: pack.bad-value, name = transport.moyens`,
    (files) => (files[FORM].sender.structure = "transport.moyens"),
  ],
  [
    "exemple.json#/routes/0/to: pack.unknown-role, name = voisin",
    (files) => files["exemple.json"].routes[0].to.push("voisin"),
  ],
  [
    `${FORM}#/deadlines/0/from: pack.unknown-field, name = signature.heure`,
    (files) => (files[FORM].deadlines[0].from = "signature.heure"),
  ],
  [
    `${FORM}#/sender/structure/service: pack.unknown-role, name = service`,
    (files) => (files[FORM].sender.structure = { service: "structure" }),
  ],
  [
    "calendrier-exemple.json#/deadlines/1/time: pack.bad-value, name = decouvert-le",
    (files) => (files["calendrier-exemple.json"].deadlines[1].time = "decouvert-le"),
  ],
  [
    "exemple.json#/calendar: pack.missing-file, name = calendrier",
    (files) => (files["exemple.json"].calendar = "calendrier"),
  ],
  [
    "notices.json#/kind: pack.unknown-kind, name = texts",
    (files) => (files["notices.json"].kind = "texts"),
  ],
  [
    `${FORM}#/steps/0/items/0/kind: pack.unknown-kind, name = free-text`,
    (files) => (first(files)[0].kind = "free-text"),
  ],
  [
    `${FORM}#/steps/0/items/0/control: pack.unknown-control, name = texte`,
    (files) => (first(files)[0].control = "texte"),
  ],
  [
    `${FORM}#/steps/1/items/1/options: pack.unknown-list, name = trajets`,
    (files) => (second(files)[1].options = "trajets"),
  ],
  [
    `${FORM}#/steps/0/items/1/items/0/use: pack.unknown-block, name = adresse`,
    (files) => (first(files)[1].items[0].use = "adresse"),
  ],
  [
    `${FORM}#/steps/2/items/0/notice: pack.unknown-notice, name = accueil`,
    (files) => (files[FORM].steps[2].items[0].notice = "accueil"),
  ],
  [
    `${FORM}#/steps/1/items/1/visible_when/field: pack.unknown-field, name = transport.distance`,
    (files) => (second(files)[1].visible_when.field = ".distance"),
  ],
  [
    `${FORM}#/steps/2/items/1/visible_when/answered: pack.repeated-field, name = transport.trajets.0.ville`,
    (files) =>
      (files[FORM].steps[2].items[1].visible_when = { answered: "transport.trajets.0.ville" }),
  ],
  [
    "blocs.json#/blocks/nom-prenom/1/use: pack.block-cycle, name = nom-prenom",
    (files) => files["blocs.json"].blocks["nom-prenom"].push({ use: "nom-prenom" }),
  ],
  [
    `${FORM}#/steps/0/items/1996: pack.too-large, name = 2000`,
    (files) => {
      const one = first(files)[0];
      for (let n = 0; n < 2000; n++) first(files).push({ ...one, name: `structure-${n}` });
    },
  ],
  [
    `${FORM}#/steps/1/items/1/name: pack.duplicate-name, name = transport.mobile`,
    (files) => (second(files)[1].name = "mobile"),
  ],
  [
    "bibliotheque.json#/lists/inutile: pack.unused, name = inutile",
    (files) =>
      (files["bibliotheque.json"].lists.inutile = [{ value: "non", label: "Ne sert à rien" }]),
  ],
  [
    "notices.json, byte 20: json.syntax",
    (files) => (files["notices.json"] = '{"kind": "notices",}'),
  ],
  [
    "notices.json: json.duplicate-key, key = kind",
    (files) => (files["notices.json"] = '{"kind": "notices", "kind": "notices"}'),
  ],
];

test("the example is a good pack", () => {
  assert.deepEqual(check(example()), {
    status: 0,
    stdout: "exemple 1.0.0: 1 form(s)\n",
    lines: [],
  });
});

for (const [line, breakIt] of MISTAKES) {
  test(`refused: ${line}`, () => {
    const files = example();
    breakIt(files);
    const { status, lines } = check(files);
    assert.equal(status, 1);
    assert.equal(lines[0], line);
  });
}

test("a folder without a pack is refused", () => {
  assert.deepEqual(check({}).lines, ["FOLDER: pack.missing-file, name = *.json"]);
});

test("every mistake is told, each once", () => {
  const files = example();
  second(files).at(-1).items[0].kind = "free-text";
  files["blocs.json"].blocks["nom-prenom"][0].items[0].hint = "";
  first(files)[1].items.push({
    control: "group",
    name: "conjoint",
    label: "Conjoint",
    items: [{ use: "nom-prenom" }],
  });
  assert.deepEqual(check(files).lines, [
    "blocs.json#/blocks/nom-prenom/0/items/0/hint: pack.empty, name = hint",
    `${FORM}#/steps/1/items/4/items/0/kind: pack.unknown-kind, name = free-text`,
  ]);
});

test("the page lists every code, and every code is tried here", () => {
  const codes = Object.keys(JSON.parse(readFileSync("shared/texts/codes.json", "utf8")));
  const ofPacks = codes.filter((code) => code.startsWith("pack."));
  assert.ok(ofPacks.length > 0);
  for (const code of ofPacks) {
    assert.ok(readme.includes(`\`${code}\``), `${code} is not in the README`);
    assert.ok(
      MISTAKES.some(([line]) => line.includes(`${code},`)),
      `${code} is not tried`,
    );
  }
});

test("the page names every kind of text and every control", () => {
  const source = readFileSync("shared/core/identifiers/kind.cpp", "utf8");
  const kinds = [...source.matchAll(/^ {8}\{"([a-z-]+)", "/gm)].map(([, name]) => name);
  assert.ok(kinds.length >= 20);
  for (const kind of kinds) assert.ok(readme.includes(`\`${kind}\``), kind);
  const reader = readFileSync("shared/core/definition/item_reader.cpp", "utf8");
  const controls = [...reader.matchAll(/\{"([a-z-]+)", Control::/g)].map(([, name]) => name);
  assert.equal(controls.length, 12);
  for (const control of controls) assert.ok(readme.includes(`| \`${control}\` |`), control);
});
