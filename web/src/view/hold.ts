// Keeps what the user works on or looks at where it is in the window, while all around it changes its place.

/** Remembers now; the answer brings it back there once the page is laid out anew, as far as the page reaches. */
export function holdInView(main: HTMLElement): () => void {
  const held = heldElement(main);
  if (!held) return () => undefined;
  const before = held.getBoundingClientRect().top;
  return () => {
    const moved = held.getBoundingClientRect().top - before;
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: "instant" });
  };
}

/** What has the focus, else what stands at the window's top; nothing where the page was not scrolled at all. */
function heldElement(main: HTMLElement): Element | null {
  const focused = document.activeElement;
  if (focused && focused !== main && main.contains(focused) && inWindow(focused)) return focused;
  if (window.scrollY === 0) return null;
  return [...main.querySelectorAll(".part")].find(inWindow) ?? null;
}

function inWindow(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < window.innerHeight;
}
