// The 7-Zip archive beside a sealed fiche: made of the same files, and opened with the same judgement.
import type { FicheSignatures, OwnBytes } from "../sealing/operations";
import type { Supplies } from "../start/supplies";
import type { OpenedFile } from "../worker/messages";
import type { SealingWorker } from "../worker/sealing_worker";
import { packSevenZip, unpackSevenZip } from "../worker/seven_zip_worker";

export interface SevenZipArchive {
  name: string;
  bytes: OwnBytes;
  sha256: string;
}

export interface SevenZipSource {
  /** The worker that began the document. */
  worker: SealingWorker;
  pdf: OwnBytes;
  signatures: FicheSignatures | null;
  passphrase: string;
}

export class SevenZip {
  constructor(private readonly supplies: Supplies) {}

  /** The archive, still without a name. */
  async make(
    { worker, pdf, signatures, passphrase }: SevenZipSource,
    signal: AbortSignal,
  ): Promise<Omit<SevenZipArchive, "name">> {
    const files = await worker.run("sevenZipFiles", { pdf, signatures });
    const bytes = await packSevenZip(this.supplies, files, passphrase, signal);
    const { sha256 } = await worker.run("digest", { file: new File([bytes], "") });
    return { bytes, sha256 };
  }

  async open(
    worker: SealingWorker,
    { file, passphrase, today }: { file: File; passphrase: string; today: string },
    signal: AbortSignal,
  ): Promise<OpenedFile> {
    const { archive, sha256 } = await worker.run("checkSevenZip", { file });
    const files = await unpackSevenZip(this.supplies, archive, passphrase, signal);
    return worker.run("openSevenZip", { files, sha256, today });
  }
}
