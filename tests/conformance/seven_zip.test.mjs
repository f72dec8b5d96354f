// The 7-Zip archive beside a sealed fiche: Debian's 7zz judges what we pack, and whatever is no archive of ours is refused.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { draft, newCoreWithPack, pdfOf, TODAY } from "./fiche_support.mjs";
import { Bench, LIGHT, newCore, noise, refusal, sha256 } from "./sealing_support.mjs";
import { loadTypeScript } from "../tools/type_script.mjs";

const PASSPHRASE = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";
const MEBIBYTE = 1 << 20;

const { pack, unpack } = await loadTypeScript("web/src/sevenzip/archive.ts", {
  external: ["module"],
});
const { buffer: wasm } = new Uint8Array(readFileSync("node_modules/7z-wasm/7zz.wasm"));
const core = await newCoreWithPack();
const bench = new Bench();
after(() => bench.dispose());

const pdf = pdfOf(50_000);

/** The files of a fiche as they are packed. */
function filesOf({ signatures = null, content = pdf, ...change } = {}) {
  const { ficheJson } = core.document(draft({ hasSevenZip: true, ...change }));
  return core.sevenZipFiles(ficheJson, content, signatures);
}

const files = filesOf();
const archive = Buffer.from(await pack(wasm, files, PASSPHRASE));

/** What the page does with a chosen file. */
async function opened(bytes, passphrase = PASSPHRASE) {
  const digest = core.checkSevenZip(bytes);
  return core.openSevenZip(await unpack(wasm, bytes, passphrase), digest, TODAY);
}

const codeOf = async (bytes, passphrase) => (await refusal(() => opened(bytes, passphrase))).code;

/** The code that 7zz ends with, and all that it said. */
function stock(parameters) {
  try {
    return { code: 0, said: bench.run("7zz", parameters).toString() };
  } catch ({ status, stdout, stderr }) {
    return { code: status, said: `${stdout}${stderr}` };
  }
}

/** An archive that 7zz makes of such files: {name: content}. */
function stockArchive(contents, options = [`-p${PASSPHRASE}`, "-mhe=on", "-m0=Copy"]) {
  const made = join(bench.folder, "autre.7z");
  rmSync(made, { force: true });
  const names = Object.entries(contents).map(
    ([name, content]) => (bench.write(name, content), name),
  );
  bench.run("7zz", ["a", "-t7z", ...options, made, ...names], { cwd: bench.folder });
  return readFileSync(made);
}

test("7zz shows nothing without the passphrase, and finds everything whole with it", () => {
  const file = bench.write("pli.7z", archive);
  const blind = stock(["l", "-p", file]);
  assert.notEqual(blind.code, 0);
  assert.doesNotMatch(blind.said, /fiche|remplissage/);
  assert.notEqual(stock(["t", "-pmauvaise-phrase", file]).code, 0);
  const seen = stock(["t", `-p${PASSPHRASE}`, file]);
  assert.equal(seen.code, 0, seen.said);
  assert.match(seen.said, /Everything is Ok/);
  assert.match(stock(["l", "-slt", `-p${PASSPHRASE}`, file]).said, /Method = Copy 7zAES:19/);
  bench.run("7zz", ["x", `-p${PASSPHRASE}`, `-o${bench.folder}/lu`, file]);
  const found = readdirSync(join(bench.folder, "lu")).sort();
  assert.deepEqual(found, ["fiche.json", "fiche.pdf", "remplissage"]);
  for (const { name, content } of files)
    assert.deepEqual(new Uint8Array(bench.read(`lu/${name}`)), content);
});

test("nothing in clear is in the archive, and no two of the same files are alike", async () => {
  for (const text of ["fiche", "pli/fiche/1", "demandeur", "%PDF"])
    for (const encoding of ["latin1", "utf16le"])
      assert.equal(archive.indexOf(Buffer.from(text, encoding)), -1, text);
  const again = Buffer.from(await pack(wasm, files, PASSPHRASE));
  assert.equal(again.length, archive.length);
  assert.notEqual(sha256(again), sha256(archive));
  const blocks = Math.floor(archive.length / 16);
  const shared = [...Array(blocks).keys()].filter((block) => {
    const [start, end] = [block * 16, block * 16 + 16];
    return archive.subarray(start, end).equals(again.subarray(start, end));
  });
  assert.ok(shared.length < 4, `${shared.length} blocks are the same`);
});

test("its size tells nothing but a step, as that of the age file", async () => {
  const signature = noise(300);
  for (const signatures of [null, { json: signature, pdf: signature }]) {
    const sizes = new Set();
    for (const [json, size] of [
      [200, 20_000],
      [2000, 20_001],
      [16_383, 32_767],
      [16_384, 34_000],
      [30_000, 20_016],
    ]) {
      const parts = core.sevenZipFiles(noise(json), noise(size), signatures);
      sizes.add((await pack(wasm, parts, PASSPHRASE)).length % 65_536);
    }
    assert.equal(sizes.size, 1, [...sizes].join(" "));
  }
});

