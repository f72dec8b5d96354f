// An answer from its draft to its opening, by two persons with signing keys: what it is bound to, and whatever somebody
// in between, or a dishonest answerer, could put in its place.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { canonical, draft, newCoreWithPack, pdfOf, TODAY } from "./fiche_support.mjs";
import { Bench, LIGHT, newCore, refusal, sealBytes } from "./sealing_support.mjs";
import { filled, writeZip } from "./zip_support.mjs";

const PASSPHRASE = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";
const sealing = { passphrase: PASSPHRASE, created: "2026-11-22", workFactor: LIGHT };
const REPLY_STEP = 256 << 10;

const core = await newCoreWithPack();
const bench = new Bench();
after(() => bench.dispose());

async function holder() {
  const made = (await newCore()).makeKeys({ hybrid: false, signing: true }, sealing);
  const vault = await newCoreWithPack();
  vault.holdKeys((await newCore()).unsealKeys(made, PASSPHRASE));
  return { vault, signer: made.verifyingKey, key: made.recipients[0] };
}

const [adviser, slai] = [await holder(), await holder()];
const golden = (name) => JSON.parse(readFileSync(`tests/data/${name}/answers.json`, "utf8"));
const pdf = pdfOf(30_000);
const text = (bytes) => Buffer.from(bytes).toString();

function request(change = {}) {
  const { ficheJson, documentId } = core.document(
    draft({
      form: "liaison-ag-bilaterale",
      answers: golden("liaison-ag-bilaterale"),
      recipients: [{ ...slai.key, role: "slai" }],
      signer: adviser.signer,
      replyKey: adviser.key.recipient,
      ...change,
    }),
  );
  const { json } = adviser.vault.signFiche({ documentId, reply: false, ficheJson, pdf });
  return { documentId, ficheJson, signature: json };
}

const asked = request();
const another = request();
const carried = ({ ficheJson, signature }) => ({
  json: text(ficheJson),
  signature: text(signature),
});

function replyDraft(change = {}) {
  return draft({
    form: "reponse-ag-bilaterale",
    answers: golden("reponse-ag-bilaterale"),
    role: "slai",
    recipients: [{ ...adviser.key, role: "conseiller-france-travail" }],
    signer: slai.signer,
    request: carried(asked),
    ...change,
  });
}

function reply(change = {}) {
  const { ficheJson, documentId, printModel } = core.document(replyDraft(change));
  const signatures = slai.vault.signFiche({ documentId, reply: true, ficheJson, pdf });
  return { ficheJson, documentId, printModel, signatures };
}

const yes = reply();
const no = reply({ answers: golden("reponse-ag-bilaterale-refus") });
const toAdviser = { recipients: [adviser.key.recipient] };

const sealed = (answer, answered = asked) =>
  core.sealFiche(answer.ficheJson, pdf, toAdviser, false, answer.signatures, carried(answered));

const files = (replaced = {}) => ({
  "fiche.json": asked.ficheJson,
  "fiche.json.minisig": asked.signature,
  "reponse.json": yes.ficheJson,
  "reponse.json.minisig": yes.signatures.json,
  "reponse.pdf": pdf,
  "reponse.pdf.minisig": yes.signatures.pdf,
  ...replaced,
});

/** What the adviser's page says of a bundle that somebody put together. */
async function verdict(contents) {
  const bytes = writeZip(filled(contents, REPLY_STEP));
  const file = await sealBytes(core, bytes, toAdviser);
  const { code, params } = await refusal(() =>
    adviser.vault.openFiche(file, { vault: true }, TODAY),
  );
  return params?.code ? `${code} (${params.code})` : code;
}

const without = (...names) =>
  Object.fromEntries(Object.entries(files()).filter(([name]) => !names.includes(name)));
const altered = (json, change) => {
  const value = JSON.parse(text(json));
  change(value);
  return Buffer.from(canonical(value));
};

test("the adviser reads the answer with what it answers, and who vouches for each", () => {
  const { summary } = adviser.vault.openFiche(sealed(yes).bytes, { vault: true }, TODAY);
  assert.equal(summary.form, "reponse-ag-bilaterale");
  assert.equal(summary.signer, slai.signer);
  assert.equal(summary.request.documentId, asked.documentId);
  assert.equal(summary.request.signer, adviser.signer);
  assert.equal(summary.request.json, text(asked.ficheJson));
  assert.equal(summary.request.replyKey.recipient, adviser.key.recipient);
  assert.equal(summary.request.answers["demandeur.nom"], "Lefèvre-Dupré");
  assert.ok(!JSON.stringify(summary.request.document).includes("DECISION"));
  assert.match(JSON.stringify(yes.printModel), /DÉCISION RÉPOND.*Lefèvre-Dupré.*DECISION SUITE/);
});

