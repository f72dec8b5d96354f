// What the core signs is checked by the stock minisign, and the other way round, with keys of either.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const PEER = "build/native/tests/conformance/minisign_peer";
const COMMENT = "pli/fiche/1 0011223344556677 – Éloïse";
const SIZES = [0, 1, 64, 127, 128, 129, 65536, (1 << 20) + 3];

const folder = mkdtempSync(join(tmpdir(), "pli-minisign-"));
after(() => rmSync(folder, { recursive: true }));
const at = (name) => join(folder, name);

function run(program, ...words) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: "utf8" });
  if (error) throw error;
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

function done(program, ...words) {
  const result = run(program, ...words);
  assert.equal(result.status, 0, `${program} ${words.join(" ")}: ${result.stderr}`);
  return result.stdout;
}

done(PEER, "key", at("ours.sec"), at("ours.pub"));
done("minisign", "-G", "-W", "-s", at("stock.sec"), "-p", at("stock.pub"));

const ours = {
  name: "core",
  sign: (key, file) => done(PEER, "sign", at(`${key}.sec`), file, COMMENT),
  check: (key, file) => run(PEER, "check", at(`${key}.pub`), file),
};
const stock = {
  name: "minisign",
  sign: (key, file) => done("minisign", "-S", "-s", at(`${key}.sec`), "-m", file, "-t", COMMENT),
  check: (key, file) => run("minisign", "-V", "-Q", "-p", at(`${key}.pub`), "-m", file),
};

for (const key of ["ours", "stock"])
  for (const [signer, checker] of [
    [ours, stock],
    [stock, ours],
  ])
    test(`${signer.name} signs with a key of ${key}, ${checker.name} checks`, () => {
      for (const size of SIZES) {
        const file = at(`content-${size}`);
        writeFileSync(file, randomBytes(size));
        signer.sign(key, file);
        const { status, stdout, stderr } = checker.check(key, file);
        assert.equal(status, 0, `${size} bytes: ${stderr}`);
        assert.equal(stdout, COMMENT);
      }
    });

test("both refuse an altered content, comment, signature and another key", () => {
  const file = at("fiche.json");
  writeFileSync(file, "{}\n");
  stock.sign("stock", file);
  const signature = readFileSync(`${file}.minisig`, "utf8");
  const lines = signature.split("\n");
  const altered = (line, change) =>
    lines.map((text, index) => (index === line ? change(text) : text)).join("\n");
  const flip = (text) => `${text.slice(0, 40)}${text[40] === "A" ? "B" : "A"}${text.slice(41)}`;
  const cases = [
    ["stock", "{} \n", signature],
    ["stock", "{}\n", altered(1, flip)],
    ["stock", "{}\n", altered(2, (text) => `${text} `)],
    ["stock", "{}\n", altered(3, flip)],
    ["ours", "{}\n", signature],
  ];
  for (const [key, content, text] of cases) {
    writeFileSync(file, content);
    writeFileSync(`${file}.minisig`, text);
    assert.notEqual(ours.check(key, file).status, 0);
    assert.notEqual(stock.check(key, file).status, 0);
  }
});

test("a key protected by minisign's own passphrase is told from a damaged one", () => {
  const file = at("protected.sec");
  const secret = Buffer.from(readFileSync(at("stock.sec"), "utf8").split("\n")[1], "base64");
  secret.write("Sc", 2, "latin1");
  writeFileSync(
    file,
    `untrusted comment: minisign encrypted secret key\n${secret.toString("base64")}\n`,
  );
  assert.equal(run(PEER, "sign", file, at("stock.pub"), "x").stderr, "signing-key.protected");
});
