// The effects on the user's own keys: making and unlocking them, locking by hand or by itself.
import type { ChosenFiles } from "../mirror/files";
import type { PrintModel } from "../pdf/print_model";
import type { KeySealing, KeyWish, SealedKeys } from "../sealing/operations";
import type { Supplies } from "../start/supplies";
import { printPdf } from "../worker/print_worker";
import { endOnAbort } from "../worker/sealing_worker";
import type { Vault } from "../worker/vault";
import type { Workshop } from "../worker/workshop";
import { save } from "./downloads";
import { Cancelled, failureOf, unlessCancelled } from "./failure";
import { IdleWatch } from "./idle";

export interface UnlockEffect {
  keyFile: string;
  signatureFile: string;
  passphrase: string;
}

/** `content` is the public key, also as a QR code with this label. */
export interface CardEffect {
  model: PrintModel;
  content: string;
  label: string;
  alt: string;
  /** "AAAA-MM-JJ" */
  created: string;
}

export type KeyFileName = "key" | "signature" | "rescue-key" | "rescue-signature";

export class KeyEffects {
  private made: SealedKeys | null = null;
  private computing: AbortController | null = null;
  private readonly idle = new IdleWatch(() => {
    this.lock();
  });

  constructor(
    private readonly workshop: Workshop,
    private readonly vault: Vault,
    private readonly supplies: Supplies,
    private readonly files: ChosenFiles,
    private readonly texts: Readonly<Record<string, string>>,
    private readonly message: (name: string, payload: unknown) => void,
  ) {
    vault.onLost = () => {
      this.lock();
    };
  }

  make(wish: KeyWish & KeySealing): Promise<void> {
    return this.sealed((signal) =>
      this.workshop.run((worker) => {
        endOnAbort(worker, signal);
        return worker.run("makeKeys", wish);
      }),
    );
  }

  reseal(sealing: KeySealing): Promise<void> {
    return this.sealed((signal) => unlessCancelled(this.vault.run("resealKeys", sealing), signal));
  }

  /** Ends what is being computed, if it still is; what it would have given is dropped. */
  cancel(): void {
    this.computing?.abort();
  }

  save({ what }: { what: KeyFileName }): void {
    if (!this.made) return;
    const { keyFile, signatureFile, rescue } = this.made;
    const files = {
      key: { name: "cle.age", content: keyFile },
      signature: { name: "signature.age", content: signatureFile },
      "rescue-key": { name: "cle.secours.age", content: rescue.keyFile },
      "rescue-signature": { name: "signature.secours.age", content: rescue.signatureFile },
    };
    save({ ...files[what], type: "application/octet-stream" });
  }

  /** A card to print, with the public key for scanners. */
  async card({ model, content, label, alt, created }: CardEffect): Promise<void> {
    try {
      const blocks: PrintModel["blocks"] = [...model.blocks, { type: "code", label, content, alt }];
      const document = { model: { ...model, blocks }, ficheJson: null, documentId: content };
      const texts = { ...this.texts, "pdf.document": model.title }; // no number of a pli at the foot
      const pdf = await printPdf(this.supplies, { ...document, created, texts });
      save({ name: "pli_carte-de-cle.pdf", type: "application/pdf", content: pdf });
    } catch (reason) {
      this.message("failed", { during: "key-card", error: failureOf(reason) });
    }
  }

  async unlock({ keyFile, signatureFile, passphrase }: UnlockEffect): Promise<void> {
    try {
      const given = {
        keyFile: this.files.get(keyFile),
        signatureFile: signatureFile ? this.files.get(signatureFile) : null,
        passphrase,
      };
      const facts = await this.compute((signal) => this.vault.unlock(given, signal));
      this.files.forget(keyFile);
      if (signatureFile) this.files.forget(signatureFile);
      this.idle.begin();
      this.message("unlocked", facts);
    } catch (reason) {
      this.tell("unlock", reason);
    }
  }

  lock(): void {
    this.idle.end();
    this.vault.lock();
    this.message("locked", {});
  }

  private async sealed(operation: (signal: AbortSignal) => Promise<SealedKeys>): Promise<void> {
    try {
      this.made = await this.compute(operation);
      const { recipients, verifyingKey, files } = this.made;
      this.message("keys-made", { recipients, verifyingKey, files });
    } catch (reason) {
      this.tell("make-keys", reason);
    }
  }

  private async compute<Output>(
    operation: (signal: AbortSignal) => Promise<Output>,
  ): Promise<Output> {
    const computing = new AbortController();
    this.computing = computing;
    try {
      return await operation(computing.signal);
    } finally {
      this.computing = null;
    }
  }

  private tell(during: "unlock" | "make-keys", reason: unknown): void {
    if (reason instanceof Cancelled) this.message("keys-cancelled", {});
    else this.message("failed", { during, error: failureOf(reason) });
  }
}
