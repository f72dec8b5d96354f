// One draft in one tab: whoever has it open holds a lock of the browser, which ends with the tab.

/**
 * Gives what releases the lock, or null when another tab holds it. Where a browser has no such locks, or gives none to
 * this site, nobody is told: whoever asks goes on all the same.
 */
export function takeLock(id: string): Promise<(() => void) | null> {
  if (!("locks" in navigator)) return Promise.resolve(unlocked);
  return new Promise((resolve) => {
    navigator.locks
      .request(`pli-brouillon-${id}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(null);
          return undefined;
        }
        return new Promise<void>((release) => {
          resolve(() => {
            release();
          });
        });
      })
      .catch(() => {
        resolve(unlocked);
      });
  });
}

/** Releases nothing: there was no lock to be had. */
export function unlocked(): void {
  // Nobody waits for it.
}
