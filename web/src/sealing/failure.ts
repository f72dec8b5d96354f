// A failure of the core, as shared/core/base/result.hpp has it.

export interface CoreFailure {
  /** Stable: "seal.no-match", "recipient.checksum", "zip.duplicate"… (shared/texts/codes.seal.json). */
  code: string;
  place: string;
  params: Record<string, string>;
}

/** Thrown by every operation of SealingCore that the core refused. */
export class SealingFailure extends Error {
  constructor(readonly failure: CoreFailure) {
    super(failure.place === "" ? failure.code : `${failure.code} (${failure.place})`);
  }
}