test("one size for OUI and NON, signed or not", () => {
  assert.equal(sealed(yes).bytes.length, sealed(no).bytes.length);
  const unsigned = core.sealFiche(no.ficheJson, pdf, toAdviser, false, null, carried(asked));
  assert.equal(unsigned.bytes.length, sealed(yes).bytes.length);
});

test("minisign checks the answer and its request under their usual names", () => {
  const identity = bench.key("essai.txt");
  const { bytes } = core.sealFiche(
    yes.ficheJson,
    pdf,
    { recipients: [identity.recipient] },
    false,
    yes.signatures,
    carried(asked),
  );
  bench.write("pli.zip", bench.ageOpen(bytes, identity));
  bench.run("unzip", ["-o", "-d", bench.folder, `${bench.folder}/pli.zip`]);
  const said = (name, key) =>
    bench.run("minisign", ["-V", "-P", key, "-m", `${bench.folder}/${name}`]).toString();
  assert.match(said("reponse.json", slai.signer), new RegExp(`pli/reponse/1 ${yes.documentId}`));
  assert.match(said("reponse.pdf", slai.signer), new RegExp(`pli/reponse/1 ${yes.documentId}`));
  assert.match(said("fiche.json", adviser.signer), new RegExp(`pli/fiche/1 ${asked.documentId}`));
});

test("an answer to another request is refused", async () => {
  const swapped = { "fiche.json": another.ficheJson, "fiche.json.minisig": another.signature };
  assert.equal(await verdict(files(swapped)), "reply.id");
});

test("a request that was altered, stripped of its signature or given another's is refused", async () => {
  const changed = altered(asked.ficheJson, (it) => (it.reponses.demandeur.nom = "Autre"));
  assert.equal(await verdict(files({ "fiche.json": changed })), "reply.altered");
  assert.equal(await verdict(without("fiche.json.minisig")), "reply.request-unsigned");
  assert.equal(
    await verdict(files({ "fiche.json.minisig": another.signature })),
    "reply.request-signature (minisig.content)",
  );
  assert.equal(
    await verdict(files({ "fiche.json.minisig": yes.signatures.json })),
    "reply.request-signature (minisig.other-key)",
  );
  assert.equal(await verdict(without("fiche.json")), "zip.missing");
});

test("a decision that was altered, and the signature of another answer, are refused", async () => {
  const changed = altered(yes.ficheJson, (it) => (it.reponses.decision.date = "2026-11-21"));
  assert.equal(await verdict(files({ "reponse.json": changed })), "minisig.content");
  assert.equal(await verdict(files({ "reponse.json": no.ficheJson })), "minisig.content");
  assert.equal(
    await verdict(files({ "reponse.pdf.minisig": no.signatures.pdf })),
    "origin.document",
  );
  const stripped = without("reponse.json.minisig", "reponse.pdf.minisig");
  assert.equal(await verdict(stripped), "origin.unsigned");
});

test("an answer without its request, or a fiche with one, is no pli", async () => {
  const fiche = { "fiche.json": asked.ficheJson, "reponse.json": asked.ficheJson };
  assert.equal(await verdict({ ...fiche, "reponse.pdf": pdf }), "reply.files");
  const { bytes } = core.sealFiche(yes.ficheJson, pdf, toAdviser, false, yes.signatures);
  const { code } = await refusal(() => adviser.vault.openFiche(bytes, { vault: true }, TODAY));
  assert.equal(code, "reply.files");
});

test("a form that does not answer that form, and one that was not asked, are not written", async () => {
  const code = async (change) => (await refusal(() => core.document(replyDraft(change)))).code;
  const designation = {
    form: "reponse-rgc-designation",
    answers: golden("reponse-rgc-designation"),
    role: "france-travail",
    recipients: [{ ...adviser.key, role: "partenaire" }],
  };
  assert.equal(await code(designation), "reply.form");
  assert.equal(await code({ role: "conseiller-france-travail" }), "reply.role");
  assert.equal(
    await code({ recipients: [{ ...adviser.key, role: "referent-social" }] }),
    "reply.recipient",
  );
  assert.equal(await code({ request: null }), "document.envelope");
  assert.equal(await code({ request: { json: "{}", signature: "" } }), "fiche.format");
});
