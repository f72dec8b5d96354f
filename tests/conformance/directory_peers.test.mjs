// A directory that the core signs is accepted by the stock minisign, and one that minisign signs by the core.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";

const PEER = "build/native/tests/conformance/directory_peer";
const COMMENT = "pli/annuaire/1 pas-de-calais version 1";
const GOLDEN = "tests/data/annuaire/annuaire.json";

const folder = mkdtempSync(join(tmpdir(), "pli-directory-"));
after(() => rmSync(folder, { recursive: true }));
const [secret, open, file] = ["cle.sec", "cle.pub", "annuaire.json"].map((name) =>
  join(folder, name),
);

function run(program, ...words) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: "utf8" });
  if (error) throw error;
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

const stockSigns = (comment) =>
  assert.equal(run("minisign", "-S", "-s", secret, "-m", file, "-t", comment).status, 0);
const stockChecks = (key = open) => run("minisign", "-V", "-Q", "-p", key, "-m", file);
const coreChecks = (key = open) => run(PEER, "check", key, file);

assert.equal(run("minisign", "-G", "-W", "-s", secret, "-p", open).status, 0);

beforeEach(() => {
  const { status, stderr } = run(PEER, "make", secret, file);
  assert.equal(status, 0, stderr);
});

test("what the core signed, minisign accepts, with the territory and the version", () => {
  assert.deepEqual(stockChecks(), { status: 0, stdout: COMMENT, stderr: "" });
});

test("what minisign signed, the core accepts", () => {
  rmSync(`${file}.minisig`);
  stockSigns(COMMENT);
  assert.deepEqual(coreChecks(), { status: 0, stdout: "1", stderr: "" });
});

test("what minisign signed as something else is no directory", () => {
  for (const comment of ["pli/fiche/1 0011", COMMENT.replace("version 1", "version 2"), "x"]) {
    stockSigns(comment);
    assert.equal(coreChecks().stderr, "directory.comment", comment);
  }
});

test("both refuse an altered directory", () => {
  writeFileSync(file, readFileSync(file, "utf8").replace("Exemple", "Example"));
  assert.equal(coreChecks().stderr, "directory.altered");
  assert.notEqual(stockChecks().status, 0);
});

test("both refuse another key", () => {
  const { annuaire } = JSON.parse(readFileSync(GOLDEN, "utf8"));
  const other = join(folder, "autre.pub");
  writeFileSync(other, `untrusted comment: minisign public key\n${annuaire.signataire}\n`);
  assert.equal(coreChecks(other).stderr, "directory.unknown-signer");
  assert.notEqual(stockChecks(other).status, 0);
});

test("the golden directory is one that minisign accepts", () => {
  const { annuaire } = JSON.parse(readFileSync(GOLDEN, "utf8"));
  const { status, stdout } = run("minisign", "-V", "-Q", "-P", annuaire.signataire, "-m", GOLDEN);
  assert.equal(status, 0);
  assert.equal(stdout, "pli/annuaire/1 pas-de-calais version 3");
});
