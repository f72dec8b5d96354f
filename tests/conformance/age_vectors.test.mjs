// The C2SP CCTV vectors through the worker's module and libsodium.js: the class of each failure, and the
// SHA-256 of what was released. This reader releases nothing before all of a file is authentic, so a
// failure must have released nothing; tests/conformance/age_vectors.cpp compares what a reader that releases
// chunk by chunk gives out before it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { keysOf, newCore, openBytes, refusal, sha256 } from "./sealing_support.mjs";
import { readVectors, values } from "./vectors.mjs";

const vectors = readVectors();
const core = await newCore();

/** Without this line our reader cannot know that the file was meant as armor, and says that it is no age file. */
const ARMOR_BEGINS = /^\s*-----BEGIN AGE ENCRYPTED FILE-----\r?\n/;

/** The suite's name for one of our failures. */
function classOf({ code, place }, armored, file) {
  if (code === "seal.armor") return "armor failure";
  if (code === "seal.not-age" && armored && !ARMOR_BEGINS.test(file.toString("latin1")))
    return "armor failure";
  if (code === "seal.hmac") return "HMAC failure";
  if (code === "seal.no-match" || code === "seal.wrong-passphrase") return "no match";
  if (code.startsWith("seal.needs-")) return "no match";
  if (code === "seal.payload" || code === "seal.trailing-data") return "payload failure";
  if (code === "seal.truncated" && place !== "header") return "payload failure";
  return "header failure";
}

/** What one keyring makes of a file. */
async function open(file, keyring) {
  const released = [];
  const failure = await openBytes(core, file, keyring, (part) => void released.push(part)).then(
    () => undefined,
    (error) => refusal(() => Promise.reject(error)),
  );
  return { failure, released: Buffer.concat(released) };
}

/** Several passphrases are tried in turn, as several attempts of a user. */
async function openVector(vector) {
  const identities = values(vector, "identity");
  const attempts = values(vector, "passphrase").map((passphrase) => ({ passphrase }));
  if (attempts.length === 0) attempts.push({});
  let outcome;
  for (const attempt of attempts) {
    outcome = await open(vector.file, { ...keysOf(...identities), ...attempt });
    if (outcome.failure?.code !== "seal.wrong-passphrase") break;
  }
  return outcome;
}

test("the suite has 143 vectors", () => assert.equal(vectors.length, 143));

for (const vector of vectors) {
  const [expected] = values(vector, "expect");
  test(`${vector.name}: ${expected}`, async () => {
    const armored = values(vector, "armored")[0] === "yes";
    const { failure, released } = await openVector(vector);
    const verdict = failure === undefined ? "success" : classOf(failure, armored, vector.file);
    assert.equal(verdict, expected, JSON.stringify(failure));
    const [payload] = expected === "success" ? values(vector, "payload") : [sha256("")];
    assert.equal(sha256(released), payload);
  });
}
