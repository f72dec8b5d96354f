// Keeps the DOM equal to the tree of nodes that the C++ side declares, one patch after the other.
import { setAttribute } from "../base/elements";
import { makeNode, type MirrorNode, type MirrorTexts } from "./nodes";
import { setProperties } from "./properties";
import type { Operation } from "./protocol";
import { placeReveal } from "./secret";

export interface MirrorHost {
  /** The main area's height in canvas mode, CSS px. */
  height(pixels: number): void;
  effect(name: string, payload: unknown): void;
}

/** Told to the root after every patch. */
export const patched = "pli:patched";

/** CSS custom properties that place a part over the canvas; plain HTML ignores them. */
const placement = ["--x", "--y", "--w", "--h"];

export class Mirror {
  /** While nodes move, the browser reports focus changes that no user made. */
  moving = false;
  /** The field under an input method, which nobody may write to. */
  composing: Element | null = null;
  private readonly nodes = new Map<string, MirrorNode>();

  constructor(
    private readonly root: HTMLElement,
    private readonly texts: MirrorTexts,
    private readonly host: MirrorHost,
  ) {}

  node(key: string): MirrorNode | undefined {
    return this.nodes.get(key);
  }

  /** Every file field in the page, in no particular order. */
  files(): MirrorNode[] {
    return [...this.nodes.values()].filter((node) => node.role === "file");
  }

  apply(patch: Operation[]): void {
    for (const operation of patch) this.applyOne(operation);
    this.root.dispatchEvent(new Event(patched));
  }

  focus(key: string): void {
    const node = this.nodes.get(key);
    const radio = node?.role === "radiogroup" ? chosenRadio(node.box) : null;
    (radio ?? node?.control)?.focus();
  }

  private applyOne(operation: Operation): void {
    switch (operation[0]) {
      case "+": {
        const [, key, role, parent, previous] = operation;
        const node = makeNode(key, role, parent, this.texts);
        this.nodes.set(key, node);
        this.insert(node, this.nodes.get(parent)?.content ?? this.root, previous);
        return;
      }
      case "-":
        this.remove(operation[1]);
        return;
      case "m":
        this.move(operation[1], operation[2]);
        return;
      case "=":
        this.set(operation[1], operation[2]);
        return;
      case "r":
        this.place(operation);
        return;
      case "h":
        this.host.height(operation[1]);
        return;
      case "f":
        this.focus(operation[1]);
        return;
      case "!":
        this.host.effect(operation[1], operation[2]);
    }
  }

  private insert(node: MirrorNode, parent: Element, previous: string): void {
    const before = this.nodes.get(previous);
    if (before) before.box.after(node.box);
    else parent.prepend(node.box);
  }

  private remove(key: string): void {
    const node = this.nodes.get(key);
    if (!node) return;
    node.box.remove();
    for (const [other, { box }] of this.nodes) if (node.box.contains(box)) this.nodes.delete(other);
  }

  private move(key: string, previous: string): void {
    const node = this.nodes.get(key);
    if (!node?.box.parentElement) return;
    const focused = document.activeElement;
    this.moving = true;
    this.insert(node, node.box.parentElement, previous);
    if (focused instanceof HTMLElement && node.box.contains(focused)) focused.focus();
    this.moving = false;
  }

  private set(key: string, properties: Extract<Operation, ["=", ...unknown[]]>[2]): void {
    const node = this.nodes.get(key);
    if (!node) return;
    if (node.control === this.composing && properties.value !== undefined) {
      const rest = { ...properties };
      delete rest.value;
      setProperties(node, rest, this.texts);
    } else setProperties(node, properties, this.texts);
  }

  private place([, key, part, ...rect]: Extract<Operation, ["r", ...unknown[]]>): void {
    const node = this.nodes.get(key);
    const target = node && placedElement(node, part);
    if (!target) return;
    placement.forEach((name, index) => {
      target.style.setProperty(name, `${rect[index] ?? 0}px`);
    });
    // A part that the painter gave no room is not shown at all.
    setAttribute(target, "data-off", rect[2] === 0 && rect[3] === 0 ? "1" : "");
    if (part === 0) placeReveal(node);
  }
}

/** Of a group of radios the keyboard reaches one: the chosen one, or the first. */
function chosenRadio(group: HTMLElement): HTMLElement | null {
  return group.querySelector<HTMLElement>("input:checked") ?? group.querySelector("input");
}

/** The element of a Part, by the numbers of node.hpp: control, label, error, hint. */
function placedElement(node: MirrorNode, part: number): HTMLElement | undefined {
  switch (part) {
    case 0:
      return placedControl(node);
    case 1:
      return node.label;
    case 2:
      return node.error;
    default:
      return node.hint;
  }
}

/** What stands at the control's place: most often the control itself. */
function placedControl(node: MirrorNode): HTMLElement {
  if (node.role === "item") return node.label;
  return node.role === "file" ? (node.control.parentElement ?? node.control) : node.control;
}
