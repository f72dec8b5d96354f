// What the shell holds of the file that was opened, and of the one that was sealed.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { documentThatSaves, loadShell, ToldPage } from "../shell_modules.mjs";

const { OperationEffects, OperationFailed } = await loadShell(
  "effects/operations.ts",
  "effects/failure.ts",
);

const opening = (change = {}) => ({
  file: "ouvrir-fichier",
  keyFile: "",
  vault: false,
  passphrase: "une phrase",
  keyPassphrase: "",
  sevenZip: false,
  ...change,
});
const fiche = (documentId) => ({ summary: { documentId }, pdf: new Uint8Array([1]) });

/** What the browser was asked to save. */
let saved;
let page;
/** What a worker answers, by the name of the operation. */
let answers;
let operations;

beforeEach(() => {
  saved = [];
  page = new ToldPage();
  answers = {};
  globalThis.document = documentThatSaves(saved);
  const worker = {
    async run(name) {
      const answer = answers[name];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const workshop = { run: (operation) => operation(worker, new AbortController().signal) };
  const files = { get: () => new File([], "pli_2026-11-22_aaaaaaaa.age.txt") };
  operations = new OperationEffects(workshop, {}, {}, files, {}, page.message);
});

test("the PDF is that of the document that the page shows, and of no other", async () => {
  answers.open = fiche("a");
  await operations.open(opening());
  operations.download({ what: "pdf", document: "b" });
  assert.deepEqual(saved, []);
  operations.download({ what: "pdf", document: "a" });
  assert.deepEqual(saved, ["pli_2026-11-22_aaaaaaaa.pdf"]);
});

test("a file that is being opened takes the place of the one before, also when it does not open", async () => {
  answers.open = fiche("a");
  await operations.open(opening());
  answers.open = new OperationFailed({ code: "seal.no-match", place: "", params: {} });
  await operations.open(opening());
  assert.equal(page.last("failed").error.code, "seal.no-match");
  operations.download({ what: "pdf", document: "a" });
  assert.deepEqual(saved, []);
});

test("what the page has closed or refused is not saved any more", async () => {
  answers.open = fiche("a");
  await operations.open(opening());
  operations.closeOpened();
  operations.download({ what: "pdf", document: "a" });
  operations.download({ what: "pdf" });
  assert.deepEqual(saved, []);
});

test("a sealed file is known again in each of its forms, and no other file is", async () => {
  const sealed = { name: "pli.age", bytes: new Uint8Array(3), sha256: "a", armorSha256: "b" };
  answers.sealRegister = sealed;
  await operations.sealRegister({});
  for (const [sha256, same] of [
    ["a", true],
    ["b", true],
    ["c", false],
  ]) {
    answers.digest = { sha256 };
    await operations.verify({ file: "verifier" });
    assert.deepEqual(page.last("verified"), { same }, sha256);
  }
});
