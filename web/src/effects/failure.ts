// Failures as shared/core/base/result.hpp has them: a stable code, a place and what a message needs.
import { MissingFile } from "../base/missing_file";

export interface Failure {
  code: string;
  place: string;
  params: Record<string, string>;
}

/** The shell's own failures; each has its sentence "error.<code>" in the catalogue. */
export type ShellCode =
  /** A file of the site could not be fetched; trying again may help. */
  | "shell.missing-file"
  /** A chosen file is gone, or its disk cannot be read. */
  | "shell.unreadable-file"
  /** A worker ended by itself, usually for lack of memory. */
  | "shell.worker-ended"
  /** The draft was deleted, by hand, by another tab or because it had expired. */
  | "draft.gone"
  /** Another tab has it open. */
  | "draft.elsewhere"
  /** The shell holds another draft than the one that is to be kept. */
  | "draft.not-held"
  /** What the browser kept is no draft. */
  | "draft.damaged"
  /** It is sealed to the user's own key, which is not unlocked. */
  | "draft.needs-key"
  /** The browser has no room for one of the small things that it is to remember. */
  | "storage.not-remembered"
  | "draft.needs-code";

export class OperationFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

export function shellFailure(code: ShellCode): OperationFailed {
  return new OperationFailed({ code, place: "", params: {} });
}

/** What the page says of it. */
export function failureOf(reason: unknown): Failure {
  if (reason instanceof OperationFailed) return reason.failure;
  if (reason instanceof MissingFile) return shellFailure("shell.missing-file").failure;
  return shellFailure("shell.worker-ended").failure;
}

/** Thrown into an operation that the user cancelled. */
export class Cancelled extends Error {}

/** For the vault, which goes on: its answer is not waited for. */
export function unlessCancelled<Output>(
  output: Promise<Output>,
  signal: AbortSignal,
): Promise<Output> {
  const cancelled = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => {
      reject(new Cancelled());
    });
  });
  return Promise.race([output, cancelled]);
}
