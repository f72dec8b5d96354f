// Drafts: what the browser keeps is two age files that stock age opens with the code, and that nothing else opens.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Bench, LIGHT, newCore, refusal } from "./sealing_support.mjs";

const CODE = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";
const TEXT = '{"format":"pli/brouillon/1","reponses":{"nom":"Éloïse"}}';
const STEP = 4096;

const bench = new Bench();
after(() => bench.dispose());

const bytesOf = (text) => new TextEncoder().encode(text);

/** An identity that the code opens, and a draft sealed to it. */
async function kept(text = TEXT) {
  const sealing = { passphrase: CODE, created: "2026-11-22", workFactor: LIGHT };
  const made = (await newCore()).makeKeys({ hybrid: false, signing: false }, sealing);
  const { recipient } = made.recipients[0];
  const sealed = (await newCore()).sealDraft(bytesOf(text), { recipients: [recipient] });
  return { identity: made.keyFile, recipient, sealed };
}

const open = async ({ identity, sealed }, code = CODE) =>
  (await newCore()).openDraft(sealed, { identities: identity, keyPassphrase: code });

test("the code opens the identity, and the identity the draft: for us and for stock age", async () => {
  const draft = await kept();
  const opened = await open(draft);
  assert.equal(opened.content.trimEnd(), TEXT);
  assert.equal(opened.recipient, draft.recipient);
  const file = bench.write("brouillon.txt", bench.ageOpenWithPassphrase(draft.identity, CODE));
  const stock = Buffer.from(bench.ageOpen(draft.sealed, { file })).toString();
  assert.deepEqual(JSON.parse(stock), JSON.parse(TEXT));
});

test("a draft as a file is opened by the code alone, also by stock age", async () => {
  const locks = { passphrase: CODE, workFactor: LIGHT };
  const sealed = (await newCore()).sealDraft(bytesOf(TEXT), locks);
  const opened = (await newCore()).openDraft(sealed, { passphrase: CODE });
  assert.equal(opened.content.trimEnd(), TEXT);
  assert.equal(opened.recipient, "");
  const stock = Buffer.from(bench.ageOpenWithPassphrase(sealed, CODE)).toString();
  assert.deepEqual(JSON.parse(stock), JSON.parse(TEXT));
});

test("the size tells how much was typed in steps only", async () => {
  const sizeOf = async (length) => (await kept("a".repeat(length))).sealed.length;
  const smallest = await sizeOf(1);
  assert.equal(await sizeOf(STEP - 1), smallest);
  assert.equal(await sizeOf(STEP), smallest + STEP);
});

test("another code, an altered and a cut draft are refused, and nothing is given out", async () => {
  const draft = await kept();
  const altered = draft.sealed.slice();
  altered[altered.length - 1] ^= 1;
  const cut = draft.sealed.subarray(0, -20);
  const codes = [];
  for (const [given, code] of [
    [draft, "zeste"],
    [{ ...draft, sealed: altered }, CODE],
    [{ ...draft, sealed: cut }, CODE],
    [{ ...draft, sealed: new Uint8Array() }, CODE],
    [{ ...draft, identity: (await kept()).identity }, CODE],
  ])
    codes.push((await refusal(() => open(given, code))).code);
  assert.deepEqual(codes, [
    "seal.wrong-passphrase",
    "seal.payload",
    "seal.payload",
    "seal.not-age",
    "seal.no-match",
  ]);
});

test("what is sealed to one's own key is opened by the vault alone", async () => {
  const sealing = { passphrase: CODE, created: "2026-11-22", workFactor: LIGHT };
  const made = (await newCore()).makeKeys({ hybrid: true, signing: false }, sealing);
  const vault = await newCore();
  vault.holdKeys((await newCore()).unsealKeys(made, CODE));
  const { recipient } = made.recipients[0];
  const sealed = (await newCore()).sealDraft(bytesOf(TEXT), { recipients: [recipient] });
  const opened = vault.openDraft(sealed, { vault: true });
  assert.equal(opened.content.trimEnd(), TEXT);
  assert.equal(opened.recipient, recipient);
  const core = await newCore();
  assert.equal((await refusal(() => core.openDraft(sealed, { vault: true }))).code, "seal.state");
});

test("the bytes of a draft are wiped once it is sealed", async () => {
  const { recipient } = await kept();
  const text = bytesOf(TEXT);
  (await newCore()).sealDraft(text, { recipients: [recipient] });
  assert.deepEqual(text, new Uint8Array(text.length));
});
