// Which documents were opened here before: their numbers, days and digests, and nothing of what is in them.
import type { Store } from "./store";

/** The payload of the effect "remember-opened" of wasm/semantics/patch.hpp. */
export interface OpenedEffect {
  id: string;
  sha256: string;
  /** Id of the document that it answers, or empty. */
  request: string;
  /** Id of the document that it cancels, or empty. */
  replaces: string;
  /** The verifying key that vouches for it, or empty. */
  signer: string;
  /** "AAAA-MM-JJ" */
  day: string;
}

type Remembered = OpenedEffect;

export class OpenedDocuments {
  constructor(
    private readonly store: Promise<Store | null>,
    private readonly message: (name: string, payload: unknown) => void,
  ) {}

  /** Answers with what was known until now, and keeps what is new. What was there first stays. */
  async remember(opened: OpenedEffect): Promise<void> {
    const { id } = opened;
    const store = await this.store;
    const entries = await store?.entries("opened");
    if (!store || !entries || "failure" in entries) {
      this.message("opened-before", { id, remembers: false });
      return;
    }
    const known = entries.value.flatMap(([key, record]) => rememberedFrom(key, record));
    const first = known.find((each) => each.id === id);
    // What is there and cannot be read may be of this document: it is not put in the place of.
    const damaged = !first && entries.value.some(([key]) => key === id);
    const kept = first !== undefined || damaged ? null : await store.put("opened", id, opened);
    this.message("opened-before", {
      id,
      remembers: !(kept && "failure" in kept),
      damaged,
      firstDay: first?.day ?? "",
      otherContent: first !== undefined && first.sha256 !== opened.sha256,
      replacedBy: known.find((each) => each.replaces === id) ?? null,
      otherReplies: known.filter(
        (each) => opened.request && each.request === opened.request && each.id !== id,
      ),
    });
  }
}

/** Nothing of a record that is none of ours, or was altered. */
function rememberedFrom(id: string, record: unknown): Remembered[] {
  const { sha256, request, replaces, signer, day } = (record ?? {}) as Partial<Remembered>;
  const texts = [sha256, request, replaces, signer, day];
  if (!texts.every((text) => typeof text === "string")) return [];
  return [{ id, sha256, request, replaces, signer, day } as Remembered];
}
