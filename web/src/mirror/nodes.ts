// One DOM structure per role of wasm/semantics/node.hpp.
import { element, svg } from "../base/elements";
import type { Role } from "./protocol";
import { makeTable, makeTableRow } from "./table";

export interface MirrorNode {
  readonly key: string;
  readonly role: Role;
  /** What sits in the parent; removing it removes the node. */
  box: HTMLElement;
  /** What takes the focus and carries the state; its id is the key. */
  control: HTMLElement;
  /** Where the label's text goes. */
  label: HTMLElement;
  /** Where children go; absent on leaves. */
  content?: HTMLElement;
  hint?: HTMLElement;
  error?: HTMLElement;
  /** Field: the button that shows a passphrase. */
  reveal?: HTMLElement;
  /** File: where the chosen name shows. Row: the value. */
  shown?: HTMLElement;
}

export type Parts = Omit<MirrorNode, "key" | "role">;

/** Browsers must neither remember, correct nor send away what is typed. */
const discreet = {
  autocomplete: "off",
  autocapitalize: "off",
  autocorrect: "off",
  spellcheck: "false",
  writingsuggestions: "false",
};

/** Texts that the mirror itself shows, from the catalogue. */
export interface MirrorTexts {
  dropHere: string;
  show: string;
  hide: string;
  showPassphrase: string;
  hidePassphrase: string;
  padEmpty: string;
  padDrawn: string;
}

function simple(
  name: "p" | "button" | "a",
  key: string,
  attributes: Record<string, string>,
): Parts {
  const box = element(name, { id: key, ...attributes });
  return { box, control: box, label: box };
}

/** A label above its control. */
function labelled(
  kind: string,
  key: string,
  control: HTMLElement,
  ...around: HTMLElement[]
): Parts {
  const label = element("label", { for: key, class: "label part" });
  const outer = around[0] ?? control;
  return { box: element("div", { class: `field ${kind}` }, label, outer), control, label };
}

/** A control before its label: ticks and radios. */
function ticked(key: string, type: "checkbox" | "radio", name: string): Parts {
  const control = element("input", { id: key, type, class: "part", ...discreet });
  if (name) control.name = name;
  const label = element("label", { for: key, class: "label part" });
  return { box: element("div", { class: "field tick" }, control, label), control, label };
}

function fieldset(key: string, attributes: Record<string, string>): Parts {
  const label = element("legend", { id: `${key}-label`, class: "label part" });
  const content = element("div", { class: "content" });
  const box = element("fieldset", { id: key, tabindex: "-1", ...attributes }, label, content);
  return { box, control: box, label, content };
}

function item(key: string): Parts {
  const label = element("span", { class: "label part" });
  const content = element("div", { class: "content" });
  const box = element("li", { id: key }, label, content);
  return { box, control: box, label, content };
}

function stepper(key: string): Parts {
  const label = element("p", { id: `${key}-label`, class: "label part" });
  const content = element("ol");
  const box = element(
    "nav",
    { id: key, class: "stepper", "aria-labelledby": label.id },
    label,
    content,
  );
  return { box, control: box, label, content };
}

function row(key: string): Parts {
  const label = element("dt", { class: "label part" });
  const shown = element("dd", { id: key, class: "part" });
  return { box: element("div", { class: "row" }, label, shown), control: shown, label, shown };
}

function container(name: "div" | "ul" | "dl" | "section", key: string, extra = {}): Parts {
  const box = element(name, { id: key, ...extra });
  return { box, control: box, label: box, content: box };
}

/** The native control lies, invisible, over the whole zone: it takes clicks, keys and drops itself. */
function file(key: string, texts: MirrorTexts): Parts {
  const control = element("input", { id: key, type: "file", ...discreet });
  const shown = element("span", { class: "file-name", "aria-hidden": "true" });
  shown.dataset.empty = texts.dropHere;
  const zone = element("div", { class: "drop-zone part" }, control, shown);
  return { ...labelled("file", key, control, zone), shown };
}

function pad(key: string): Parts {
  const label = element("p", { id: `${key}-label`, class: "label part" });
  const drawing = svg("svg", { viewBox: "0 0 1000 300", "aria-hidden": "true" });
  const control = element("div", {
    id: key,
    class: "pad part",
    role: "img",
    tabindex: "-1",
    "aria-labelledby": `${label.id} ${key}-state`,
  });
  const shown = element("span", { id: `${key}-state`, class: "visually-hidden" });
  control.append(drawing, shown);
  return { box: element("div", { class: "field" }, label, control), control, label, shown };
}

/** Makes the elements of a node; `parent` is the key of the node it goes into. */
export function makeNode(key: string, role: Role, parent: string, texts: MirrorTexts): MirrorNode {
  return { key, role, ...makeParts(key, role, parent, texts) };
}

function makeParts(key: string, role: Role, parent: string, texts: MirrorTexts): Parts {
  switch (role) {
    case "heading":
      return makeHeading(key, 2);
    case "text":
      return simple("p", key, { class: "text part" });
    case "field":
      return labelled(
        "line",
        key,
        element("input", { id: key, type: "text", class: "part", ...discreet }),
      );
    case "area":
      return labelled(
        "area",
        key,
        element("textarea", { id: key, rows: "4", class: "part", ...discreet }),
      );
    case "select":
      return labelled("choice", key, element("select", { id: key, class: "part", ...discreet }));
    case "check":
      return ticked(key, "checkbox", "");
    case "radio":
      return ticked(key, "radio", parent);
    case "group":
      return fieldset(key, { class: "group" });
    case "radiogroup":
      return fieldset(key, {
        role: "radiogroup",
        class: "radios",
        "aria-labelledby": `${key}-label`,
      });
    case "button":
      return simple("button", key, { type: "button", class: "button part" });
    case "link":
      return simple("a", key, { class: "link part" });
    case "alert":
      return container("div", key, { role: "alert", tabindex: "-1", class: "alert" });
    case "status":
      return simple("p", key, { role: "status", class: "status part" });
    case "list":
      return container("ul", key);
    case "item":
      return item(key);
    case "stepper":
      return stepper(key);
    case "rows":
      return container("dl", key);
    case "row":
      return row(key);
    case "progress":
      return labelled("advance", key, element("progress", { id: key, max: "100", class: "part" }));
    case "file":
      return file(key, texts);
    case "pad":
      return pad(key);
    case "table":
      return makeTable(key);
    case "tablerow":
      return makeTableRow(key);
    case "region":
      return container("section", key, { class: "region" });
  }
}

/** Headings take the focus when a screen opens, but are no stop for the Tab key. */
export function makeHeading(key: string, level: number): Parts {
  const name = `h${Math.min(Math.max(level, 1), 4)}` as "h1";
  const box = element(name, { id: key, tabindex: "-1", class: "heading part" });
  return { box, control: box, label: box };
}
