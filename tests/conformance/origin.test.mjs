// A signed fiche from its draft to its opening; the stock minisign judges the signatures, and whatever an
// intermediary who holds a recipient's key could replace is noticed.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { canonical, draft, newCoreWithPack, pdfOf, TODAY } from "./fiche_support.mjs";
import { Bench, LIGHT, newCore, refusal, sealBytes } from "./sealing_support.mjs";
import { filled, writeZip } from "./zip_support.mjs";

const PASSPHRASE = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";
const sealing = { passphrase: PASSPHRASE, created: "2026-11-22", workFactor: LIGHT };

const core = await newCoreWithPack();
const vault = await newCore();
const bench = new Bench();
after(() => bench.dispose());

const made = (await newCore()).makeKeys({ hybrid: false, signing: true }, sealing);
vault.holdKeys((await newCore()).unsealKeys(made, PASSPHRASE));
const signer = made.verifyingKey;

const [receiver, other] = ["destinataire.txt", "autre.txt"].map((name) => bench.key(name));
const addressee = (key) => ({ ...core.recipients(key.recipient).recipients[0], role: "slai" });
const pdf = pdfOf(30_000);

function signed(change = {}) {
  const { ficheJson, documentId } = core.document(
    draft({ recipients: [addressee(receiver)], signer, ...change }),
  );
  return {
    ficheJson,
    documentId,
    signatures: vault.signFiche({ documentId, ficheJson, pdf }),
  };
}

const fiche = signed();
const locks = { recipients: [receiver.recipient] };

/** The files of a signed bundle, some of them replaced. */
function bundle(replaced = {}) {
  return {
    "fiche.json": fiche.ficheJson,
    "fiche.json.minisig": fiche.signatures.json,
    "fiche.pdf": pdf,
    "fiche.pdf.minisig": fiche.signatures.pdf,
    ...replaced,
  };
}

async function opened(files, key = receiver) {
  const sealed = await sealBytes(core, writeZip(filled(files)), { recipients: [key.recipient] });
  return core.openFiche(sealed, key.keyring, TODAY);
}

async function refused(files, key) {
  const { code, place } = await refusal(() => opened(files, key));
  return place ? `${code} ${place}` : code;
}

test("the receiver learns whose key vouches for the fiche", () => {
  const { bytes } = core.sealFiche(fiche.ficheJson, pdf, locks, false, fiche.signatures);
  const unsigned = core.sealFiche(fiche.ficheJson, pdf, locks, false);
  assert.equal(bytes.length, unsigned.bytes.length); // the size does not tell
  const { summary } = core.openFiche(bytes, receiver.keyring, TODAY);
  assert.equal(summary.signer, signer);
});

test("minisign checks both files under their usual names, and reads the document's id", () => {
  const { bytes } = core.sealFiche(fiche.ficheJson, pdf, locks, false, fiche.signatures);
  bench.write("pli.zip", bench.ageOpen(bytes, receiver));
  bench.run("unzip", ["-o", "-d", bench.folder, `${bench.folder}/pli.zip`]);
  for (const name of ["fiche.json", "fiche.pdf"]) {
    const said = bench.run("minisign", ["-V", "-P", signer, "-m", `${bench.folder}/${name}`]);
    assert.match(said.toString(), new RegExp(`Trusted comment: pli/fiche/1 ${fiche.documentId}`));
  }
});

test("what is replaced by whoever opened the file is noticed", async () => {
  const json = JSON.parse(Buffer.from(fiche.ficheJson));
  const changed = (change) => Buffer.from(canonical(change(structuredClone(json))));
  const replacements = {
    answer: (it) => ((it.reponses["demandeur"].nom = "Autre-Exemple"), it),
    day: (it) => ((it.document.cree = "2026-11-21"), it),
    id: (it) => ((it.document.id = "0".repeat(32)), it),
    pack: (it) => ((it.pack.sha256 = "0".repeat(64)), it),
    recipients: (it) => ((it.destinataires[0].cle = other.recipient), it),
  };
  for (const [name, change] of Object.entries(replacements)) {
    const verdict = await refused(bundle({ "fiche.json": changed(change) }));
    assert.match(verdict, /^(minisig\.content fiche\.json\.minisig|fiche\.)/, name);
  }
  const version = changed((it) => ((it.formulaire.version = 99), it));
  assert.match(await refused(bundle({ "fiche.json": version })), /^fiche\.form-version/);
  assert.equal(
    await refused(bundle({ "fiche.pdf": pdfOf(30_001) })),
    "minisig.content fiche.pdf.minisig",
  );
});

test("signatures of another document, or taken away, are noticed", async () => {
  const another = signed();
  assert.equal(
    await refused(bundle({ "fiche.pdf.minisig": another.signatures.pdf })),
    "origin.document fiche.pdf.minisig",
  );
  assert.equal(
    await refused({ "fiche.json": fiche.ficheJson, "fiche.pdf": pdf }),
    "origin.unsigned",
  );
  const nobody = core.document(draft({ recipients: [addressee(receiver)] })).ficheJson;
  assert.equal(await refused(bundle({ "fiche.json": nobody })), "origin.unnamed");
});

test("a fiche that was sealed anew for somebody else was not addressed to them", async () => {
  assert.equal(await refused(bundle(), other), "origin.not-addressed");
  const forwarded = await sealBytes(core, writeZip(filled(bundle())), {
    passphrase: PASSPHRASE,
    workFactor: LIGHT,
  });
  const { code } = await refusal(() =>
    core.openFiche(forwarded, { passphrase: PASSPHRASE }, TODAY),
  );
  assert.equal(code, "origin.not-addressed");
});

test("a passphrase opens what was signed for one", async () => {
  const { ficheJson, signatures } = signed({ recipients: [], roles: ["slai"] });
  const { bytes } = core.sealFiche(ficheJson, pdf, sealing, false, signatures);
  assert.equal(core.openFiche(bytes, { passphrase: PASSPHRASE }, TODAY).summary.signer, signer);
});

test("the receiver's own keys open it in the vault", async () => {
  const { ficheJson, signatures } = signed({
    recipients: [{ ...made.recipients[0], role: "slai" }],
  });
  const to = { recipients: [made.recipients[0].recipient] };
  const { bytes } = core.sealFiche(ficheJson, pdf, to, false, signatures);
  const holder = await newCoreWithPack();
  holder.holdKeys((await newCore()).unsealKeys(made, PASSPHRASE));
  assert.equal(holder.openFiche(bytes, { vault: true }, TODAY).summary.signer, signer);
});

test("without a signing key nothing is signed", async () => {
  const keys = (await newCore()).makeKeys({ hybrid: false, signing: false }, sealing);
  const holder = await newCore();
  holder.holdKeys((await newCore()).unsealKeys(keys, PASSPHRASE));
  const { code } = await refusal(() => holder.signFiche({ ...fiche, pdf }));
  assert.equal(code, "seal.state");
});
