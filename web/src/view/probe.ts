// Notices that the user changed how text looks (text-only zoom, spacing, own style sheet): a hidden
// line of text then changes its size, which the canvas could not follow.

const tolerance = 0.03;

export function onTextMetricsChange(probe: HTMLElement, changed: () => void): void {
  const paper = matchMedia("print"); // has letters of its own size
  void document.fonts.ready.then(() => {
    let first: DOMRect | null = null;
    new ResizeObserver(() => {
      if (paper.matches) return;
      const now = probe.getBoundingClientRect();
      first ??= now;
      if (differs(now.width, first.width) || differs(now.height, first.height)) changed();
    }).observe(probe);
  });
}

function differs(now: number, first: number): boolean {
  return Math.abs(now / first - 1) > tolerance;
}
