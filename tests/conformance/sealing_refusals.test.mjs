// What the sealing core refuses to open or to seal, and that it is none the worse for it.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import * as typage from "age-encryption";

import { assertRefused, assertSayable, explained } from "./refusals_support.mjs";
import {
  Bench,
  CHUNK,
  keysOf,
  LIGHT,
  newCore,
  noise,
  openBytes,
  sealBytes,
  TAG,
} from "./sealing_support.mjs";

const NONCE = 16;
const SEALED_CHUNK = CHUNK + TAG;
const PASSPHRASE = "abaisser tortue oisillon wagon";

const core = await newCore();
const bench = new Bench();
const [key, other] = [bench.key("une.txt"), bench.key("autre.txt")];
const keyLocks = { recipients: [key.recipient] };
const passphraseLocks = { passphrase: PASSPHRASE, workFactor: LIGHT };
const byPassphrase = { passphrase: PASSPHRASE };

const message = noise(3 * CHUNK + 5);
const sealed = await sealBytes(core, message, keyLocks);
const withPassphrase = await sealBytes(core, message, passphraseLocks);

/** Bytes of an age file up to the line that holds its MAC, included. */
const headerSize = (file) => file.indexOf("\n", file.indexOf("\n--- ") + 1) + 1;
const payloadStart = headerSize(sealed) + NONCE;

after(() => bench.dispose());

/** Whatever was refused, the same instance still opens and seals. */
afterEach(async () => {
  assert.ok((await openBytes(core, sealed, key.keyring)).equals(message));
  const again = await sealBytes(core, message, keyLocks);
  assert.ok((await openBytes(core, again, key.keyring)).equals(message));
});

/** Opens a file that must be refused before anything of it is released. */
const refuseToOpen = (file, keyring, code, params) =>
  assertRefused(() => openBytes(core, file, keyring, () => assert.fail("released")), code, params);

async function codeOfOpening(file, keyring) {
  const opening = () => openBytes(core, file, keyring, () => assert.fail("released"));
  return (await explained(opening)).code;
}

function withBitFlipped(file, index, bit) {
  const copy = Buffer.from(file);
  copy[index] ^= 1 << bit;
  return copy;
}

test("the wrong key, the wrong passphrase, or the one for the other", async () => {
  await refuseToOpen(sealed, other.keyring, "seal.no-match", { stanzas: "1" });
  await refuseToOpen(sealed, byPassphrase, "seal.needs-key", { stanzas: "1" });
  await refuseToOpen(sealed, {}, "seal.needs-key");
  await refuseToOpen(withPassphrase, { passphrase: "un autre mot" }, "seal.wrong-passphrase");
  await refuseToOpen(withPassphrase, key.keyring, "seal.needs-passphrase");
  await refuseToOpen(withPassphrase, {}, "seal.needs-passphrase");
});

test("a key file that cannot be used", async () => {
  const keyFile = (text) => ({ identities: Buffer.from(text) });
  const secret = /AGE-SECRET-KEY-1\w+/.exec(key.keyring.identities)[0];
  const mistyped = secret.replace(/.$/, (last) => (last === "Q" ? "P" : "Q"));
  await refuseToOpen(sealed, keyFile("# vide\n"), "identity.none");
  await refuseToOpen(sealed, keyFile("bonjour"), "identity.syntax", { line: "1" });
  await refuseToOpen(sealed, keyFile(`\n${mistyped}`), "identity.checksum", { line: "2" });
  await refuseToOpen(sealed, keyFile(key.recipient), "identity.is-recipient", { line: "1" });
  await refuseToOpen(sealed, keyFile("# trop\n".repeat(1 << 20)), "identity.too-large");
});

test("a sealed key file with the wrong passphrase says that it is the key file's", async () => {
  const identities = await sealBytes(core, key.keyring.identities, passphraseLocks);
  const opening = (keyPassphrase) => openBytes(core, sealed, { identities, keyPassphrase });
  assert.ok((await opening(PASSPHRASE)).equals(message));
  const { code, place } = await explained(() => opening("un autre mot"));
  assert.deepEqual({ code, place }, { code: "seal.wrong-passphrase", place: "key-file" });
});

