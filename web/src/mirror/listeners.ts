// Delegated listeners: what the user does in the mirror, told to the C++ side.
import type { Mirror } from "./mirror";
import { listenToPads } from "./pad";
import { EventType, type Send } from "./protocol";
import { listenToTables } from "./table";

type TextControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function listen(form: HTMLFormElement, mirror: Mirror, send: Send): void {
  listenToText(form, mirror, send);
  listenToClicks(form, mirror, send);
  listenToFocus(form, mirror, send);
  listenToPointer(form, mirror, send);
  listenToPads(form, send);
  listenToTables(form, mirror, send);
}

function listenToText(form: HTMLFormElement, mirror: Mirror, send: Send): void {
  form.addEventListener("input", (event) => {
    const control = event.target as TextControl;
    if (control.type === "file" || !mirror.node(control.id)) return;
    if (control.type === "checkbox" || control.type === "radio")
      send(EventType.Check, control.id, (control as HTMLInputElement).checked ? "1" : "");
    else if (mirror.composing !== control) send(EventType.Value, control.id, control.value);
  });
  form.addEventListener("compositionstart", (event) => {
    mirror.composing = event.target as Element;
  });
  form.addEventListener("compositionend", (event) => {
    const control = event.target as TextControl;
    mirror.composing = null;
    send(EventType.Value, control.id, control.value);
  });
}

function listenToClicks(form: HTMLFormElement, mirror: Mirror, send: Send): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter) send(EventType.Click, event.submitter.id, "");
  });
  form.addEventListener("click", (event) => {
    const clicked = (event.target as Element).closest<HTMLElement>("a, button");
    const node = clicked && mirror.node(clicked.id);
    if (!node) return;
    if (node.role === "button" && clicked.getAttribute("type") === "button")
      send(EventType.Click, node.key, "");
    if (node.role === "link" || node.role === "tablerow") followLink(event, clicked, send);
  });
}

/** "#/…" is left to the browser, which changes the address; for "#key" the C++ side moves the focus. */
function followLink(event: MouseEvent, link: HTMLElement, send: Send): void {
  if (!link.getAttribute("href")?.startsWith("#/")) event.preventDefault();
  send(EventType.Click, link.id, "");
}

function listenToFocus(form: HTMLFormElement, mirror: Mirror, send: Send): void {
  const tell = (type: EventType, target: EventTarget | null): void => {
    if (target instanceof Element && !mirror.moving && mirror.node(target.id))
      send(type, target.id, "");
  };
  const afterPress = heldWhilePressed();
  form.addEventListener("focusin", (event) => {
    tell(EventType.Focus, event.target);
  });
  form.addEventListener("focusout", (event) => {
    afterPress(() => {
      tell(EventType.Blur, event.target);
    });
  });
}

/**
 * Runs what it is given once no button of the mouse is down, after the click if it was one. A field that is left may
 * show a fault, and would push the button under the mouse away before the click is complete.
 */
function heldWhilePressed(): (run: () => void) => void {
  let held: (() => void)[] | null = null; // null: nothing is pressed
  const release = (): void => {
    const waiting = held ?? [];
    held = null;
    for (const run of waiting) run();
  };
  const press = (): void => {
    release(); // the mouse may have been let go outside the window
    held = [];
  };
  window.addEventListener("mousedown", press, { capture: true });
  for (const end of ["mouseup", "dragend", "blur"])
    window.addEventListener(end, () => setTimeout(release));
  return (run) => {
    if (held) held.push(run);
    else run();
  };
}

/** Dear ImGui draws the hovered look of the widget under the mouse. */
function listenToPointer(form: HTMLFormElement, mirror: Mirror, send: Send): void {
  let hovered = "";
  const hover = (key: string): void => {
    if (key === hovered) return;
    hovered = key;
    send(EventType.Hover, key, "");
  };
  form.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const under = (event.target as Element).closest<HTMLElement>(
      "input, select, textarea, button, a, label, .pad",
    );
    const key = under instanceof HTMLLabelElement ? under.htmlFor : (under?.id ?? "");
    hover(mirror.node(key) ? key : "");
  });
  form.addEventListener("pointerleave", () => {
    hover("");
  });
}
