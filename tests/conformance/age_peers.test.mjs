// What we seal is opened by other implementations of age, and the other way round, at every size where
// chunks begin, end or are missing: the stock `age` (Go) and npm age-encryption (TypeScript).
import assert from "node:assert/strict";
import { after, test } from "node:test";
import * as typage from "age-encryption";

import {
  Bench,
  CHUNK,
  keysOf,
  LIGHT,
  newCore,
  noise,
  openBytes,
  sealBytes,
} from "./sealing_support.mjs";

const MEBIBYTE = 1 << 20;

/** 0, 1, one less and one more than each whole number of chunks up to 1 MiB, and a little more than 1 MiB. */
const EDGES = Array.from({ length: MEBIBYTE / CHUNK }, (_, chunks) => (chunks + 1) * CHUNK);
const SIZES = [0, 1, ...EDGES.flatMap((edge) => [edge - 1, edge, edge + 1]), MEBIBYTE + 3];

/** What locks a payload does not change how it is cut: one lock is tried at all sizes, the others at these. */
const SOME_SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, MEBIBYTE, MEBIBYTE + 3];

/** Where each passphrase costs a second. */
const FEW_SIZES = [1, CHUNK];

const PASSPHRASE = "abaisser tortue oisillon wagon";

const core = await newCore();
const bench = new Bench();
const message = noise(MEBIBYTE + 3);
after(() => bench.dispose());

/** One lock as the three programs see it: how the peer seals and opens, what our core needs for the same. */
const peers = [
  stockKey(),
  stockPassphrase(),
  typageLock("X25519", await typageKey(), SIZES),
  typageLock("mlkem768x25519", await typageKey(typage.generateHybridIdentity), SOME_SIZES),
  typagePassphrase(),
];

function stockKey() {
  const key = bench.key();
  return {
    name: "age, X25519",
    sizes: SIZES,
    locks: { recipients: [key.recipient] },
    keyring: key.keyring,
    seal: (plaintext, armored) => bench.ageSeal(plaintext, key, armored),
    open: (sealed) => bench.ageOpen(sealed, key),
  };
}

function stockPassphrase() {
  return {
    name: "age, passphrase",
    sizes: FEW_SIZES,
    locks: { passphrase: PASSPHRASE, workFactor: LIGHT },
    keyring: { passphrase: PASSPHRASE },
    seal: (plaintext) => bench.ageSealWithPassphrase(plaintext, PASSPHRASE),
    open: (sealed) => bench.ageOpenWithPassphrase(sealed, PASSPHRASE),
  };
}

async function typageKey(generate = typage.generateX25519Identity) {
  const identity = await generate();
  return { identity, recipient: await typage.identityToRecipient(identity) };
}

function typageLock(type, { identity, recipient }, sizes) {
  return {
    name: `age-encryption, ${type}`,
    sizes,
    locks: { recipients: [recipient] },
    keyring: keysOf(identity),
    ...typageProgram(
      (encrypter) => encrypter.addRecipient(recipient),
      (decrypter) => decrypter.addIdentity(identity),
    ),
  };
}

function typagePassphrase() {
  return {
    name: "age-encryption, scrypt",
    sizes: SOME_SIZES,
    locks: { passphrase: PASSPHRASE, workFactor: LIGHT },
    keyring: { passphrase: PASSPHRASE },
    ...typageProgram(
      (encrypter) => {
        encrypter.setPassphrase(PASSPHRASE);
        encrypter.setScryptWorkFactor(LIGHT);
      },
      (decrypter) => decrypter.addPassphrase(PASSPHRASE),
    ),
  };
}

function typageProgram(lock, unlock) {
  return {
    async seal(plaintext, armored) {
      const encrypter = new typage.Encrypter();
      lock(encrypter);
      const sealed = await encrypter.encrypt(plaintext);
      return Buffer.from(armored ? typage.armor.encode(sealed) : sealed);
    },
    async open(sealed) {
      const decrypter = new typage.Decrypter();
      unlock(decrypter);
      return decrypter.decrypt(sealed);
    },
  };
}

/** Compares without printing a mebibyte. */
function assertSame(actual, size, what) {
  assert.ok(Buffer.compare(actual, message.subarray(0, size)) === 0, `${what}, ${size} bytes`);
}

for (const peer of peers) {
  test(`${peer.name} opens what we seal, at ${peer.sizes.length} sizes`, async () => {
    for (const size of peer.sizes) {
      const sealed = await sealBytes(core, message.subarray(0, size), peer.locks);
      assertSame(await peer.open(sealed), size, peer.name);
    }
  });

  test(`we open what ${peer.name} seals, at ${peer.sizes.length} sizes`, async () => {
    for (const size of peer.sizes) {
      const sealed = await peer.seal(message.subarray(0, size), false);
      assertSame(await openBytes(core, sealed, peer.keyring), size, peer.name);
    }
  });
}

for (const peer of peers.filter(({ name }) => name.endsWith("X25519"))) {
  test(`we open what ${peer.name} seals and armors, at ${peer.sizes.length} sizes`, async () => {
    for (const size of peer.sizes) {
      const armored = await peer.seal(message.subarray(0, size), true);
      assert.match(armored.toString("latin1"), /^-----BEGIN AGE ENCRYPTED FILE-----\n/);
      assertSame(await openBytes(core, armored, peer.keyring), size, peer.name);
    }
  });
}

test("one file for three keys of two programs opens with each of them", async () => {
  const [one, other] = [bench.key("une.txt"), bench.key("autre.txt")];
  const third = await typageKey();
  const recipients = [one.recipient, third.recipient, other.recipient];
  const sealed = await sealBytes(core, message, { recipients });
  assertSame(bench.ageOpen(sealed, one), message.length, "the first");
  assertSame(bench.ageOpen(sealed, other), message.length, "the last");
  const decrypter = new typage.Decrypter();
  decrypter.addIdentity(third.identity);
  assertSame(await decrypter.decrypt(sealed), message.length, "the one between");
});

test("a key file that `age -p` sealed is used with its passphrase", async () => {
  const key = bench.key("scellee.txt");
  const identities = bench.ageSealWithPassphrase(key.keyring.identities, PASSPHRASE);
  const sealed = bench.ageSeal(message, key);
  const plaintext = await openBytes(core, sealed, { identities, keyPassphrase: PASSPHRASE });
  assertSame(plaintext, message.length, "the key file");
});