test("a file that is cut before, at or after any boundary", async () => {
  const cut = (size) => sealed.subarray(0, size);
  const header = headerSize(sealed);
  await refuseToOpen(cut(0), key.keyring, "seal.not-age");
  await refuseToOpen(cut(10), key.keyring, "seal.not-age");
  for (const size of [30, header - 1, header, payloadStart - 1, payloadStart, payloadStart + 1])
    await refuseToOpen(cut(size), key.keyring, "seal.truncated");
  for (const chunks of [1, 2, 3]) {
    const edge = payloadStart + chunks * SEALED_CHUNK;
    const altered = { chunk: String(chunks) };
    await refuseToOpen(cut(edge - 1), key.keyring, "seal.payload", altered);
    await refuseToOpen(cut(edge), key.keyring, "seal.truncated");
    await refuseToOpen(cut(edge + 1), key.keyring, "seal.truncated");
  }
  await refuseToOpen(cut(sealed.length - 1), key.keyring, "seal.payload", { chunk: "4" });
});

test("something after the end", async () => {
  const whole = await sealBytes(core, message.subarray(0, CHUNK), keyLocks);
  const more = Buffer.from("!");
  await refuseToOpen(Buffer.concat([whole, more]), key.keyring, "seal.trailing-data");
  await refuseToOpen(Buffer.concat([sealed, more]), key.keyring, "seal.payload");
});

test("chunks in another order", async () => {
  const chunk = (index) =>
    sealed.subarray(payloadStart + index * SEALED_CHUNK).subarray(0, SEALED_CHUNK);
  const beginning = sealed.subarray(0, payloadStart);
  const swapped = Buffer.concat([beginning, chunk(1), chunk(0), chunk(2), chunk(3)]);
  await refuseToOpen(swapped, key.keyring, "seal.payload", { chunk: "1" });
  const left = Buffer.concat([beginning, chunk(0), chunk(2), chunk(3)]);
  await refuseToOpen(left, key.keyring, "seal.payload", { chunk: "2" });
});

test("a bit flipped in any byte of a header", async () => {
  const codes = new Set();
  for (const [file, keyring] of [
    [await sealBytes(core, Buffer.from("court"), keyLocks), key.keyring],
    [await sealBytes(core, Buffer.from("court"), passphraseLocks), byPassphrase],
  ]) {
    for (let index = 0; index < headerSize(file); index++)
      codes.add(await codeOfOpening(withBitFlipped(file, index, index % 7), keyring));
  }
  const expected = ["header", "hmac", "no-match", "not-age", "version", "wrong-passphrase"];
  for (const reason of expected) assert.ok(codes.has(`seal.${reason}`), reason);
});

test("a bit flipped in the nonce, or here and there in the payload", async () => {
  for (let index = payloadStart - NONCE; index < sealed.length; index += 1 + (index % 4093)) {
    const chunk = 1 + Math.floor(Math.max(0, index - payloadStart) / SEALED_CHUNK);
    const altered = withBitFlipped(sealed, index, index % 8);
    await refuseToOpen(altered, key.keyring, "seal.payload", { chunk: String(chunk) });
  }
});

test("an altered armor", async () => {
  const armored = typage.armor.encode(sealed);
  const variants = [
    armored.replace("\n", "\n\n"),
    armored.replace(/\n-----END.*/, ""),
    armored.replace(/\n(.)/, "\n!"),
    `${armored}après`,
    armored.replace("\nYWdl", "\nYWdl "),
  ];
  for (const text of variants) await refuseToOpen(Buffer.from(text), key.keyring, "seal.armor");
});

test("a file that is no age file, or of another version", async () => {
  for (const text of [
    "bonjour",
    "%PDF-1.7\n",
    "PK\u0003\u0004",
    "\n",
    "-----BEGIN PGP MESSAGE-----\n",
  ])
    await refuseToOpen(Buffer.from(text), key.keyring, "seal.not-age");
  await refuseToOpen(noise(CHUNK), key.keyring, "seal.not-age");
  const next = Buffer.from(sealed.toString("latin1").replace("/v1\n", "/v2\n"), "latin1");
  await refuseToOpen(next, key.keyring, "seal.version", { version: "v2" });
});

test("a header without bound", async () => {
  const line = `${"A".repeat(64)}\n`;
  const header = `age-encryption.org/v1\n-> inconnu\n${line.repeat(40_000)}`;
  await refuseToOpen(Buffer.from(header), key.keyring, "seal.header-too-large");
});

