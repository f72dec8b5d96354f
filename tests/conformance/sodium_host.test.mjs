// What the core asks of libsodium.js for signatures, against OpenSSL (Node's own): the same digests, keys and
// signatures, whatever the size; nothing secret stays in libsodium's memory.
import assert from "node:assert/strict";
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from "node:crypto";
import { test } from "node:test";
import sodium from "libsodium-wrappers-sumo";
import { loadTypeScript } from "../tools/type_script.mjs";

await sodium.ready;
const { SodiumHost } = await loadTypeScript("web/src/sealing/sodium_host.ts");

/** The host reads its input in parts of this size. */
const AREA = 65536 + 16;

const memory = new Uint8Array(4 * AREA);
const host = new SodiumHost(sodium.libsodium, () => memory).imports();

/** Puts bytes into the core's memory, one behind the other; gives their addresses, and then where there is room. */
function place(...parts) {
  let address = 8;
  const addresses = parts.map((part) => {
    const start = address;
    memory.set(part, start);
    address += part.length;
    return start;
  });
  return [...addresses, address];
}

const taken = (address, size) => Buffer.from(memory.slice(address, address + size));

/** OpenSSL's key pair of a seed (RFC 8410: the seed behind a fixed head). */
function keyOf(seed) {
  const head = Buffer.from("302e020100300506032b657004220420", "hex");
  const key = createPrivateKey({ key: Buffer.concat([head, seed]), format: "der", type: "pkcs8" });
  const point = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  return { key, point };
}

/** At once: the next call may cover what this one left. */
function assertWiped(secret) {
  const left = Buffer.from(sodium.libsodium.HEAPU8.buffer);
  assert.equal(left.includes(secret), false, "a secret stays in libsodium's memory");
}

test("BLAKE2b of any size", () => {
  for (const size of [0, 1, 128, AREA - 1, AREA, AREA + 1, 2 * AREA + 3]) {
    const bytes = randomBytes(size);
    const [input, out] = place(bytes);
    host.blake2b(input, size, out);
    assert.deepEqual(taken(out, 64), createHash("blake2b512").update(bytes).digest(), `${size}`);
  }
});

test("Ed25519: key of a seed, signature, check", () => {
  for (const size of [0, 64, 8192]) {
    const seed = randomBytes(32);
    const message = randomBytes(size);
    const { key, point } = keyOf(seed);

    const [seedAt, secretAt] = place(seed);
    host.ed25519_from_seed(seedAt, secretAt);
    const secret = taken(secretAt, 64);
    assert.deepEqual(secret, Buffer.concat([seed, point]));
    assertWiped(seed);

    const [keyAt, messageAt, out] = place(secret, message);
    host.ed25519_sign(keyAt, messageAt, size, out);
    const signature = taken(out, 64);
    assert.deepEqual(signature, sign(null, message, key));
    assertWiped(seed);

    const accepts = (...parts) => {
      const [pointAt, signedAt, signatureAt] = place(...parts);
      return host.ed25519_verify(pointAt, signedAt, parts[1].length, signatureAt);
    };
    assert.equal(accepts(point, message, signature), 1);
    const altered = Buffer.from(signature);
    altered[size % 64] ^= 1;
    assert.equal(accepts(point, message, altered), 0);
    assert.equal(accepts(point, Buffer.concat([message, Buffer.from("x")]), signature), 0);
    assert.equal(accepts(keyOf(randomBytes(32)).point, message, signature), 0);
  }
});
