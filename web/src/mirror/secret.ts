// A passphrase field: masked until its user wants to see it.
import { element } from "../base/elements";
import type { MirrorNode, MirrorTexts } from "./nodes";

export function makeReveal(node: MirrorNode, texts: MirrorTexts): void {
  if (node.reveal) return;
  const input = node.control as HTMLInputElement;
  const reveal = element(
    "button",
    { type: "button", class: "reveal", "aria-controls": node.key },
    texts.showPassphrase,
  );
  reveal.addEventListener("click", () => {
    const hidden = input.type === "password";
    input.type = hidden ? "text" : "password";
    reveal.textContent = hidden ? texts.hidePassphrase : texts.showPassphrase;
  });
  input.type = "password";
  input.after(reveal);
  node.box.classList.add("secret");
  node.reveal = reveal;
}
