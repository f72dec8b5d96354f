// The JSON Schemas that we publish, read by an independent judge (ajv), against what the core itself accepts:
// the same verdict on whole documents and on two thousand that were spoilt at random.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";

import {
  canonical,
  draft,
  FORM,
  goldenAnswers,
  goldenFiche,
  newCoreWithPack,
  TODAY,
} from "./fiche_support.mjs";
import { mutated, randomFrom } from "./mutations.mjs";

const OUT = "build/tests/schemas";
const MUTANTS = 400; // of each document

execFileSync("build/native/shared/native/pli-schemas", ["shared/packs", OUT]);
// "format" is an annotation in 2020-12 (core, section 7.2.1); the schema's patterns say all that it can.
const judge = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false });
const schemaOf = (form) => JSON.parse(readFileSync(join(OUT, `${form}.schema.json`), "utf8"));
const accepts = judge.compile(schemaOf(FORM));

/** A form whose boxes depend on each other. */
const DEMAND = "outils-demande-acces";
const acceptsDemand = judge.compile(schemaOf(DEMAND));

/** Forms with a list of rows, in which an answer depends on its neighbours. */
const LISTS = ["habilitation-liste-annuelle", "liste-sous-traitants", "formations-suivies"].map(
  (form) => ({ form, judged: judge.compile(schemaOf(form)) }),
);

const core = await newCoreWithPack();
const passphrase = "abaisser tortue oisillon wagon";

/** The core's refusal of a fiche.json, or undefined: sealed with two rounds, which is quick, and opened. */
function refusalOfText(text) {
  const { bytes } = core.sealFiche(text, new Uint8Array(), { passphrase, workFactor: 1 }, false);
  try {
    core.openFiche(bytes, { passphrase }, TODAY);
    return undefined;
  } catch (error) {
    if (error.failure === undefined) throw error;
    return error.failure;
  }
}

const refusalOf = (fiche) => refusalOfText(Buffer.from(canonical(fiche)));

/** The golden fiche with other answers. */
function ficheOf(change, signature = goldenAnswers().signature) {
  const answers = { ...goldenAnswers(), ...change, signature };
  const built = JSON.parse(Buffer.from(core.document(draft({ answers })).ficheJson));
  const { document, pack, destinataires } = goldenFiche();
  return { ...built, document, pack, destinataires };
}

const referent = {
  "suivi.choix": "referent-cd",
  "suivi.referent-cd.nom": "Martin-Exemple",
  "suivi.referent-cd.prenom": "Camille",
  "suivi.referent-cd.fonction": "Assistante sociale",
  "suivi.referent-cd.telephone": "03 53 01 23 45",
  "suivi.referent-cd.mail": "c.martin@departement.exemple.fr",
};

const DOCUMENTS = {
  "the golden fiche": goldenFiche(),
  "one with a referent of the Département": ficheOf(referent),
  "one without a referent, signed on paper": ficheOf({ "suivi.choix": "" }, { mode: "papier" }),
  "one with no answer that may be missing": ficheOf({
    "suivi.choix": "",
    "demandeur.adresse.complement": "",
    "demandeur.telephone": "",
    "demandeur.mail-accord": false,
    "demandeur.mail": "",
    "demandeur.identifiant-caf": "",
    freins: [],
  }),
  "one that replaces another, for two keys": {
    ...goldenFiche(),
    remplace: "0123456789abcdef0123456789abcdef",
    copie: "7z",
    destinataires: [...goldenFiche().destinataires, ...goldenFiche().destinataires],
  },
};

const ofTheSchema = (judged = accepts) => JSON.stringify(judged.errors?.slice(0, 3));

for (const [name, fiche] of Object.entries(DOCUMENTS)) {
  test(`${name}: accepted by both`, () => {
    assert.ok(accepts(fiche), ofTheSchema());
    assert.equal(refusalOf(fiche), undefined);
  });
}

/**
 * What a schema by nature cannot say: the calendar, what day it is, checksums and shapes that the minimisation
 * guard knows, every second number of a list, in which order ticks stand, what another member holds, whom a
 * territory lets a fiche go to. The closed list of the core's own
 * names for it, each with a change that shows it.
 */
