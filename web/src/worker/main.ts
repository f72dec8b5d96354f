// The sealing worker: a classic script that carries out one operation and is then ended by the page.
import sodium from "libsodium-wrappers-sumo";
import { type Failure, OperationFailed, shellFailure } from "../effects/failure";
import { SealingFailure } from "../sealing/failure";
import { SealingCore } from "../sealing/operations";
import type { RawSodium } from "../sealing/raw_sodium";
import type { AnyOutput, WorkerReply, WorkerRequest, WorkerStart } from "./messages";
import { SealingOperations } from "./sealing_operations";

/** The part of a dedicated worker's global scope used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<WorkerStart | WorkerRequest>) => void) | null;
  postMessage(reply: WorkerReply): void;
}

const worker = globalThis as unknown as WorkerScope;

let operations: Promise<SealingOperations> | null = null;

worker.onmessage = ({ data }) => {
  if ("module" in data) {
    operations = start(data);
    operations.catch(() => undefined); // told with the answer to the request
  } else if (operations) void answer(operations, data);
};

async function start({ module, pack }: WorkerStart): Promise<SealingOperations> {
  await sodium.ready;
  const raw = (sodium as unknown as { libsodium: RawSodium }).libsodium;
  const core = await SealingCore.create(module, raw);
  core.loadPack(pack);
  return new SealingOperations(core, (percent) => {
    worker.postMessage({ kind: "progress", percent });
  });
}

async function answer(ready: Promise<SealingOperations>, request: WorkerRequest): Promise<void> {
  try {
    const output = await carryOut(await ready, request);
    worker.postMessage({ kind: "done", output });
  } catch (reason) {
    worker.postMessage({ kind: "failed", failure: failureOf(reason) });
  }
}

function carryOut(by: SealingOperations, request: WorkerRequest): Promise<AnyOutput> | AnyOutput {
  switch (request.name) {
    case "recipients":
      return by.recipients(request.input);
    case "passphrase":
      return by.passphrase(request.input);
    case "makeKeys":
      return by.makeKeys(request.input);
    case "unsealKeys":
      return by.unsealKeys(request.input);
    case "holdKeys":
      return by.holdKeys(request.input);
    case "resealKeys":
      return by.resealKeys(request.input);
    case "document":
      return by.document(request.input);
    case "sign":
      return by.sign(request.input);
    case "verifyDirectory":
      return by.verifyDirectory(request.input);
    case "signDirectory":
      return by.signDirectory(request.input);
    case "seal":
      return by.seal(request.input);
    case "sevenZipFiles":
      return by.sevenZipFiles(request.input);
    case "checkSevenZip":
      return by.checkSevenZip(request.input);
    case "openSevenZip":
      return by.openSevenZip(request.input);
    case "sealRegister":
      return by.sealRegister(request.input);
    case "beginDraft":
      return by.beginDraft(request.input);
    case "sealDraft":
      return by.sealDraft(request.input);
    case "openDraft":
      return by.openDraft(request.input);
    case "workbook":
      return by.workbook(request.input);
    case "digest":
      return by.digest(request.input);
    case "inspect":
      return by.inspect(request.input);
    case "open":
      return by.open(request.input);
  }
}

function failureOf(reason: unknown): Failure {
  const known = reason instanceof SealingFailure || reason instanceof OperationFailed;
  return known ? reason.failure : shellFailure("shell.worker-ended").failure;
}
