// What the sealing worker adds to what the core makes.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { loadShell } from "../shell_modules.mjs";

const { SealingOperations } = await loadShell("worker/sealing_operations.ts");

const armor = "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n";
const core = {
  sealRegister: (text, locks, armored) => ({
    bytes: new Uint8Array(3),
    sha256: "a".repeat(64),
    armor: armored ? armor : "",
  }),
  async digest(source) {
    const hash = createHash("sha256");
    for await (const piece of source()) hash.update(piece);
    return hash.digest("hex");
  },
};
const operations = new SealingOperations(core, () => undefined);
const draft = { text: "{}", created: "2026-11-22", recipients: [], passphrase: "une phrase" };

test("a file that is also made as text has the SHA-256 of both", async () => {
  const sealed = await operations.sealRegister({ ...draft, armor: true });
  assert.equal(sealed.armorName, "pli_2026-11-22_aaaaaaaa.age.txt");
  assert.equal(sealed.armorSha256, createHash("sha256").update(armor).digest("hex"));
});

test("one that is not has none", async () => {
  const sealed = await operations.sealRegister({ ...draft, armor: false });
  assert.deepEqual([sealed.armorName, sealed.armorSha256], ["", ""]);
});