const BEYOND_SCHEMAS = {
  "date.not-real": ({ reponses }) => (reponses.date = "2026-02-30"),
  "birth-date.future": ({ reponses }) => (reponses.demandeur.naissance = "2026-11-25"),
  "birth-date.too-old": ({ reponses }) => (reponses.demandeur.naissance = "1885-03-07"),
  "guard.nir": withFunction("1 85 03 75 116 001 23"),
  "guard.iban": withFunction("FR76 3000 6000 0112 3456 7890 189"),
  "guard.card": withFunction("4111 1111 1111 1111"),
  "guard.amount": withFunction("1200 euros"),
  "guard.url": withFunction("www.exemple.fr"),
  "signature.shape": ({ signature }) => (signature.traits[0][1] = 999),
  "fiche.wrong-type at /signature": ({ signature }) => signature.traits[0].push(100),
  "fiche.not-canonical at /reponses/freins": ({ reponses }) => reponses.freins.reverse(),
  "route.role": ({ destinataires }) => delete destinataires[0].role,
  "route.forbidden": ({ destinataires }) => (destinataires[0].role = "rgc"),
  "route.missing": (fiche) => (fiche.destinataires = []),
  "fiche.value at /echeances": ({ echeances }) => (echeances[0].jour = "2026-12-14"),
  "fiche.value at /emetteur/structure": ({ emetteur }) => (emetteur.structure = "Lens Centre"),
};

function withFunction(text) {
  return ({ reponses }) => (reponses["agent-ft"].fonction = text);
}

/** The core's reason as BEYOND_SCHEMAS names it. */
function reasonOf({ code, place, params }) {
  const isNamed = params.code !== undefined && params.code !== "value";
  if (code.endsWith("-member") && params.name === "echeances") return `${code} of ${params.name}`;
  return isNamed ? params.code : `${code} at ${place}`;
}

for (const [reason, change] of Object.entries(BEYOND_SCHEMAS)) {
  test(`${reason}: refused by the core alone`, () => {
    const fiche = goldenFiche();
    change(fiche);
    assert.ok(accepts(fiche), ofTheSchema());
    assert.equal(reasonOf(refusalOf(fiche)), reason);
  });
}

test("a text that is not in canonical form is refused before any schema could see it", () => {
  const spaced = Buffer.from(JSON.stringify(goldenFiche(), null, 2));
  assert.ok(accepts(JSON.parse(spaced)));
  assert.equal(refusalOfText(spaced).code, "fiche.not-canonical");
});

/** The golden demand with other boxes ticked for one of its questions, in the order of the form. */
function demandOf(section, question, ticked) {
  const fiche = goldenFiche(DEMAND);
  if (ticked.length > 0) fiche.reponses[section][question] = ticked;
  else delete fiche.reponses[section][question];
  return fiche;
}

const BASE = ["recherche-usager", "vue-360"];

/** Sets of boxes, and what both judges say of them: accepted, or refused with the core's reason. */
const BOXES = [
  ["donnees", "modules", [], undefined],
  ["donnees", "modules", BASE, undefined],
  ["donnees", "modules", [...BASE, "orientation"], undefined],
  ["donnees", "modules", ["orientation"], "choice.locked"],
  ["donnees", "modules", ["vue-360"], "choice.locked"],
  ["donnees", "modules", [...BASE, "statut-usager"], "choice.unknown"],
  ["diagnostic", "modules", [...BASE, "mobilisation-periode", "objectif-intensite"], undefined],
  ["diagnostic", "modules", [...BASE, "mobilisation-periode"], undefined],
  ["diagnostic", "modules", [...BASE, "objectif-intensite"], "choice.needs"],
  ["diagnostic", "modules", [...BASE, "conclusions-entretiens"], "choice.needs"],
  ["diagnostic", "modules", [...BASE, "profil-competences", "conclusions-entretiens"], undefined],
  ["entreprises", "applications", ["campagne-coordonnee", "crm"], "choice.unavailable"],
  ["entreprises", "applications", ["oscar"], "choice.unavailable"],
];