test("the page opens it, and says how it came", async () => {
  const { summary, pdf: read } = await opened(archive);
  assert.equal(summary.sevenZip, true);
  assert.equal(summary.locks, "passphrase");
  assert.equal(summary.signer, "");
  assert.equal(summary.sha256, sha256(archive));
  assert.deepEqual(Buffer.from(read), Buffer.from(pdf));
  const { sevenZip, locks } = core.inspect(archive);
  assert.deepEqual({ sevenZip, locks }, { sevenZip: true, locks: "passphrase" });
});

test("a wrong passphrase, a cut, altered, oversized or foreign file: one code each", async () => {
  const altered = (position) => {
    const bytes = Buffer.from(archive);
    bytes[position] ^= 1;
    return bytes;
  };
  assert.equal(await codeOf(archive, "une-autre"), "sevenzip.wrong-passphrase");
  assert.equal(await codeOf(archive.subarray(0, -1)), "sevenzip.truncated");
  assert.equal(await codeOf(archive.subarray(0, 31)), "sevenzip.truncated");
  assert.equal(await codeOf(Buffer.concat([archive, Buffer.alloc(1)])), "sevenzip.altered");
  assert.equal(await codeOf(altered(14)), "sevenzip.altered"); // where the last header lies
  assert.equal(await codeOf(altered(archive.length - 5)), "sevenzip.altered"); // the last header
  assert.equal(await codeOf(altered(2000)), "sevenzip.altered"); // a file
  assert.equal(await codeOf(Buffer.from("Bonjour")), "sevenzip.not-archive");
  const huge = Buffer.concat([archive, Buffer.alloc(33 * MEBIBYTE)]);
  assert.equal(await codeOf(huge), "sevenzip.too-large");
});

test("an archive that can be read without a passphrase is refused", async () => {
  const contents = Object.fromEntries(files.map(({ name, content }) => [name, content]));
  assert.equal(await codeOf(stockArchive(contents, [])), "sevenzip.not-encrypted");
  assert.equal(await codeOf(stockArchive(contents, ["-mhc=off"])), "sevenzip.not-encrypted");
  const named = stockArchive(contents, [`-p${PASSPHRASE}`, "-m0=Copy"]);
  assert.equal(await codeOf(named), "sevenzip.not-encrypted");
});

test("archives of other files, or made otherwise, are refused", async () => {
  const contents = Object.fromEntries(files.map(({ name, content }) => [name, content]));
  assert.equal(await codeOf(stockArchive({ "autre.txt": noise(9) })), "sevenzip.foreign");
  assert.equal(
    await codeOf(stockArchive({ ...contents, "autre.txt": noise(9) })),
    "sevenzip.foreign",
  );
  const compressed = stockArchive(contents, [`-p${PASSPHRASE}`, "-mhe=on"]);
  assert.equal(await codeOf(compressed), "sevenzip.foreign");
  const without = { ...contents };
  delete without["fiche.pdf"];
  assert.equal(await codeOf(stockArchive(without)), "zip.missing");
  assert.equal(await codeOf(stockArchive({ ...contents, remplissage: noise(64) })), "zip.padding");
  const large = Buffer.alloc(33 * MEBIBYTE);
  assert.equal(
    await codeOf(stockArchive({ ...contents, "fiche.pdf": large })),
    "sevenzip.too-large",
  );
  const stockMade = await opened(stockArchive(contents)); // what 7zz packs as we do is as good
  assert.equal(stockMade.summary.sevenZip, true);
});

test("a link in the place of a file is refused", async () => {
  const folder = join(bench.folder, "lien");
  const made = join(bench.folder, "lien.7z");
  bench.run("mkdir", [folder]);
  symlinkSync("/etc/hostname", join(folder, "fiche.json"));
  const options = [`-p${PASSPHRASE}`, "-mhe=on", "-m0=Copy", "-snl"];
  bench.run("7zz", ["a", "-t7z", ...options, made, "fiche.json"], { cwd: folder });
  assert.ok(["sevenzip.foreign", "sevenzip.altered"].includes(await codeOf(readFileSync(made))));
});

test("a signed fiche counts in an archive only if its author made one", async () => {
  const sealing = { passphrase: PASSPHRASE, created: "2026-11-22", workFactor: LIGHT };
  const made = (await newCore()).makeKeys({ hybrid: false, signing: true }, sealing);
  const vault = await newCore();
  vault.holdKeys((await newCore()).unsealKeys(made, PASSPHRASE));
  const receiver = { ...core.recipients(bench.key().recipient).recipients[0], role: "slai" };
  const packed = async (hasSevenZip) => {
    const change = { recipients: [receiver], signer: made.verifyingKey, hasSevenZip };
    const { ficheJson, documentId } = core.document(draft(change));
    const signatures = vault.signFiche({ documentId, ficheJson, pdf });
    return pack(wasm, core.sevenZipFiles(ficheJson, pdf, signatures), PASSPHRASE);
  };
  assert.equal((await opened(await packed(true))).summary.signer, made.verifyingKey);
  assert.equal(await codeOf(await packed(false)), "origin.not-addressed");
});
