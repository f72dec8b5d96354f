// The user's own card: a small file of theirs, kept in the browser only if they ask for it.
import type { ChosenFiles } from "../mirror/files";
import { save } from "./downloads";
import { shellFailure } from "./failure";
import { keepText, storage } from "./memory";

const key = "pli-carte";

/** More than the largest card that the core reads (core/document/card_file.hpp): it then says that it is too large. */
const readAtMost = 64 * 1024;

export class CardEffects {
  constructor(
    private readonly files: ChosenFiles,
    private readonly message: (name: string, payload: unknown) => void,
  ) {}

  /** Tells what is kept, where something may be. */
  tellKept(): void {
    const memory = storage();
    if (memory) this.message("kept-card", { content: memory.getItem(key) ?? "" });
  }

  save(content: string): void {
    save({ name: "pli_carte.json", type: "application/json", content });
  }

  async load(file: string): Promise<void> {
    try {
      const content = await this.files.get(file).slice(0, readAtMost).text();
      this.message("card", { content });
    } catch {
      const error = shellFailure("shell.unreadable-file").failure;
      this.message("failed", { during: "load-card", error });
    }
  }

  keep(content: string): void {
    keepText(key, content, "keep-card", this.message);
  }
}
