// A passphrase field: masked until its user wants to see it.
import { element, setAttribute } from "../base/elements";
import type { MirrorNode, MirrorTexts } from "./nodes";

export function makeReveal(node: MirrorNode, texts: MirrorTexts): void {
  if (node.reveal) return;
  const input = node.control as HTMLInputElement;
  const reveal = element("button", {
    type: "button",
    class: "reveal",
    "aria-controls": node.key,
  });
  // Short, to fit into a narrow field; read out, it says of what.
  const offer = (hidden: boolean): void => {
    input.type = hidden ? "password" : "text";
    reveal.textContent = hidden ? texts.show : texts.hide;
    reveal.setAttribute("aria-label", hidden ? texts.showPassphrase : texts.hidePassphrase);
  };
  reveal.addEventListener("click", () => {
    offer(input.type === "text");
  });
  offer(true);
  input.after(reveal);
  node.box.classList.add("secret");
  node.reveal = reveal;
  placeReveal(node);
}

/** Over a canvas the button stands in its field: it has the field's place, and is shown where the field is. */
export function placeReveal({ control, reveal }: MirrorNode): void {
  if (!reveal) return;
  reveal.style.cssText = control.style.cssText;
  setAttribute(reveal, "data-off", control.dataset.off ?? "");
}
