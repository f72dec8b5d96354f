// A whole fiche as the worker gets it: the pack of the page, the golden answers, a stand-in for its PDF.
import { readdirSync, readFileSync } from "node:fs";

import { newCore, noise } from "./sealing_support.mjs";

const PACKS = "shared/packs";
export const FORM = "liaison-ag-tacite";
export const TERRITORY = "pas-de-calais";
const GOLDEN = `tests/data/${FORM}`;

export const CREATED = "2026-11-22";
export const TODAY = "2026-11-24";

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

export const goldenAnswers = () => readJson(`${GOLDEN}/answers.json`);
export const goldenFiche = (name = FORM) => readJson(`tests/data/${name}/fiche.json`);
export const goldenPrintModel = () => readJson(`${GOLDEN}/print.json`);

/** The pack's files by name, as web/build.mjs publishes them. */
export function packFiles() {
  const names = readdirSync(PACKS).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(names.map((name) => [name, readJson(`${PACKS}/${name}`)]));
}

export const packBundle = (files = packFiles()) => Buffer.from(JSON.stringify(files));

/** A core that knows the page's pack. */
export async function newCoreWithPack() {
  const core = await newCore();
  core.loadPack(packBundle());
  return core;
}

/** What the page asks the worker to make a document from. */
export function draft(change = {}) {
  const answers = goldenAnswers();
  return {
    form: FORM,
    territory: TERRITORY,
    answers,
    created: CREATED,
    replaces: "",
    role: "conseiller-france-travail",
    recipients: [],
    roles: change.recipients ? [] : ["slai"], // of one who is given the passphrase
    ...change,
  };
}

/** The sealing core never looks into the PDF. */
export const pdfOf = (size) => noise(size, 7);

/** Canonical JSON (RFC 8785): JSON.stringify writes numbers and texts as it does, the names are to be sorted. */
export function canonical(value) {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
