// The effects on the user's own keys: making and unlocking them, locking by hand or by itself.
import type { ChosenFiles } from "../mirror/files";
import type { PrintModel } from "../pdf/print_model";
import type { KeySealing, KeyWish, SealedKeys } from "../sealing/operations";
import type { Supplies } from "../start/supplies";
import { printPdf } from "../worker/print_worker";
import type { Vault } from "../worker/vault";
import type { Workshop } from "../worker/workshop";
import { save } from "./downloads";
import { failureOf } from "./failure";
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

export class KeyEffects {
  private made: SealedKeys | null = null;
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
  ) {}

  make(wish: KeyWish & KeySealing): Promise<void> {
    return this.sealed(() => this.workshop.run((worker) => worker.run("makeKeys", wish)));
  }

  reseal(sealing: KeySealing): Promise<void> {
    return this.sealed(() => this.vault.run("resealKeys", sealing));
  }

  save({ what }: { what: "key" | "signature" }): void {
    if (!this.made) return;
    const { keyFile, signatureFile } = this.made;
    const type = "application/octet-stream";
    if (what === "key") save({ name: "cle.age", type, content: keyFile });
    else save({ name: "signature.age", type, content: signatureFile });
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
      const facts = await this.vault.unlock({
        keyFile: this.files.get(keyFile),
        signatureFile: signatureFile ? this.files.get(signatureFile) : null,
        passphrase,
      });
      this.files.forget(keyFile);
      if (signatureFile) this.files.forget(signatureFile);
      this.idle.begin();
      this.message("unlocked", facts);
    } catch (reason) {
      this.message("failed", { during: "unlock", error: failureOf(reason) });
    }
  }

  lock(): void {
    this.idle.end();
    this.vault.lock();
    this.message("locked", {});
  }

  private async sealed(operation: () => Promise<SealedKeys>): Promise<void> {
    try {
      this.made = await operation();
      const { recipients, verifyingKey, files } = this.made;
      this.message("keys-made", { recipients, verifyingKey, files });
    } catch (reason) {
      this.message("failed", { during: "make-keys", error: failureOf(reason) });
    }
  }
}
