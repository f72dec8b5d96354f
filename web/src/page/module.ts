// The page's C++ side in the shell's own terms.
import type { Failure } from "../effects/failure";
import type { EventType, Operation } from "../mirror/protocol";
import type { Band } from "../view/band";

export interface Frame {
  /** Another run is wanted although nothing new happened. */
  again: boolean;
  /** Operations of the patch protocol, in order. */
  patch: Operation[];
}

export interface PageModule {
  /** Null when the page stands, else why the form pack was refused. */
  start(pack: Uint8Array, texts: Uint8Array, today: string, route: string): Failure | null;
  event(type: EventType, key: string, value: string): void;
  frame(): Frame;
  view(band: Band): void;
  mode(canvas: boolean, dark: boolean): void;
  openCanvas(selector: string): boolean;
  canvasLost(): void;
  /** The font that the style sheets show text in; false when it cannot be used. */
  font(bytes: Uint8Array): boolean;
}
