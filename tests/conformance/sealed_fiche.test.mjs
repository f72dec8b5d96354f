// A fiche from answers to a sealed file and back through the worker's operations, and judged on the way
// by the stock `age`, `unzip` and `7zz`.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import * as typage from "age-encryption";

import {
  canonical,
  CREATED,
  draft,
  FORM,
  goldenAnswers,
  goldenFiche,
  goldenPrintModel,
  newCoreWithPack,
  packBundle,
  packFiles,
  pdfOf,
  TODAY,
  TERRITORY,
} from "./fiche_support.mjs";
import { Bench, keysOf, LIGHT, newCore, sha256 } from "./sealing_support.mjs";

const STEP = 65536;
const PASSPHRASE = "abaisser tortue oisillon wagon";

const core = await newCoreWithPack();
const bench = new Bench();
const keys = ["une.txt", "deux.txt", "trois.txt"].map((name) => bench.key(name));
const recipients = keys.map(({ recipient }) => recipient);
const pdf = pdfOf(30_000);
after(() => bench.dispose());

/** The ZIP inside, as the stock age sees it. */
const zipOf = ({ bytes }) => bench.ageOpen(bytes, keys[0]);

function sealFor(change, pdfSize = 30_000) {
  const { ficheJson } = core.document(draft(change));
  return core.sealFiche(ficheJson, pdfOf(pdfSize), { recipients }, false);
}

test("the pack is named by the SHA-256 of its canonical form", async () => {
  const loaded = (await newCore()).loadPack(packBundle());
  const territories = Object.values(packFiles())
    .filter(({ kind }) => kind === "territory")
    .map(({ id, version }) => ({ id, version }));
  assert.deepEqual(loaded, {
    territories,
    sha256: sha256(canonical(packFiles())),
  });
});

test("the document is the golden one, but for what is drawn at random or belongs to this delivery", () => {
  const keys = core.recipients(recipients.join("\n")).recipients;
  const addressees = keys.map((key) => ({ ...key, role: "slai" }));
  const built = core.document(draft({ recipients: addressees }));
  const fiche = JSON.parse(Buffer.from(built.ficheJson));
  const golden = goldenFiche();
  assert.match(built.documentId, /^[0-9a-f]{32}$/);
  assert.match(fiche.document.sel, /^[0-9a-f]{32}$/);
  assert.deepEqual(fiche, {
    ...golden,
    document: { id: built.documentId, sel: fiche.document.sel, cree: CREATED },
    pack: { ...golden.pack, sha256: sha256(canonical(packFiles())) },
    destinataires: recipients.map((cle) => ({ cle, empreinte: sha256(cle), role: "slai" })),
  });
  assert.equal(Buffer.from(built.ficheJson).toString(), canonical(fiche));
  assert.deepEqual(built.printModel, goldenPrintModel());
});

test("two documents of the same answers share neither id nor salt", () => {
  const [one, other] = [1, 2].map(() => JSON.parse(Buffer.from(core.document(draft()).ficheJson)));
  assert.notEqual(one.document.id, other.document.id);
  assert.notEqual(one.document.sel, other.document.sel);
});

test("each of three keys opens the same fiche, whose answers make the same document again", () => {
  const { ficheJson, documentId } = core.document(draft());
  const sealed = core.sealFiche(ficheJson, pdf, { recipients }, false);
  assert.equal(sealed.sha256, sha256(sealed.bytes));
  assert.equal(sealed.armor, "");
  assert.deepEqual(core.inspect(sealed.bytes), {
    locks: "keys",
    recipients: 3,
    hybrid: false,
    workFactor: 0,
    confirm: false,
    sevenZip: false,
  });
  for (const { keyring } of keys) {
    const opened = core.openFiche(sealed.bytes, keyring, TODAY);
    assert.deepEqual(opened.ficheJson, ficheJson);
    assert.ok(Buffer.compare(opened.pdf, pdf) === 0);
    const { document, answers, ...summary } = opened.summary;
    assert.deepEqual(document, goldenPrintModel());
    assert.deepEqual(
      JSON.parse(Buffer.from(core.document(draft({ answers })).ficheJson)).reponses,
      goldenFiche().reponses,
    );
    assert.deepEqual(summary, {
      form: FORM,
      documentId,
      created: CREATED,
      replaces: "",
      structure: "Arras Centre",
      role: "conseiller-france-travail",
      signer: "",
      territory: TERRITORY,
      addresseeRoles: ["slai"],
      replyKey: null,
      json: Buffer.from(ficheJson).toString(),
      signature: "",
      contentSha256: sha256(ficheJson),
      packVersion: packFiles()["pas-de-calais.json"].version,
      recipients: 3,
      locks: "keys",
      sevenZip: false,
      sha256: sealed.sha256,
    });
  }
});

