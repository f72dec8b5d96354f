// What is refused though its seal is sound: another archive than ours, data that are not the form's, a pack
// that cannot be used. Nothing of it harms the core that met it.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { deflateRawSync } from "node:zlib";

import {
  canonical,
  draft,
  FORM,
  goldenAnswers,
  goldenFiche,
  newCoreWithPack,
  packBundle,
  packFiles,
  pdfOf,
  TODAY,
} from "./fiche_support.mjs";
import { assertRefused } from "./refusals_support.mjs";
import { newCore, sealBytes } from "./sealing_support.mjs";
import { filled, writeZip } from "./zip_support.mjs";

const STEP = 65536;
const MEBIBYTE = 1 << 20;
const passphrase = "abaisser tortue oisillon wagon";

/** The passphrase is no secret here: two rounds are quick. */
const locks = { passphrase, workFactor: 1 };

const core = await newCoreWithPack();
const pdf = pdfOf(1000);
const goldenBytes = Buffer.from(canonical(goldenFiche()));

const open = (file) => core.openFiche(file, { passphrase }, TODAY);

/** The same instance still makes, seals and opens a fiche. */
afterEach(() => {
  const { ficheJson } = core.document(draft());
  assert.deepEqual(open(core.sealFiche(ficheJson, pdf, locks, false).bytes).ficheJson, ficheJson);
});

/** The entries of a good bundle. */
const goodEntries = () => filled({ "fiche.json": goldenBytes, "fiche.pdf": pdf });

/** Those entries with something else about one of them. */
const altered = (name, change) =>
  goodEntries().map((entry) => (entry.name === name ? { ...entry, ...change } : entry));

async function refuseZip(zip, code, params) {
  const file = await sealBytes(core, zip, locks);
  await assertRefused(() => open(file), code, params);
}

test("our own archive, written by another program, is accepted", async () => {
  const file = await sealBytes(core, writeZip(goodEntries()), locks);
  assert.deepEqual(Buffer.from(open(file).ficheJson), goldenBytes);
});

test("an archive with more, fewer or other files", async () => {
  const [json, print, filling] = goodEntries();
  await refuseZip(writeZip([json, print, filling, json]), "zip.duplicate", { name: "fiche.json" });
  await refuseZip(writeZip([json, filling]), "zip.missing", { name: "fiche.pdf" });
  await refuseZip(writeZip([print, json, filling]), "zip.structure");
  const name = "autre.txt";
  await refuseZip(writeZip([json, print, { ...filling, name }]), "zip.name", { name });
  const many = Array.from({ length: 17 }, (_, index) => ({ ...filling, name: `n${index}` }));
  await refuseZip(writeZip(many), "zip.structure");
});

test("an entry whose name is a path", async () => {
  const names = [
    "../fiche.json",
    "/fiche.json",
    "C:\\fiche.json",
    "fiches/fiche.json",
    "fiche.json\0.exe",
  ];
  for (const name of [...names, "", ".", "ﬁche.json", "FICHE.JSON", "n".repeat(1000)])
    await refuseZip(writeZip(altered("fiche.json", { name })), "zip.name");
});

test("a compressed entry, be it a bomb or not", async () => {
  const bomb = {
    method: 8,
    stored: deflateRawSync(Buffer.alloc(64 * MEBIBYTE)),
    size: 64 * MEBIBYTE,
  };
  const name = "fiche.pdf";
  await refuseZip(writeZip(altered(name, bomb)), "zip.compressed", { name });
  const deflated = { method: 8, stored: deflateRawSync(pdf) };
  await refuseZip(writeZip(altered(name, deflated)), "zip.compressed", { name });
  const liar = { method: 0, stored: pdf.subarray(1), size: pdf.length };
  await refuseZip(writeZip(altered(name, liar)), "zip.compressed", { name });
});

test("an entry that carries more than its contents", async () => {
  const extra = Buffer.from([0x75, 0x70, 2, 0, 1, 0]); // Info-ZIP's Unicode path: another name for the same entry
  for (const change of [{ extra }, { flags: 1 }, { flags: 8 }, { date: 0x5b76 }])
    await refuseZip(writeZip(altered("fiche.json", change)), "zip.entry", { name: "fiche.json" });
});

