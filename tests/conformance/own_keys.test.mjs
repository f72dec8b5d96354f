// Keys that the core makes are keys of the stock tools: age opens their file and takes them, minisign too.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import {
  Bench,
  LIGHT,
  newCore,
  noise,
  openBytes,
  refusal,
  sealBytes,
  sha256,
} from "./sealing_support.mjs";

const PASSPHRASE = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";
const OTHER = "zeste-zinc-zone-voyage-voisin-voile-voiture-volcan";

/** Unlocked as the page does it: one core opens the files, another one holds what was in them. */
async function unlock(holder, { keyFile, signatureFile }, passphrase = PASSPHRASE) {
  return holder.holdKeys((await newCore()).unsealKeys({ keyFile, signatureFile }, passphrase));
}

const bench = new Bench();
after(() => bench.dispose());

const sealing = { passphrase: PASSPHRASE, created: "2026-11-22", workFactor: LIGHT };
const everything = { hybrid: true, signing: true };

async function madeKeys(wish = everything) {
  return (await newCore()).makeKeys(wish, sealing);
}

test("a classic key alone, or with a hybrid one and one for signing", async () => {
  const one = await madeKeys({ hybrid: false, signing: false });
  assert.deepEqual(
    one.recipients.map(({ type }) => type),
    ["x25519"],
  );
  assert.equal(one.verifyingKey, "");
  assert.equal(one.signatureFile.length, 0);
  const all = await madeKeys();
  assert.deepEqual(
    all.recipients.map(({ type }) => type),
    ["x25519", "hybrid"],
  );
  assert.match(all.verifyingKey, /^RW[A-Za-z0-9+/]{54}$/);
});

test("age opens cle.age with the passphrase, and what is sealed to the key", async () => {
  const { keyFile, recipients } = await madeKeys({ hybrid: false, signing: false });
  const file = bench.write("cle.txt", bench.ageOpenWithPassphrase(keyFile, PASSPHRASE));
  const stock = bench.run("age-keygen", ["-y", file]).toString().trim();
  assert.equal(stock, recipients[0].recipient);
  const plaintext = noise(70_000);
  const sealed = bench.ageSeal(plaintext, { recipient: stock });
  assert.deepEqual(bench.ageOpen(sealed, { file }), plaintext);
});

test("age opens the copies of both files with the key of rescue, and nothing else does", async () => {
  const rescue = bench.key("secours.txt");
  const made = await madeKeys({ ...everything, rescue: rescue.recipient });
  const pairs = [
    [made.rescue.keyFile, made.keyFile],
    [made.rescue.signatureFile, made.signatureFile],
  ];
  for (const [copy, own] of pairs)
    assert.deepEqual(bench.ageOpen(copy, rescue), bench.ageOpenWithPassphrase(own, PASSPHRASE));
  const core = await newCore();
  const { code } = await refusal(() =>
    openBytes(core, made.rescue.keyFile, { passphrase: PASSPHRASE }),
  );
  assert.equal(code, "seal.needs-key");
});

test("without a key of rescue there are no copies, nor when keys are sealed anew", async () => {
  const without = await madeKeys();
  assert.equal(without.rescue.keyFile.length + without.rescue.signatureFile.length, 0);
  const rescue = bench.key("autre-secours.txt");
  const made = await madeKeys({ ...everything, rescue: rescue.recipient });
  const vault = await newCore();
  await unlock(vault, made);
  assert.equal(vault.resealKeys({ ...sealing, passphrase: OTHER }).rescue.keyFile.length, 0);
  const { code } = await refusal(() => madeKeys({ ...everything, rescue: "age1exemple" }));
  assert.match(code, /^recipient\./);
});

test("minisign signs with the content of signature.age", async () => {
  const { signatureFile, verifyingKey } = await madeKeys();
  const secret = bench.write("s.key", bench.ageOpenWithPassphrase(signatureFile, PASSPHRASE));
  const message = bench.write("message", noise(1000));
  bench.run("minisign", ["-S", "-s", secret, "-m", message]);
  bench.run("minisign", ["-V", "-P", verifyingKey, "-m", message]); // throws unless it is content
});

test("the vault opens what is sealed to either key, and says nothing of them", async () => {
  const made = await madeKeys();
  const vault = await newCore();
  const facts = await unlock(vault, made);
  assert.deepEqual(made.files, {
    key: sha256(made.keyFile),
    signature: sha256(made.signatureFile),
  });
  assert.deepEqual((await newCore()).unsealKeys(made, PASSPHRASE).files, made.files);
  assert.deepEqual(facts, { recipients: made.recipients, verifyingKey: made.verifyingKey });
  assert.doesNotMatch(JSON.stringify(facts), /SECRET/);
  const plaintext = noise(5000);
  for (const { recipient } of made.recipients) {
    const sealed = await sealBytes(await newCore(), plaintext, { recipients: [recipient] });
    assert.deepEqual(await openBytes(vault, sealed, { vault: true }), plaintext);
  }
});

test("under another passphrase the keys are the same, and the old one opens nothing new", async () => {
  const made = await madeKeys();
  const vault = await newCore();
  await unlock(vault, made);
  const resealed = vault.resealKeys({ ...sealing, passphrase: OTHER });
  const { keyFile, signatureFile, files, recipients, verifyingKey } = resealed;
  const facts = { recipients, verifyingKey };
  const again = await newCore();
  assert.deepEqual(await unlock(again, { keyFile, signatureFile }, OTHER), facts);
  assert.deepEqual(facts.recipients, made.recipients);
  assert.notEqual(files.key, made.files.key);
  const refused = await refusal(() => unlock(again, { keyFile, signatureFile }));
  assert.deepEqual([refused.code, refused.place], ["seal.wrong-passphrase", "key-file"]);
});

test("without unlocked keys there is no vault", async () => {
  const core = await newCore();
  assert.equal((await refusal(() => core.resealKeys(sealing))).code, "seal.state");
  const sealed = await sealBytes(core, noise(10), {
    recipients: [(await madeKeys()).recipients[0].recipient],
  });
  const refused = await refusal(() => openBytes(core, sealed, { vault: true }));
  assert.equal(refused.code, "seal.state");
});

test("what holds no key is refused and leaves nothing held; what was handed over is wiped", async () => {
  const core = await newCore();
  await unlock(core, await madeKeys());
  const files = { keyFile: Buffer.from("no key"), signatureFile: Buffer.alloc(0) };
  const refused = await refusal(() => core.holdKeys(files));
  assert.deepEqual([refused.code, refused.place], ["identity.syntax", "key-file"]);
  assert.deepEqual(files.keyFile, Buffer.alloc(6));
  assert.equal((await refusal(() => core.resealKeys(sealing))).code, "seal.state");
});

test("a key file that wants more memory than ours is refused before it is computed", async () => {
  const file = await sealBytes(await newCore(), Buffer.from("x"), {
    passphrase: PASSPHRASE,
    workFactor: LIGHT,
  });
  const heavy = Buffer.from(
    Buffer.from(file).toString("latin1").replace(` ${LIGHT}\n`, " 19\n"),
    "latin1",
  );
  const refused = await refusal(async () =>
    (await newCore()).unsealKeys({ keyFile: heavy, signatureFile: Buffer.alloc(0) }, PASSPHRASE),
  );
  assert.deepEqual([refused.code, refused.place], ["seal.work-factor-confirm", "key-file"]);
});
