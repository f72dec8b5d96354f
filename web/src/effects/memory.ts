// What the browser keeps from one visit to the next: which territory was chosen and which versions of registers were
// seen, which say nothing about anyone, and the user's own card if they ask for it. A page opened as a file shares its
// storage with every other file: nothing is kept there.
import { shellFailure } from "./failure";

const key = "pli-territoire";
const registersKey = "pli-registres";

export function storage(): Storage | null {
  if (location.protocol === "file:") return null;
  try {
    return window.localStorage;
  } catch {
    return null; // the browser is told to keep nothing
  }
}

/**
 * Keeps a text, or drops it when it is empty. Where there is no room that is told as a failure of `during`:
 * storage.not-remembered.
 */
export function keepText(
  key: string,
  content: string,
  during: string,
  message: (name: string, payload: unknown) => void,
): void {
  try {
    if (content) storage()?.setItem(key, content);
    else storage()?.removeItem(key);
  } catch {
    message("failed", { during, error: shellFailure("storage.not-remembered").failure });
  }
}

export function rememberTerritory(territory: string): void {
  try {
    storage()?.setItem(key, territory);
  } catch {
    // No room, or private browsing: the question is asked again at the next visit, and nothing else is lost.
  }
}

export function rememberedTerritory(): string | null {
  return storage()?.getItem(key) ?? null;
}

export function keepRegisters(
  content: string,
  message: (name: string, payload: unknown) => void,
): void {
  keepText(registersKey, content, "keep-registers", message);
}

/** Empty when nothing is kept, null when nothing may be. */
export function keptRegisters(): string | null {
  const memory = storage();
  return memory ? (memory.getItem(registersKey) ?? "") : null;
}

/** All that Pli's pages put there. */
export function forgetEverything(): void {
  const memory = storage();
  if (!memory) return;
  const keys = Array.from({ length: memory.length }, (_, index) => memory.key(index) ?? "");
  for (const key of keys) if (key.startsWith("pli-")) memory.removeItem(key);
}