test("a directory that tells another story than the entries", async () => {
  const directory = (change) => writeZip(goodEntries(), { central: { "fiche.pdf": change } });
  await refuseZip(directory({ name: "fiche.exe" }), "zip.mismatch");
  await refuseZip(directory({ attributes: 0x10 }), "zip.mismatch");
  await refuseZip(directory({ size: 0 }), "zip.mismatch");
  await refuseZip(directory({ comment: "un mot" }), "zip.structure");
});

test("bytes before, between and after the entries", async () => {
  const zip = writeZip(goodEntries());
  const stray = Buffer.from("MZ");
  await refuseZip(Buffer.concat([stray, zip]), "zip.not-zip");
  await refuseZip(Buffer.concat([zip, stray]), "zip.structure");
  const directoryAt = zip.readUInt32LE(zip.length - 6);
  const gap = Buffer.concat([zip.subarray(0, directoryAt), stray, zip.subarray(directoryAt)]);
  await refuseZip(gap, "zip.structure");
  await refuseZip(writeZip(goodEntries(), { comment: "un mot" }), "zip.structure");
  await refuseZip(zip.subarray(0, -1), "zip.structure");
});

test("contents that are damaged, or filling that is none", async () => {
  await refuseZip(writeZip(altered("fiche.pdf", { checksum: 0 })), "zip.checksum", {
    name: "fiche.pdf",
  });
  const [, , { content }] = goodEntries();
  const filled = (bytes) => writeZip(altered("remplissage", { content: bytes }));
  await refuseZip(filled(Buffer.from(content).fill(1, 9, 10)), "zip.padding");
  await refuseZip(filled(content.subarray(1)), "zip.padding");
  await refuseZip(filled(Buffer.alloc(content.length + STEP)), "zip.padding");
});

test("something that is no archive, or one without bound", async () => {
  await refuseZip(Buffer.alloc(0), "zip.not-zip");
  await refuseZip(Buffer.from("bonjour"), "zip.not-zip");
  await refuseZip(Buffer.alloc(33 * MEBIBYTE), "zip.too-large");
  await assertRefused(() => open(Buffer.alloc(48 * MEBIBYTE + 1)), "seal.too-large");
  const seal = () => core.sealFiche(goldenBytes, Buffer.alloc(32 * MEBIBYTE), locks, false);
  await assertRefused(seal, "zip.too-large");
});

/** A sealed bundle whose fiche.json is this text, opened. */
const openingOf = (text) => () => open(core.sealFiche(Buffer.from(text), pdf, locks, false).bytes);

/** The golden fiche after a change. */
function changed(change) {
  const fiche = goldenFiche();
  change(fiche);
  return openingOf(canonical(fiche));
}

test("data that are no JSON, or not as it must be", async () => {
  const golden = goldenBytes.toString();
  await assertRefused(openingOf(""), "json.syntax");
  await assertRefused(openingOf("bonjour"), "json.syntax");
  await assertRefused(openingOf(golden.slice(0, -1)), "json.syntax");
  await assertRefused(openingOf(`\uFEFF${golden}`), "json.encoding");
  await assertRefused(openingOf(Buffer.from(golden, "latin1")), "json.encoding");
  await assertRefused(
    openingOf(golden.replace("{", '{"format":"pli/fiche/1",')),
    "json.duplicate-key",
  );
  await assertRefused(openingOf("[".repeat(1000)), "json.too-deep");
  await assertRefused(openingOf(" ".repeat(9 * MEBIBYTE)), "json.too-large");
  await assertRefused(openingOf(`${golden}\n`), "fiche.not-canonical");
});

test("data of another form, version or kind of document", async () => {
  for (const text of ["{}", "[]", "null", "7", '"pli/fiche/1"', '{"format":"pli/registre/1"}'])
    await assertRefused(openingOf(text), "fiche.format");
  await assertRefused(
    changed((fiche) => Object.assign(fiche, { format: "pli/reponse/1" })),
    "fiche.format",
  );
  const form = (change) => changed(({ formulaire }) => Object.assign(formulaire, change));
  await assertRefused(form({ id: "inconnu" }), "fiche.unknown-form", { name: "inconnu" });
  await assertRefused(form({ version: 2 }), "fiche.form-version", { version: "2", known: "1" });
});

