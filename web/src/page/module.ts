// The page's C++ side in the shell's own terms.
import type { Failure } from "../effects/failure";
import type { EventType, Operation } from "../mirror/protocol";

export interface Frame {
  /** Another run is wanted although nothing new happened. */
  again: boolean;
  /** Operations of the patch protocol, in order. */
  patch: Operation[];
}

/**
 * Lays out and draws a scene and answers its places, both as wasm/semantics/scene.hpp writes them; null when it cannot.
 */
export type Draw = (scene: Uint8Array<ArrayBuffer>) => Uint8Array | null;

export interface PageModule {
  /** Null when the page stands, else why the form pack was refused. */
  start(pack: Uint8Array, texts: Uint8Array, today: string, route: string): Failure | null;
  /** Adds what a first load does without; wanted before the message "texts" (wasm/ui/messages.hpp). */
  complete(rest: WebAssembly.Module): Promise<void>;
  event(type: EventType, key: string, value: string): void;
  /** One frame, placed by `draw`; without it the DOM lays itself out. */
  frame(draw: Draw | null): Frame;
}
