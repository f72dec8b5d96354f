// What the tests of sealing share: the worker's module behind web/src/sealing, keys, and other programs that judge.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sodium from "libsodium-wrappers-sumo";
import { loadTypeScript } from "../tools/type_script.mjs";

/** age's chunk of plaintext, and what authentication adds to it (C2SP age.md, "Payload"). */
export const CHUNK = 65536;
export const TAG = 16;

/** A file sealed for tests only: this many rounds cost nothing. */
export const LIGHT = 10;

const { SealingCore } = await loadTypeScript("web/src/sealing/operations.ts");
const module = await WebAssembly.compile(readFileSync("build/wasm/worker.wasm"));
await sodium.ready;

/** A new instance of the sealing core, as a worker has it; some of libsodium's functions may be replaced. */
export function newCore(replaced = {}) {
  return SealingCore.create(module, Object.assign(Object.create(sodium.libsodium), replaced));
}

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The failure that an operation ends with: {code, place, params}. Anything but a refusal by the core is thrown. */
export async function refusal(operation) {
  try {
    await operation();
  } catch (error) {
    if (error.failure === undefined) throw error;
    return error.failure;
  }
  throw new Error("the core refused nothing");
}

/** Pieces of a size that fits no boundary of the format. */
async function* inPieces(bytes, size) {
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

export async function sealBytes(core, bytes, locks) {
  const parts = [];
  await core.sealStream(
    () => inPieces(bytes, 50_001),
    locks,
    (part) => void parts.push(part.slice()),
  );
  return Buffer.concat(parts);
}

/** The plaintext; `released` sees every piece as soon as the core gives it away. */
export async function openBytes(core, file, keyring, released = () => undefined) {
  const parts = [];
  const size = await core.openStream(
    () => inPieces(file, 40_009),
    keyring,
    (part) => {
      const kept = part.slice();
      released(kept);
      parts.push(kept);
    },
  );
  const plaintext = Buffer.concat(parts);
  if (plaintext.length !== size) throw new Error(`${plaintext.length} bytes came, ${size} told`);
  return plaintext;
}

export const keysOf = (...identities) => ({ identities: Buffer.from(identities.join("\n")) });

/** Bytes that depend on nothing but the seed (xorshift32), so that a failure can be repeated. */
export function noise(size, seed = 1) {
  const bytes = Buffer.alloc(size);
  let state = seed;
  for (let index = 0; index < size; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state;
  }
  return bytes;
}

/** A folder of one test file, and the stock tools working in it. */
export class Bench {
  folder = mkdtempSync(join(tmpdir(), "pli-"));

  write(name, content) {
    const file = join(this.folder, name);
    writeFileSync(file, content);
    return file;
  }

  read(name) {
    return readFileSync(join(this.folder, name));
  }

  run(command, parameters, options = {}) {
    return execFileSync(command, parameters, { maxBuffer: 64 << 20, stdio: "pipe", ...options });
  }

  /** A key pair of the stock age-keygen. */
  key(name = "cle.txt") {
    const file = join(this.folder, name);
    this.run("age-keygen", ["-o", file]);
    const recipient = this.run("age-keygen", ["-y", file]).toString().trim();
    return { file, recipient, keyring: { identities: readFileSync(file) } };
  }

  ageSeal(plaintext, { recipient }, armor = false) {
    return this.run("age", [...(armor ? ["-a"] : []), "-r", recipient], { input: plaintext });
  }

  ageOpen(sealed, { file }) {
    return this.run("age", ["-d", "-i", file], { input: sealed });
  }

  ageSealWithPassphrase(plaintext, passphrase) {
    this.#typePassphrase(["-p"], plaintext, passphrase);
    return this.read("age.out");
  }

  ageOpenWithPassphrase(sealed, passphrase) {
    this.#typePassphrase(["-d"], sealed, passphrase);
    return this.read("age.out");
  }

  /** age reads passphrases from nothing but a terminal: it gets one of its own, where they are typed when asked for. */
  #typePassphrase(options, input, passphrase) {
    const script = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp("age", ["age", *sys.argv[2:]])
seen = b""
while True:
    try:
        part = os.read(terminal, 4096)
    except OSError:
        break
    if not part:
        break
    seen += part
    if b"assphrase" in seen and seen.rstrip().endswith(b":"):
        os.write(terminal, sys.argv[1].encode() + b"\\n")
        seen = b""
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`;
    const files = ["-o", join(this.folder, "age.out"), this.write("age.in", input)];
    this.run("python3", ["-c", script, passphrase, ...options, ...files]);
  }

  dispose() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
