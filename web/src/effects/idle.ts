// Tells when the user has been away for some time, by the wall's clock: a machine that slept counts as away.

const limit = 10 * 60_000; // ms
const interval = 15_000; // ms between two looks at the clock

const signs = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

export class IdleWatch {
  private last = 0;
  private timer = 0;

  constructor(private readonly away: () => void) {}

  begin(): void {
    this.end();
    this.last = Date.now();
    this.timer = window.setInterval(this.look, interval);
    document.addEventListener("visibilitychange", this.look);
    for (const sign of signs) window.addEventListener(sign, this.seen, { passive: true });
  }

  end(): void {
    window.clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.look);
    for (const sign of signs) window.removeEventListener(sign, this.seen);
  }

  /** Whoever comes back late is late: the clock is looked at before the sign counts. */
  private readonly seen = (): void => {
    if (!this.look()) this.last = Date.now();
  };

  private readonly look = (): boolean => {
    const isAway = Date.now() - this.last >= limit;
    if (isAway) {
      this.end();
      this.away();
    }
    return isAway;
  };
}
