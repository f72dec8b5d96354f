// What the sealing bench runs in the browser: our core and age-encryption, on the same bytes in the same page.
// Each function resolves to what it measured: milliseconds, or bytes of memory.
import * as typage from "age-encryption";
import sodium from "libsodium-wrappers-sumo";

import { SealingCore } from "../../web/src/sealing/operations.ts";

const MEBIBYTE = 1 << 20;

/** As large as a fiche of three pages with its letters. */
const PDF_SIZE = 100 * 1024;

let core;
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
  async prepare(pack) {
    await sodium.ready;
    const module = await WebAssembly.compileStreaming(fetch("worker.wasm"));
    core = await SealingCore.create(module, sodium.libsodium);
    core.loadPack(new TextEncoder().encode(JSON.stringify(pack)));
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