test("a fiche sealed with a passphrase opens with it, here and in age", () => {
  const { ficheJson } = core.document(draft());
  const locks = { passphrase: PASSPHRASE, workFactor: LIGHT };
  const sealed = core.sealFiche(ficheJson, pdf, locks, false);
  assert.equal(sealed.contentSha256, sha256(ficheJson));
  const inspection = core.inspect(sealed.bytes);
  assert.equal(inspection.locks, "passphrase");
  assert.equal(inspection.workFactor, LIGHT);
  assert.equal(inspection.confirm, false);
  const opened = core.openFiche(sealed.bytes, { passphrase: PASSPHRASE }, TODAY);
  assert.deepEqual(opened.ficheJson, ficheJson);
  assert.equal(opened.summary.locks, "passphrase");
  const zip = bench.ageOpenWithPassphrase(sealed.bytes, PASSPHRASE);
  assert.deepEqual(unzipped(zip, "fiche.json"), Buffer.from(ficheJson));
});

test("a passphrase of eight words is written at work factor 18", () => {
  const letter = (number) => String.fromCharCode(97 + number);
  const words = Array.from({ length: 2048 }, (_, index) =>
    [index >> 8, (index >> 4) & 15, index & 15].map(letter).join(""),
  );
  const passphrase = core.passphrase(words);
  assert.equal(passphrase.length, 8);
  assert.ok(passphrase.every((word) => words.includes(word)));
  const { ficheJson } = core.document(draft());
  const sealed = core.sealFiche(ficheJson, pdf, { passphrase: passphrase.join(" ") }, false);
  assert.match(Buffer.from(sealed.bytes).toString("latin1"), /\n-> scrypt \S{22} 18\n/);
});

test("keys of a post-quantum hybrid seal a fiche that age-encryption opens", async () => {
  const identity = await typage.generateHybridIdentity();
  const hybrid = await typage.identityToRecipient(identity);
  const { ficheJson } = core.document(draft());
  const sealed = core.sealFiche(ficheJson, pdf, { recipients: [hybrid] }, false);
  assert.equal(core.inspect(sealed.bytes).hybrid, true);
  assert.deepEqual(core.openFiche(sealed.bytes, keysOf(identity), TODAY).ficheJson, ficheJson);
  const decrypter = new typage.Decrypter();
  decrypter.addIdentity(identity);
  const zip = await decrypter.decrypt(sealed.bytes);
  assert.deepEqual(unzipped(zip, "fiche.json"), Buffer.from(ficheJson));
});

test("the armored file is the same file, for us, for age and for age-encryption", () => {
  const { ficheJson } = core.document(draft());
  const sealed = core.sealFiche(ficheJson, pdf, { recipients }, true);
  assert.match(sealed.armor, /^-----BEGIN AGE ENCRYPTED FILE-----\n(?:[A-Za-z0-9+/]{64}\n)+/);
  assert.ok(Buffer.compare(typage.armor.decode(sealed.armor), sealed.bytes) === 0);
  assert.ok(Buffer.compare(bench.ageOpen(sealed.armor, keys[0]), zipOf(sealed)) === 0);
  const opened = core.openFiche(Buffer.from(sealed.armor), keys[1].keyring, TODAY);
  assert.deepEqual(opened.ficheJson, ficheJson);
});

/** One entry of an archive, read by unzip. */
function unzipped(zip, entry) {
  return bench.run("unzip", ["-p", bench.write("pli.zip", zip), entry]);
}

test("inside is a ZIP that unzip and 7-Zip find sound, with exactly three stored files", () => {
  const { ficheJson } = core.document(draft());
  const zip = zipOf(core.sealFiche(ficheJson, pdf, { recipients }, false));
  const archive = bench.write("pli.zip", zip);
  assert.match(
    bench.run("unzip", ["-t", archive]).toString(),
    /No errors detected in compressed data/,
  );
  assert.match(bench.run("7zz", ["t", archive]).toString(), /Everything is Ok/);
  const listed = bench.run("7zz", ["l", "-slt", "-ba", archive]).toString();
  const column = (name) =>
    [...listed.matchAll(new RegExp(`^${name} = (.*)$`, "gm"))].map(([, value]) => value);
  assert.deepEqual(column("Path"), ["fiche.json", "fiche.pdf", "remplissage"]);
  assert.deepEqual(column("Method"), ["Store", "Store", "Store"]);
  assert.deepEqual(column("Size"), column("Packed Size"));
  assert.deepEqual(unzipped(zip, "fiche.json"), Buffer.from(ficheJson));
  assert.ok(Buffer.compare(unzipped(zip, "fiche.pdf"), pdf) === 0);
  assert.ok(unzipped(zip, "remplissage").every((byte) => byte === 0));
});

test("OUI and NON give files of one size", () => {
  const answered = (answer, pdfSize) =>
    sealFor({ answers: { ...goldenAnswers(), "demandeur.brsa": answer } }, pdfSize).bytes.length;
  assert.equal(answered("oui", 30_000), answered("non", 30_001));
});

test("a bundle is padded to the next 64 KiB, wherever its contents end", () => {
  const { ficheJson } = core.document(draft());
  const bundle = (size) => zipOf(core.sealFiche(ficheJson, pdfOf(size), { recipients }, false));
  const unpadded = STEP - unzipped(bundle(0), "remplissage").length;
  for (const edge of [STEP, 2 * STEP, 5 * STEP]) {
    const sizes = [-1, 0, 1].map((more) => bundle(edge - unpadded + more).length);
    assert.deepEqual(sizes, [edge, edge, edge + STEP]);
  }
});
