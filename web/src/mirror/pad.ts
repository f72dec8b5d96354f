// The signature pad: draws strokes in 1000 × 300 units, by mouse, pen or touch.
import { svg } from "../base/elements";
import type { MirrorNode, MirrorTexts } from "./nodes";
import { EventType, type Send } from "./protocol";

const width = 1000;
const height = 300;

/** Shows the strokes that the C++ side holds: "x,y x,y;x,y …". */
export function showStrokes(node: MirrorNode, value: string, texts: MirrorTexts): void {
  const strokes = value.split(";").filter(Boolean);
  const lines = strokes.map((points) => svg("polyline", { points: visible(points) }));
  node.control.querySelector("svg")?.replaceChildren(...lines);
  if (node.shown) node.shown.textContent = strokes.length > 0 ? texts.padDrawn : texts.padEmpty;
}

/** A polyline of one point draws nothing: a dot is a line to itself. */
function visible(points: string): string {
  return points.includes(" ") ? points : `${points} ${points}`;
}

/** Follows the pointer over any pad inside `root` and sends each finished stroke. */
export function listenToPads(root: HTMLElement, send: Send): void {
  let stroke: Stroke | null = null;
  root.addEventListener("pointerdown", (event) => {
    const pad = (event.target as Element).closest<HTMLElement>(".pad:not(.read-only)");
    if (!pad || stroke || event.button !== 0) return;
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    stroke = new Stroke(pad, event);
  });
  root.addEventListener("pointermove", (event) => {
    if (stroke?.pointer === event.pointerId) stroke.follow(event);
  });
  const end = (event: PointerEvent): void => {
    if (stroke?.pointer !== event.pointerId) return;
    const finished = stroke;
    stroke = null;
    send(EventType.Stroke, finished.pad.id, finished.points.join(" "));
  };
  root.addEventListener("pointerup", end);
  root.addEventListener("pointercancel", end);
}

class Stroke {
  readonly pointer: number;
  readonly points: string[] = [];
  private readonly line = svg("polyline", { class: "live" });
  private readonly frame: DOMRect;

  constructor(
    readonly pad: HTMLElement,
    event: PointerEvent,
  ) {
    this.pointer = event.pointerId;
    this.frame = pad.getBoundingClientRect();
    pad.querySelector("svg")?.append(this.line);
    this.add(event);
    this.show();
  }

  follow(event: PointerEvent): void {
    const events = event.getCoalescedEvents();
    for (const each of events.length > 0 ? events : [event]) this.add(each);
    this.show();
  }

  private add(event: PointerEvent): void {
    const x = scaled(event.clientX - this.frame.left, this.frame.width, width);
    const y = scaled(event.clientY - this.frame.top, this.frame.height, height);
    const point = `${x},${y}`;
    if (this.points.at(-1) !== point) this.points.push(point);
  }

  private show(): void {
    this.line.setAttribute("points", visible(this.points.join(" ")));
  }
}

function scaled(offset: number, size: number, units: number): number {
  return Math.min(Math.max(Math.round((offset / size) * units), 0), units);
}
