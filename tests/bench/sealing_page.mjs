// What the sealing bench runs in the browser: our core and age-encryption, on the same bytes in the same page.
// Each function resolves to what it measured: milliseconds, or bytes of memory.
import * as typage from "age-encryption";
import sodium from "libsodium-wrappers-sumo";

import { SealingCore } from "../../web/src/sealing/operations.ts";

const MEBIBYTE = 1 << 20;

/** As large as a fiche of three pages with its letters. */
const PDF_SIZE = 100 * 1024;

/** As many rounds as key files are written with, and as few as are allowed. */
const WORK_FACTOR = 18;
const LEAST_WORK_FACTOR = 1;

const PASSPHRASE = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";

let core;
let module;
let pack;
let identities;
let recipients;

/** Random bytes: nothing of what is measured depends on them. */
function randomBytes(size) {
  const bytes = new Uint8Array(size);
  const most = 65536; // of getRandomValues
  for (let start = 0; start < size; start += most)
    crypto.getRandomValues(bytes.subarray(start, start + most));
  return bytes;
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Seals a stream and gives its size; the bytes go nowhere. */
async function sealWithCore(source, to) {
  let size = 0;
  await core.sealStream(source, { recipients: to }, ({ length }) => void (size += length));
  return size;
}

async function sealWithTypage(plaintext, to) {
  const encrypter = new typage.Encrypter();
  for (const recipient of to) encrypter.addRecipient(recipient);
  return (await encrypter.encrypt(plaintext)).length;
}

async function* inPieces(bytes) {
  for (let start = 0; start < bytes.length; start += MEBIBYTE)
    yield bytes.subarray(start, start + MEBIBYTE);
}

async function newCore() {
  const made = await SealingCore.create(module, sodium.libsodium);
  made.loadPack(pack);
  return made;
}

/** A core that holds keys of its own, and what of them is public. */
async function newVault(workFactor) {
  const sealing = { passphrase: PASSPHRASE, created: "2026-11-22", workFactor };
  const made = core.makeKeys({ hybrid: false, signing: true }, sealing);
  const vault = await newCore();
  vault.holdKeys(core.unsealKeys(made, PASSPHRASE));
  return { vault, made };
}

/** `mebibytes` of them without ever holding more than one. */
async function* generated(mebibytes) {
  const piece = randomBytes(MEBIBYTE);
  for (let number = 0; number < mebibytes; number++) {
    piece[0] = number;
    yield piece;
  }
}

globalThis.bench = {
  /** Loads the core with the pack, and makes three keys. */
  async prepare(files) {
    await sodium.ready;
    module = await WebAssembly.compileStreaming(fetch("worker.wasm"));
    pack = new TextEncoder().encode(JSON.stringify(files));
    core = await newCore();
    identities = await Promise.all([1, 2, 3].map(() => typage.generateX25519Identity()));
    recipients = await Promise.all(identities.map(typage.identityToRecipient));
  },

  /** From answers to a sealed file and its armor, for three keys; the PDF is there already. */
  async sealFiche(draft) {
    const keys = core.recipients(recipients.join("\n")).recipients;
    const addressees = keys.map((key) => ({ ...key, role: "slai" }));
    const pdf = randomBytes(PDF_SIZE);
    return timed(() => {
      const { ficheJson } = core.document({ ...draft, recipients: addressees });
      core.sealFiche(ficheJson, pdf, { recipients }, true);
    });
  },

  /** A key file as it is written, unlocked into a vault; and scrypt alone, as often and in the same memory. */
  async unlockKey(runs) {
    const sealing = { passphrase: PASSPHRASE, created: "2026-11-22", workFactor: WORK_FACTOR };
    const { keyFile } = core.makeKeys({ hybrid: false, signing: false }, sealing);
    const vault = await newCore();
    const signatureFile = new Uint8Array();
    const [ours, bare] = [[], []];
    for (let run = 0; run < runs; run++) {
      const unlock = () => vault.holdKeys(core.unsealKeys({ keyFile, signatureFile }, PASSPHRASE));
      ours.push(await timed(unlock));
      const salt = randomBytes(16);
      const [rounds, block, lanes, size] = [2 ** WORK_FACTOR, 8, 1, 32];
      const derive = () =>
        sodium.crypto_pwhash_scryptsalsa208sha256_ll(PASSPHRASE, salt, rounds, block, lanes, size);
      bare.push(await timed(derive));
    }
    return { ours, bare };
  },

  /** A signed fiche opened with keys that are unlocked, its signatures checked, its answers judged. */
  async openSigned(draft, runs) {
    const { vault, made } = await newVault(LEAST_WORK_FACTOR);
    const recipients = made.recipients.map((key) => ({ ...key, role: "slai" }));
    const signed = { ...draft, recipients, signer: made.verifyingKey };
    const { ficheJson, documentId } = core.document(signed);
    const pdf = randomBytes(PDF_SIZE);
    const signatures = vault.signFiche({ documentId, ficheJson, pdf });
    const locks = { recipients: recipients.map(({ recipient }) => recipient) };
    const { bytes } = core.sealFiche(ficheJson, pdf, locks, false, signatures);
    const times = [];
    for (let run = 0; run < runs; run++)
      times.push(
        await timed(() => {
          const { summary } = vault.openFiche(bytes, { vault: true }, draft.created);
          if (summary.signer !== made.verifyingKey) throw new Error("the signature was not judged");
        }),
      );
    return times;
  },

  /** One plaintext sealed to one key by both, one right after the other. */
  async sealBoth(mebibytes) {
    const plaintext = randomBytes(mebibytes * MEBIBYTE);
    const to = recipients.slice(0, 1);
    const sizes = [];
    const ours = await timed(async () =>
      sizes.push(await sealWithCore(() => inPieces(plaintext), to)),
    );
    const theirs = await timed(async () => sizes.push(await sealWithTypage(plaintext, to)));
    if (sizes[0] !== sizes[1] || sizes[0] < plaintext.length)
      throw new Error(`one plaintext was sealed into ${sizes.join(" and ")} bytes`);
    return { ours, theirs };
  },

  /** Memory of core and libsodium together after a stream of this size. */
  async memoryAfter(mebibytes) {
    const size = await sealWithCore(() => generated(mebibytes), recipients);
    if (size < mebibytes * MEBIBYTE) throw new Error("the stream was not sealed whole");
    const memory = core.memory();
    return memory.core + memory.sodium;
  },
};
