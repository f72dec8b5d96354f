// One draft in one tab: whoever has it open holds a lock of the browser, which ends with the tab.

/** Gives what releases the lock, or null when another tab holds it. Where a browser has no such locks, nobody is told. */
export function takeLock(id: string): Promise<(() => void) | null> {
  if (!("locks" in navigator)) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    void navigator.locks.request(`pli-brouillon-${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(null);
        return undefined;
      }
      return new Promise<void>((release) => {
        resolve(() => {
          release();
        });
      });
    });
  });
}
