// The browser's own question before the page is left, asked as long as something would be lost with it.

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  (event as { returnValue: unknown }).returnValue = true; // what older browsers look at
}

export function askBeforeLeaving(asks: boolean): void {
  if (asks) window.addEventListener("beforeunload", ask);
  else window.removeEventListener("beforeunload", ask);
}
