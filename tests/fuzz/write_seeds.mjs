// Writes the inputs that every fuzz target starts from, out of what the project has anyway: the published age
// vectors, the packs and the golden cases. Usage: node tests/fuzz/write_seeds.mjs FOLDER
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readVectors, values } from "../conformance/vectors.mjs";
import { crc32, numbers, writeZip } from "../conformance/zip_support.mjs";

const BUNDLE_STEP = 64 * 1024;
const LARGEST_SEED = 96 * 1024; // larger ones only slow the fuzzer down
const LARGEST_ARMOR = 4096; // nothing new happens after some lines

const vectors = readVectors();

const TYPED = [
  ..."Éloïse D’Hondt|Le Bras-Œuvrard|J.-B. Ștefan|C.C.A.S. (Arras)|12 bis, rue de l’Église|ARRAS CEDEX 9".split(
    "|",
  ),
  ..."06 39 98 12 34|+33 (0)3 53 01 23 45|+262 692 12 34 56|+508411234|o'neil@ville-arras.fr|62000|2A004".split(
    "|",
  ),
  ..."1234567A|12345678901|2055990|1 85 07 33 063 999 71|732 829 320|732 829 320 00074|G1602|974|062".split(
    "|",
  ),
  ..."22/11/2026|29-2-2024|2026-11-22|FR76 3000 6000 0112 3456 7890 189|4111 1111 1111 1111|450 €".split(
    "|",
  ),
  ..."www.exemple.fr|https://exemple.fr|une ligne\nune autre|2 / 4 place n°1|E\u0301loi\u0308se".split(
    "|",
  ),
];

const isArmored = (vector) => values(vector, "armored")[0] === "yes";

/** The vector as its target reads it. With `mac`, another MAC: one that the credulous reader takes for genuine. */
function openCase(vector, mac) {
  const lines = vector.fields.map(([key, value]) => `${key}: ${value}\n`).join("");
  const file = vector.file.toString("latin1");
  const altered = mac ? file.replace(/^--- .*$/m, `--- ${mac}`) : file;
  return Buffer.concat([Buffer.from(`${lines}\n`), Buffer.from(altered, "latin1")]);
}

function headerOf(vector) {
  const mac = vector.file.indexOf("\n---");
  const end = mac < 0 ? -1 : vector.file.indexOf("\n", mac + 1);
  return end < 0 ? vector.file : vector.file.subarray(0, end + 1);
}

const jsonFiles = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name, readFileSync(join(folder, name), "utf8")]);

const bundleOf = (files) => `{${files.map(([name, text]) => `"${name}":${text}`).join(",")}}`;

/** The example of the page that explains packs. */
function exampleOfPack() {
  const readme = readFileSync("shared/packs/README.md", "utf8");
  const blocks = readme.matchAll(/```jsonc\n\/\/ ([\w-]+\.json)\b.*\n([^]*?)```/g);
  return [...blocks].map(([, name, text]) => [name, text.replaceAll(/ \/\/ .*/g, "")]);
}

/** Golden files of this name. */
const golden = (name) =>
  readdirSync("tests/data").flatMap((folder) =>
    jsonFiles(join("tests/data", folder))
      .filter(([file]) => file === name)
      .map(([, text]) => text),
  );

const zip = (...contents) => writeZip(contents.map(([name, content]) => ({ name, content })));

function zips() {
  const json = Buffer.from(golden("fiche.json")[0]);
  const pdf = Buffer.from("%PDF-1.7\n");
  const entries = (filling) => [
    ["fiche.json", json],
    ["fiche.pdf", pdf],
    ["remplissage", Buffer.alloc(filling)],
  ];
  const size = zip(...entries(0)).length;
  return [
    zip(),
    zip(["a", Buffer.from("a")]),
    zip(...entries(0), ["autre.txt", Buffer.from("?")]),
    zip(["a", Buffer.from("a")], ["a", Buffer.from("b")]),
    zip(...entries(0)),
    zip(...entries(BUNDLE_STEP - size)),
  ];
}

