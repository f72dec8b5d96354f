// The worker's side of the directory: what the page is told of one, and what the vault signs, which the stock minisign
// judges.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { packBundle, packFiles, TERRITORY } from "./fiche_support.mjs";
import { Bench, LIGHT, newCore, refusal, sha256 } from "./sealing_support.mjs";

const PASSPHRASE = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";
const GOLDEN = "tests/data/annuaire/annuaire.json";

const bench = new Bench();
after(() => bench.dispose());

const files = { text: readFileSync(GOLDEN), minisig: readFileSync(`${GOLDEN}.minisig`) };
const { annuaire, inscriptions } = JSON.parse(files.text.toString());

/** A core whose pack says that this key signs the directory. */
async function coreThatBelieves(...keys) {
  const core = await newCore();
  const packs = packFiles();
  const name = `${TERRITORY}.json`;
  packs[name] = { ...packs[name], annuaire: { keys, minimum_version: 1 } };
  core.loadPack(packBundle(packs));
  return core;
}

const core = await coreThatBelieves(annuaire.signataire);
const trust = { territory: TERRITORY, today: "2026-12-01", built: "2026-11-01", learned: "" };

const code = async (given, change = {}) =>
  (await refusal(() => core.verifyDirectory({ ...files, ...given }, { ...trust, ...change }))).code;

test("a directory to believe is told with its hash, its fingerprints and what is to be kept", () => {
  const verified = core.verifyDirectory(files, trust);
  assert.equal(verified.territory, TERRITORY);
  assert.equal(verified.text, files.text.toString());
  assert.equal(verified.sha256, sha256(files.text));
  const [recipient] = inscriptions[0].cles.map(({ destinataire }) => destinataire);
  assert.equal(verified.fingerprints[recipient], sha256(recipient));
  const { confiance } = JSON.parse(verified.learned);
  assert.deepEqual(confiance, [
    {
      territoire: TERRITORY,
      version: annuaire.version,
      sha256: verified.sha256,
      successeurs: [annuaire.successeur],
      revoquees: annuaire.revoquees,
    },
  ]);
  assert.equal(
    core.verifyDirectory(files, { ...trust, learned: verified.learned }).learned,
    verified.learned,
  );
});

test("each reason to refuse one has its code", async () => {
  const altered = Buffer.from(files.text.toString().replace("Exemple", "Example"));
  const { learned } = core.verifyDirectory(files, trust);
  const later = learned.replace('"version":3', '"version":4');
  const other = learned.replace(/"sha256":"\w{64}"/, `"sha256":"${"0".repeat(64)}"`);
  assert.equal(await code({ minisig: new Uint8Array() }), "directory.unsigned");
  assert.equal(await code({ text: altered }), "directory.altered");
  assert.equal(await code({ text: files.text.subarray(0, -9) }), "directory.altered");
  assert.equal(await code({ text: new Uint8Array((8 << 20) + 1) }), "directory.too-large");
  assert.equal(await code({}, { today: "2026-10-31" }), "directory.clock");
  assert.equal(await code({}, { today: "2026-11-21" }), "directory.not-yet");
  assert.equal(await code({}, { today: "2027-02-21" }), "directory.expired");
  assert.equal(await code({}, { learned: later }), "directory.rolled-back");
  assert.equal(await code({}, { learned: other }), "directory.same-version");
  assert.equal(await code({}, { learned: "{" }), "directory.trust-damaged");
  assert.equal(
    await code({}, { learned: learned.replace("confiance/1", "confiance/2") }),
    "directory.trust-newer",
  );
  assert.equal(await code({}, { territory: "nord" }), "directory.no-anchor");
  assert.equal(await code({}, { territory: "nul" }), "document.territory");
});

test("the vault signs a directory, and minisign accepts both files", async () => {
  const made = (await newCore()).makeKeys(
    { hybrid: false, signing: true },
    { passphrase: PASSPHRASE, created: "2026-11-22", workFactor: LIGHT },
  );
  const vault = await coreThatBelieves(made.verifyingKey);
  const text = files.text.toString().replace(annuaire.signataire, made.verifyingKey);
  assert.equal((await refusal(() => vault.signDirectory(text, TERRITORY))).code, "seal.state");
  vault.holdKeys((await newCore()).unsealKeys(made, PASSPHRASE));
  const signed = vault.signDirectory(text, TERRITORY);
  assert.equal(Buffer.from(signed.text).toString(), text);
  const file = bench.write("annuaire.json", signed.text);
  bench.write("annuaire.json.minisig", signed.minisig);
  const comment = bench.run("minisign", ["-V", "-Q", "-P", made.verifyingKey, "-m", file]);
  assert.equal(
    comment.toString().trim(),
    `pli/annuaire/1 ${TERRITORY} version ${annuaire.version}`,
  );
  assert.equal(vault.verifyDirectory(signed, trust).territory, TERRITORY);

  const foreign = await refusal(() => vault.signDirectory(files.text.toString(), TERRITORY));
  assert.equal(foreign.code, "directory.signer");
  const unknown = text.replace('"role":"cssi"', '"role":"inconnu"');
  assert.equal(
    (await refusal(() => vault.signDirectory(unknown, TERRITORY))).code,
    "directory.unknown-role",
  );
  assert.equal(
    (await refusal(() => vault.signDirectory("{}", TERRITORY))).code,
    "directory.format",
  );
});