test("answers that the form does not have or does not take", async () => {
  const answers = (change) => changed(({ reponses }) => change(reponses));
  const missing = answers(({ demandeur }) => delete demandeur.nom);
  await assertRefused(missing, "fiche.missing-member", { name: "nom" });
  const more = answers(({ demandeur }) => (demandeur.religion = "aucune"));
  await assertRefused(more, "fiche.unknown-member", { name: "religion" });
  const prototype = answers((all) =>
    Object.defineProperty(all, "__proto__", { value: {}, enumerable: true }),
  );
  await assertRefused(prototype, "fiche.unknown-member", { name: "__proto__" });
  const hidden = answers(({ suivi }) => (suivi["referent-cd"] = { nom: "Martin-Exemple" }));
  await assertRefused(hidden, "fiche.unknown-member");
  await assertRefused(
    answers((all) => (all.freins = "logement")),
    "fiche.wrong-type",
  );
  await assertRefused(
    answers((all) => (all.freins = [])),
    "fiche.empty",
  );
  const choice = answers(({ demandeur }) => (demandeur.famille = "autre"));
  await assertRefused(choice, "fiche.value", { name: "famille", code: "choice.unknown" });
  const spelled = answers(({ demandeur }) => (demandeur.telephone = "06 39 98 56 78"));
  await assertRefused(spelled, "fiche.not-canonical");
});

test("a draft that makes no document", async () => {
  const making = (change) => () => core.document(draft(change));
  await assertRefused(making({ form: "inconnu" }), "fiche.unknown-form", { name: "inconnu" });
  await assertRefused(making({ answers: [] }), "answers.syntax");
  await assertRefused(making({ answers: { inconnu: "x" } }), "answers.unknown-path");
  await assertRefused(making({ answers: { date: ["x"] } }), "answers.wrong-type");
  await assertRefused(making({ answers: {} }), "document.invalid");
  const answers = { ...goldenAnswers(), "demandeur.nom": "M4rtin" };
  await assertRefused(making({ answers }), "document.invalid", { code: "person-name.digit" });
  await assertRefused(making({ replaces: "inconnu" }), "document.envelope");
  const recipients = [{ recipient: "bonjour", fingerprint: "" }];
  await assertRefused(making({ recipients }), "recipient.syntax", { line: "1" });
});

test("nothing is made or opened without a pack", async () => {
  const bare = await newCore();
  await assertRefused(() => bare.document(draft()), "seal.state");
  await assertRefused(() => bare.openFiche(Buffer.alloc(0), {}, TODAY), "seal.state");
});

/** The pack of the page after a change of one of its files. */
function packWith(file, change) {
  const files = packFiles();
  change(files[file]);
  return packBundle(files);
}

test("a pack that cannot be used leaves the one before it in place", async () => {
  const loading = (bundle) => () => core.loadPack(bundle);
  const kind = Buffer.from(
    packBundle().toString().replace('"kind":"person-name"', '"kind":"horoscope"'),
  );
  await assertRefused(loading(kind), "pack.unknown-kind", { name: "horoscope" });
  const member = packWith("pas-de-calais.json", (territory) => (territory.script = "alert(1)"));
  await assertRefused(loading(member), "pack.unknown-member", { name: "script" });
  const version = packWith("pas-de-calais.json", (territory) => delete territory.version);
  await assertRefused(loading(version), "pack.missing-member", { name: "version" });
  const files = packFiles();
  delete files[`${FORM}.json`];
  await assertRefused(loading(packBundle(files)), "pack.missing-file");
  await assertRefused(loading(Buffer.from("[]")), "pack.wrong-type");
  await assertRefused(loading(Buffer.from("{")), "json.syntax");
});

test("refusals take no memory", async () => {
  const file = await sealBytes(core, writeZip(altered("fiche.pdf", { checksum: 0 })), locks);
  const refuseAll = async () => {
    await assertRefused(() => open(file), "zip.checksum");
    await assertRefused(openingOf("{}"), "fiche.format");
    await assertRefused(() => core.loadPack(Buffer.from("{")), "json.syntax");
  };
  await refuseAll();
  const before = core.memory();
  for (let round = 0; round < 50; round++) await refuseAll();
  assert.deepEqual(core.memory(), before);
});