test("a file that changes between the two passes", async () => {
  const another = await sealBytes(core, message, keyLocks);
  const passes = [sealed, another];
  const source = async function* () {
    yield passes.shift();
  };
  const opening = () => core.openStream(source, key.keyring, () => undefined);
  await assertRefused(opening, "seal.changed");
});

test("a costly passphrase is asked about, a boundless one refused, and nothing computed before", async () => {
  let computations = 0;
  const watched = await newCore({
    _crypto_pwhash_scryptsalsa208sha256_ll: () => {
      computations++;
      return -1; // as libsodium says that it gets no memory
    },
  });
  const file = (factor) =>
    Buffer.from(withPassphrase.toString("latin1").replace(` ${LIGHT}\n`, ` ${factor}\n`), "latin1");
  const opening = (factor, confirmed) => () =>
    openBytes(watched, file(factor), { ...byPassphrase, confirmed });

  const cost = { factor: "19", mebibytes: "512" };
  await assertRefused(opening(19, false), "seal.work-factor-confirm", cost);
  for (const confirmed of [false, true])
    await assertRefused(opening(21, confirmed), "seal.work-factor-too-high", { max: "20" });
  assert.equal(watched.inspect(file(19)).confirm, true);
  await assertRefused(() => watched.inspect(file(21)), "seal.work-factor-too-high");
  assert.equal(computations, 0);

  await assertRefused(opening(19, true), "seal.no-memory", { mebibytes: "512" });
  assert.equal(computations, 1);
});

test("recipients that cannot be sealed to", async () => {
  const hybrid = await typage.identityToRecipient(await typage.generateHybridIdentity());
  const mistyped = key.recipient.replace(/.$/, (last) => (last === "q" ? "p" : "q"));
  const seal =
    (...recipients) =>
    () =>
      sealBytes(core, message, { recipients });
  await assertRefused(seal(), "seal.no-recipient");
  await assertRefused(seal(key.recipient, hybrid), "seal.mixed-recipients");
  await assertRefused(seal(key.recipient, "bonjour"), "recipient.syntax", { line: "2" });
  await assertRefused(seal(mistyped), "recipient.checksum", { line: "1" });
  await assertRefused(seal(other.recipient, key.recipient, key.recipient), "recipient.duplicate", {
    line: "3",
    first: "2",
  });
  await assertRefused(seal(...Array(1025).fill(key.recipient)), "recipient.too-many", {
    max: "1024",
  });
});

test("a list of recipients says what is wrong with each line", async () => {
  const secret = /AGE-SECRET-KEY-1\w+/.exec(key.keyring.identities)[0];
  const lines = [
    key.recipient,
    "bonjour",
    secret,
    key.recipient,
    "ssh-ed25519 AAAA",
    "# rien",
    "age1qq",
  ];
  const { recipients, failures } = core.recipients(lines.join("\n"));
  assert.deepEqual(
    recipients.map(({ recipient }) => recipient),
    [key.recipient],
  );
  for (const failure of failures) assertSayable(failure);
  assert.deepEqual(
    failures.map(({ code, params }) => [params.line, code]),
    [
      ["2", "recipient.syntax"],
      ["3", "recipient.is-secret"],
      ["4", "recipient.duplicate"],
      ["5", "recipient.type"],
      ["7", "recipient.syntax"],
    ],
  );
});

test("a list of words that is not whole", () =>
  assertRefused(() => core.passphrase(["abaisser", "tortue"]), "passphrase.word-list"));

test("refusals take no memory", async () => {
  const refuseAll = async () => {
    await refuseToOpen(withBitFlipped(sealed, payloadStart, 0), key.keyring, "seal.payload");
    await refuseToOpen(sealed.subarray(0, -1), key.keyring, "seal.payload");
    await refuseToOpen(sealed, other.keyring, "seal.no-match");
    await refuseToOpen(sealed, keysOf("bonjour"), "identity.syntax");
    await assertRefused(() => sealBytes(core, message, { recipients: ["x"] }), "recipient.syntax");
  };
  await refuseAll();
  const before = core.memory();
  for (let round = 0; round < 50; round++) await refuseAll();
  assert.deepEqual(core.memory(), before);
});