/** Workbooks whose parts are stored as they are, and sheets alone. */
function workbooks() {
  const relation = (id, type, target) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/${type}" Target="${target}"/>`;
  const sheet =
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Mail</t></is></c>' +
    '</row><row r="3"><c r="A3" s="1"><v>31113.5</v></c><c r="B3" t="str"><f>A1</f><v>a&amp;b</v></c><c t="b"><v>1</v>' +
    '</c><c t="d"><v>2026-11-16T00:00:00</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>' +
    "</worksheet>";
  const parts = {
    "_rels/.rels": `<Relationships>${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml":
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="Agents" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      `<Relationships>${relation("r1", "worksheet", "worksheets/sheet1.xml")}` +
      `${relation("r2", "styles", "styles.xml")}${relation("r3", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    "xl/styles.xml":
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/>' +
      '<xf numFmtId="164"/></cellXfs></styleSheet>',
    "xl/sharedStrings.xml": "<sst><si><r><t>N</t></r><r><t>om_x000D_</t></r></si></sst>",
    "xl/worksheets/sheet1.xml": sheet,
  };
  const entries = Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]);
  return [zip(...entries), sheet, zip(["mimetype", Buffer.from("x")]), `<!DOCTYPE a>${sheet}`];
}

/** A table in the encodings and with the separators that programs export. */
function tables() {
  const text = readFileSync("tests/data/registre/import.csv", "utf8");
  return [
    text,
    `\ufeff${text.replaceAll("\n", "\r\n")}`,
    Buffer.from(text.replaceAll("’", "'"), "latin1"),
    text.replaceAll(",", " /").replaceAll(";", ","),
    `sep=\t\n${text.replaceAll(";", "\t")}`,
    'Nom;Mail\n"dit ""A""";"deux\nlignes"\n',
  ];
}

/** Keys and signatures as minisign writes them. */
function signatures() {
  const base64 = (head, size) =>
    Buffer.concat([Buffer.from(head), Buffer.alloc(size, 7)]).toString("base64");
  const file = (comment, line) => `untrusted comment: ${comment}\n${line}\n`;
  const signed = (head) =>
    file("signature", base64(head, 72)) + `trusted comment: pli\n${base64("", 64)}\n`;
  return [
    file("minisign public key", base64("Ed", 40)),
    base64("Ed", 40),
    file("minisign secret key", base64("Ed\0\0B2", 152)),
    file("minisign encrypted secret key", base64("EdScB2", 152)),
    signed("ED"),
    signed("Ed"),
  ];
}

/** Headers of 7-Zip archives, whole and with one thing wrong: plain names, bytes after the end, an end that is missing. */
function sevenZips() {
  const archive = (last, end = Buffer.alloc(0)) => {
    const packed = Buffer.alloc(16, 7);
    const long = (value) => numbers([value, 4], [0, 4]);
    const start = Buffer.concat([
      long(packed.length),
      long(last.length),
      numbers([crc32(last), 4]),
    ]);
    const magic = Buffer.from("377abcaf271c0004", "hex");
    return Buffer.concat([magic, numbers([crc32(start), 4]), start, packed, last, end]);
  };
  const encrypted = Buffer.from("17060001091000070b0100012406f107010000", "hex");
  const whole = archive(encrypted);
  return [
    whole,
    archive(Buffer.from("0104060001", "hex")),
    archive(encrypted, Buffer.from([0])),
    whole.subarray(0, -1),
    whole.subarray(0, 32),
  ];
}

/** The golden directory, without what makes it long, and with one thing wrong. */
function directories() {
  const [text] = golden("annuaire.json");
  const hybrid = /"hybride":"[^"]*",/;
  const empty = text.replace(/"inscriptions":\[.*\]/, '"inscriptions":[]');
  return [text, text.replace(hybrid, ""), empty, text.replace("2027-02-20", "2027-02-21")];
}

