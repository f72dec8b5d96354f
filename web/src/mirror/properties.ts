// Properties of a patch, written onto the elements of a node.
import { element, setAttribute } from "../base/elements";
import { makeHeading, type MirrorNode, type MirrorTexts } from "./nodes";
import { showStrokes } from "./pad";
import type { Properties } from "./protocol";
import { makeReveal } from "./secret";
import { setTableProperties } from "./table";

type FormControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function setProperties(node: MirrorNode, properties: Properties, texts: MirrorTexts): void {
  const { control } = node;
  if (node.role === "table" || node.role === "tablerow") {
    setTableProperties(node, properties);
    return;
  }
  // Options first: a select takes only a value that it offers.
  if (properties.options) setOptions(control as HTMLSelectElement, properties.options);
  if (properties.level !== undefined) setLevel(node, properties.level);
  if (properties.label !== undefined) setLabel(node, properties.label);
  if (properties.value !== undefined) setValue(node, properties.value, texts);
  if (properties.hint !== undefined) setAside(node, "hint", properties.hint);
  if (properties.error !== undefined) setError(node, properties.error);
  if (properties.autocomplete !== undefined)
    control.setAttribute("autocomplete", properties.autocomplete || "off");
  if (properties.inputmode !== undefined) setAttribute(control, "inputmode", properties.inputmode);
  if (properties.accept !== undefined) setAttribute(control, "accept", properties.accept);
  if (properties.secret) makeReveal(node, texts);
  setFlags(node, properties);
}

function setFlags(node: MirrorNode, properties: Properties): void {
  const { control } = node;
  if (properties.checked !== undefined) (control as HTMLInputElement).checked = properties.checked;
  if (properties.required !== undefined) setRequired(node, properties.required);
  if (properties.disabled !== undefined) setDisabled(node, properties.disabled);
  if (properties.primary !== undefined)
    control.setAttribute("type", properties.primary ? "submit" : "button");
  if (properties.current !== undefined) {
    const current = node.role === "item" ? "step" : "page";
    setAttribute(control, "aria-current", properties.current ? current : "");
  }
  for (const look of ["strong", "mono", "danger"] as const) {
    const wanted = properties[look];
    if (wanted !== undefined) control.classList.toggle(look, wanted);
  }
}

function setLabel(node: MirrorNode, label: string): void {
  if (node.role === "region") node.box.setAttribute("aria-label", label);
  else node.label.textContent = label;
}

function setLevel(node: MirrorNode, level: number): void {
  if (node.box.localName === `h${level}`) return;
  const made = makeHeading(node.key, level);
  made.box.textContent = node.box.textContent;
  made.box.style.cssText = node.box.style.cssText;
  node.box.replaceWith(made.box);
  Object.assign(node, made);
}

function setRequired(node: MirrorNode, required: boolean): void {
  if (node.role === "radiogroup") node.control.setAttribute("aria-required", String(required));
  else if (node.role !== "pad" && node.role !== "group")
    node.control.toggleAttribute("required", required);
  node.box.classList.toggle("required", required);
}

function setDisabled(node: MirrorNode, disabled: boolean): void {
  if (node.role === "pad") node.control.classList.toggle("read-only", disabled);
  else node.control.toggleAttribute("disabled", disabled);
}

function setValue(node: MirrorNode, value: string, texts: MirrorTexts): void {
  switch (node.role) {
    case "link":
      node.control.setAttribute("href", value);
      return;
    case "row":
    case "file":
      if (node.shown) node.shown.textContent = value;
      return;
    case "progress":
      setAttribute(node.control, "value", value);
      return;
    case "pad":
      showStrokes(node, value, texts);
      return;
    default:
      setText(node.control as FormControl, value);
  }
}

/** Writes a field only when it differs, since every write clears the browser's undo list. */
function setText(control: FormControl, value: string): void {
  if (control.value === value) return;
  const keepsCaret = control === document.activeElement && control instanceof HTMLInputElement;
  const caret = keepsCaret ? control.selectionStart : null;
  control.value = value;
  if (keepsCaret && caret !== null) control.setSelectionRange(caret, caret);
}

function setOptions(select: HTMLSelectElement, options: [value: string, label: string][]): void {
  const shown = select.value;
  select.replaceChildren(...options.map(([value, label]) => element("option", { value }, label)));
  select.value = shown;
}

function setError(node: MirrorNode, error: string): void {
  setAside(node, "error", error);
  // aria-invalid is not allowed on a plain group nor on an image: there the description says it.
  if (node.role !== "group" && node.role !== "pad")
    setAttribute(node.control, "aria-invalid", error ? "true" : "");
  node.box.classList.toggle("invalid", error !== "");
}

/** The hint stands between label and control, the error below everything. */
function setAside(node: MirrorNode, which: "hint" | "error", text: string): void {
  let aside = node[which];
  if (!aside) {
    if (!text) return;
    aside = element("p", { id: `${node.key}-${which}`, class: `${which} part` });
    node[which] = aside;
    if (which === "error") node.box.append(aside);
    else node.label.after(aside);
  }
  aside.textContent = text;
  aside.hidden = !text;
  const described = [node.hint, node.error].filter((each) => each && !each.hidden);
  setAttribute(node.control, "aria-describedby", described.map((each) => each?.id).join(" "));
}
