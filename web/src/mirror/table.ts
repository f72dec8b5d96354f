// Tables of many rows. The page scrolls over all of them, but only those around the window exist: each
// stands at its own place in a box as high as the whole table. The keyboard walks through the links of the
// first column, one of which the Tab key reaches.
import { element } from "../base/elements";
import type { Mirror } from "./mirror";
import type { MirrorNode, Parts } from "./nodes";
import { EventType, type Properties, type Send } from "./protocol";

export function makeTable(key: string): Parts {
  const head = element("div", { class: "table-row table-head", role: "row", "aria-rowindex": "1" });
  const content = element("div", { class: "table-body", role: "rowgroup" });
  const box = element(
    "div",
    { id: key, class: "table part", role: "grid", tabindex: "-1" },
    element("div", { role: "rowgroup" }, head),
    content,
  );
  return { box, control: box, label: head, content };
}

export function makeTableRow(key: string): Parts {
  const control = element("a", { id: key, class: "table-link", tabindex: "-1" });
  const box = element("div", { class: "table-row", role: "row" });
  return { box, control, label: control };
}

export function setTableProperties(node: MirrorNode, properties: Properties): void {
  if (node.role === "table") setTable(node, properties);
  else setRow(node, properties);
}

function setTable({ box, label: head }: MirrorNode, { label, value, options }: Properties): void {
  if (label !== undefined) box.setAttribute("aria-label", label);
  if (options) {
    head.replaceChildren(
      ...options.map(([, text]) => element("span", { role: "columnheader" }, text)),
    );
    box.setAttribute("aria-colcount", String(options.length));
  }
  if (value === undefined) return;
  box.setAttribute("aria-rowcount", String(Number(value) + 1));
  box.style.setProperty("--rows", value);
}

function setRow({ box, control }: MirrorNode, { hint, value, options }: Properties): void {
  if (value !== undefined) control.setAttribute("href", value);
  if (options) {
    const [first, ...others] = options;
    control.textContent = first?.[1] ?? "";
    box.replaceChildren(
      element("span", { role: "gridcell" }, control),
      ...others.map(([, text]) => element("span", { role: "gridcell" }, text)),
    );
  }
  if (hint === undefined) return;
  box.setAttribute("aria-rowindex", String(Number(hint) + 2));
  box.dataset.index = hint;
  box.style.setProperty("--row", hint);
}

/** Tells which rows can be seen, whenever that changes, and moves the keyboard from row to row. */
export function listenToTables(form: HTMLFormElement, mirror: Mirror, send: Send): void {
  const told = new WeakMap<Element, string>();
  /** A row that the keyboard goes to as soon as it exists. */
  let wanted = -1;
  const update = (): void => {
    for (const table of form.querySelectorAll<HTMLElement>(".table")) {
      keepOneTabStop(table);
      if (wanted >= 0 && focusRow(table, wanted)) wanted = -1;
      const seen = seenRows(table);
      if (told.get(table) === seen) continue;
      told.set(table, seen);
      send(EventType.Window, table.id, seen);
    }
  };
  window.addEventListener("scroll", update, { passive: true });
  window.addEventListener("resize", update);
  form.addEventListener("pli:patched", update);
  form.addEventListener("focusin", update);
  form.addEventListener("keydown", (event) => {
    const row = (event.target as Element).closest<HTMLElement>(".table-row[data-index]");
    const table = row?.closest<HTMLElement>(".table");
    if (!row || !table || !mirror.node(table.id)) return;
    const target = rowAfter(event.key, Number(row.dataset.index), table);
    if (target === null) return;
    event.preventDefault();
    showRow(table, target);
    wanted = focusRow(table, target) ? -1 : target;
    update();
  });
}

function rowHeight(table: HTMLElement): number {
  return table.querySelector<HTMLElement>(".table-head")?.offsetHeight ?? 1;
}

function rowCount(table: HTMLElement): number {
  return Number(table.getAttribute("aria-rowcount")) - 1;
}

/** "first count focused", as EventType.Window wants it. */
function seenRows(table: HTMLElement): string {
  const height = Math.max(rowHeight(table), 1);
  const above = Math.max(0, -table.getBoundingClientRect().top - height);
  const first = Math.min(Math.floor(above / height), Math.max(rowCount(table) - 1, 0));
  const count = Math.min(Math.ceil(window.innerHeight / height) + 1, 200);
  const focused = document.activeElement?.closest<HTMLElement>(".table-row[data-index]");
  const index = focused && table.contains(focused) ? (focused.dataset.index ?? "-1") : "-1";
  // A step of some rows: small scrolls stay within the rows around the window.
  const step = Math.max(Math.floor(count / 2), 1);
  return `${Math.floor(first / step) * step} ${count} ${index}`;
}

function rowAfter(key: string, row: number, table: HTMLElement): number | null {
  const last = rowCount(table) - 1;
  const page = Math.max(Math.floor(window.innerHeight / rowHeight(table)) - 2, 1);
  const targets: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(Math.max(target, 0), last);
}

/** Scrolls so that the row can be seen whole. */
function showRow(table: HTMLElement, row: number): void {
  const height = rowHeight(table);
  const top = table.getBoundingClientRect().top + (row + 1) * height;
  if (top < height) window.scrollBy(0, top - height);
  else if (top + 2 * height > window.innerHeight)
    window.scrollBy(0, top + 2 * height - window.innerHeight);
}

function focusRow(table: HTMLElement, row: number): boolean {
  const link = table.querySelector<HTMLElement>(`.table-row[data-index="${row}"] .table-link`);
  link?.focus({ preventScroll: true });
  return link !== null;
}

/** The Tab key reaches the focused row, else the first one that can be seen. */
function keepOneTabStop(table: HTMLElement): void {
  const links = [...table.querySelectorAll<HTMLElement>(".table-link")];
  const stop =
    links.find((link) => link === document.activeElement) ??
    links.find((link) => link.getBoundingClientRect().top >= 0) ??
    links[0];
  for (const link of links) link.tabIndex = link === stop ? 0 : -1;
}