/** What the golden directory teaches, alone and beside another territory, in a later format, and with a key that is none. */
function learnedTrust() {
  const { successeur, revoquees, territoire, version } = JSON.parse(
    golden("annuaire.json")[0],
  ).annuaire;
  const sha256 = "a".repeat(64);
  const one = { revoquees, sha256, successeurs: [successeur], territoire, version };
  const kept = (...confiance) => JSON.stringify({ confiance, format: "pli/confiance/1" });
  const whole = kept(one);
  return [
    whole,
    kept({ sha256, territoire: "nord", version: 7 }, one),
    whole.replace("confiance/1", "confiance/2"),
    whole.replace(successeur, "RWx"),
  ];
}

/** Drafts of golden answers, of another version, of a later page, and one that has just begun. */
function drafts() {
  const draft = (form, members, version = 1) =>
    JSON.stringify({
      format: "pli/brouillon/1",
      formulaire: { id: form, version },
      territoire: "pas-de-calais",
      etape: 2,
      ...members,
    });
  const answersOf = (folder) =>
    JSON.parse(readFileSync(`tests/data/${folder}/answers.json`, "utf8"));
  const liaison = answersOf("liaison-ag-tacite");
  const whole = { role: "slai", remplace: "0a".repeat(16), reponses: liaison };
  return [
    draft("liaison-ag-tacite", {}),
    draft("liaison-ag-tacite", whole),
    draft("liaison-ag-tacite", { reponses: { ...liaison, "demandeur.taille": "3" } }, 2),
    draft("liste-sous-traitants", { reponses: answersOf("liste-sous-traitants") }),
    draft("liaison-ag-tacite", whole).replace("brouillon/1", "brouillon/2"),
  ];
}

/** The golden receipts, each alone, none at all, and with one thing wrong. */
function receipts() {
  const [text] = golden("recus.json");
  const each = JSON.parse(text).recus.map((one) => {
    const members = Object.entries({ ...one, format: "pli/recu/1" });
    return JSON.stringify(Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1))));
  });
  return [text, ...each, '{"format":"pli/recus/1","recus":[]}', text.replace('"cles"', '"clef"')];
}

const fields = (key) => [...new Set(vectors.flatMap((vector) => values(vector, key)))];

const SEEDS = {
  age_header: () => vectors.filter((vector) => !isArmored(vector)).map(headerOf),
  age_open: () => [
    ...vectors.map((vector) => openCase(vector)),
    ...vectors
      .filter((vector) => !isArmored(vector))
      .map((vector) => openCase(vector, "A".repeat(43))),
  ],
  armor: () =>
    vectors
      .filter((vector) => isArmored(vector) && vector.file.length < LARGEST_ARMOR)
      .map((vector) => vector.file),
  zip: zips,
  key_files: () => [
    ...fields("identity"),
    `# clés\n${fields("identity").join("\n")}\n`,
    "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n",
  ],
  minisign: signatures,
  directory: directories,
  learned_trust: learnedTrust,
  seven_zip: sevenZips,
  draft: drafts,
  fiche: () => golden("fiche.json"),
  answers: () => golden("answers.json"),
  pack: () => [
    bundleOf(jsonFiles("shared/packs")),
    bundleOf(jsonFiles("tests/data/broken-pack")),
    bundleOf(exampleOfPack()),
  ],
  json: () => ["answers", "faults", "fiche", "print"].flatMap((name) => golden(`${name}.json`)),
  kinds: () => TYPED,
  own_card: () => golden("pli_carte.json"),
  receipts,
  register: () => golden("registre.json"),
  table: tables,
  workbook: workbooks,
};

const folder = process.argv[2];
if (!folder) throw new Error("usage: write_seeds.mjs FOLDER");
const targets = readdirSync("tests/fuzz")
  .filter((name) => name.endsWith(".cpp") && name !== "replay_main.cpp")
  .map((name) => name.replace(".cpp", ""));
rmSync(folder, { recursive: true, force: true });
for (const target of targets) {
  const seeds = SEEDS[target]?.().filter((seed) => seed.length <= LARGEST_SEED) ?? [];
  if (seeds.length === 0) throw new Error(`${target}: no seed`);
  mkdirSync(join(folder, target), { recursive: true });
  seeds.forEach((seed, index) =>
    writeFileSync(join(folder, target, String(index).padStart(3, "0")), seed),
  );
}
