// What every refusal owes the user: a code of the lists, its parameters, and a French sentence for it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

import { refusal } from "./sealing_support.mjs";

const FOLDER = "shared/texts/";
const readJson = (name) => JSON.parse(readFileSync(FOLDER + name, "utf8"));

const CODES = Object.assign(
  {},
  ...readdirSync(FOLDER)
    .filter((name) => /^codes.*\.json$/.test(name))
    .map(readJson),
);
const TEXTS = readJson("fr.json");

/** The page can say this failure in French. */
export function assertSayable(failure) {
  const told = JSON.stringify(failure);
  assert.ok(failure.code in CODES, `no list of codes has ${told}`);
  assert.ok(`error.${failure.code}` in TEXTS, `no sentence for ${told}`);
  for (const name of CODES[failure.code])
    assert.ok(name in failure.params, `{${name}} is missing from ${told}`);
}

/** The refusal of an operation, which the page can say. */
export async function explained(operation) {
  const failure = await refusal(operation);
  assertSayable(failure);
  return failure;
}

/** The operation is refused with this code, and with these parameters where they are given. */
export async function assertRefused(operation, code, params = {}) {
  const failure = await explained(operation);
  assert.equal(failure.code, code, JSON.stringify(failure));
  for (const [name, value] of Object.entries(params)) assert.equal(failure.params[name], value);
}