for (const [section, question, ticked, reason] of BOXES) {
  test(`${question} of ${section}, ${ticked.join(" + ") || "none"}: ${reason ?? "accepted"}`, () => {
    const fiche = demandOf(section, question, ticked);
    assert.equal(acceptsDemand(fiche), reason === undefined, ofTheSchema(acceptsDemand));
    assert.equal(refusalOf(fiche)?.params.code, reason);
  });
}

test("whether there are deadlines, where that hangs on the answers, is judged by the core alone", () => {
  const { form, judged } = LISTS.find(({ form }) => form === "habilitation-liste-annuelle");
  const fiche = goldenFiche(form);
  delete fiche.echeances;
  assert.ok(judged(fiche), ofTheSchema(judged));
  assert.equal(reasonOf(refusalOf(fiche)), "fiche.missing-member of echeances");
});

/** Ticks in another order stand for all questions of the kind. */
const isBeyondSchemas = (reason) =>
  reason in BEYOND_SCHEMAS ||
  /^fiche\.(?:missing|unknown)-member of echeances$/.test(reason) ||
  /^fiche\.not-canonical at \/reponses\/\w+\/(?:modules|applications|api|\d+\/constats)$/.test(
    reason,
  );

for (const { form, judged } of LISTS) {
  const list = (fiche) => Object.values(fiche.reponses).find(Array.isArray);
  const ROWS = [
    ["as they are", undefined, () => {}],
    ["one row less", undefined, (rows) => rows.pop()],
    ["as many as a list may have", undefined, (rows) => fill(rows, 500)],
    ["one too many", "fiche.value", (rows) => fill(rows, 501)],
    ["none", "fiche.empty", (rows) => rows.splice(0)],
    ["one without answers", "fiche.empty", (rows) => (rows[0] = {})],
    ["one that is no object", "fiche.wrong-type", (rows) => (rows[1] = [])],
    ["one without its name", "fiche.missing-member", (rows) => delete rows[1].nom],
    ["one with something else", "fiche.unknown-member", (rows) => (rows[1].autre = true)],
  ];
  for (const [name, code, change] of ROWS) {
    test(`rows of ${form}, ${name}: ${code ?? "accepted"}`, () => {
      const fiche = goldenFiche(form);
      change(list(fiche));
      assert.equal(judged(fiche), code === undefined, ofTheSchema(judged));
      assert.equal(refusalOf(fiche)?.code, code);
    });
  }
}

function fill(rows, count) {
  while (rows.length < count) rows.push(structuredClone(rows[0]));
}

/** "accepted", "refused", or "refused by the core alone" where no schema could. */
function verdictOn(judged, document, changes) {
  const refusal = refusalOf(document);
  const accepted = judged(document);
  if (accepted === (refusal === undefined)) return accepted ? "accepted" : "refused";
  const told = `after ${changes}, ${JSON.stringify(refusal)}, ${ofTheSchema(judged)}: ${canonical(document)}`;
  assert.ok(accepted, `the schema alone refuses ${told}`);
  assert.ok(isBeyondSchemas(reasonOf(refusal)), `the core alone refuses ${told}`);
  return "refused by the core alone";
}

const SPOILT = [
  ...Object.entries(DOCUMENTS).map(([name, fiche]) => ({ name, fiche, judged: accepts })),
  { name: "a demand for access", fiche: goldenFiche(DEMAND), judged: acceptsDemand },
  ...LISTS.map(({ form, judged }) => ({ name: form, fiche: goldenFiche(form), judged })),
];

SPOILT.forEach(({ name, fiche, judged }, index) => {
  test(`${name}: ${MUTANTS} mutants get one verdict`, () => {
    const random = randomFrom(index + 1);
    const verdicts = { accepted: 0, refused: 0, "refused by the core alone": 0 };
    for (let mutant = 0; mutant < MUTANTS; mutant++) {
      const { document, changes } = mutated(random, fiche);
      verdicts[verdictOn(judged, document, changes)]++;
    }
    // Neither judge can have said the same of everything.
    assert.ok(verdicts.accepted > MUTANTS / 20, JSON.stringify(verdicts));
    assert.ok(verdicts.refused > MUTANTS / 2, JSON.stringify(verdicts));
  });
});
