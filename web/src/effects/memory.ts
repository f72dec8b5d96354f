// What the browser keeps from one visit to the next: which territory was chosen and which versions of registers were
// seen, which say nothing about anyone, and the user's own card if they ask for it. A page opened as a file shares its storage with every other file: nothing
// is kept there.

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

export function rememberTerritory(territory: string): void {
  try {
    storage()?.setItem(key, territory);
  } catch {
    // No room, or private browsing: the question is asked again at the next visit.
  }
}

export function rememberedTerritory(): string | null {
  return storage()?.getItem(key) ?? null;
}

export function keepRegisters(content: string): void {
  try {
    if (content) storage()?.setItem(registersKey, content);
    else storage()?.removeItem(registersKey);
  } catch {
    // No room, or private browsing: an older version is not told at the next visit.
  }
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
