// The canvas' C++ side in the shell's own terms.
import type { Draw } from "../page/module";
import type { Band } from "../view/band";

export interface CanvasModule {
  /** Opens the graphics context, or opens it again after its loss; false without WebGL2. */
  open(selector: string): boolean;
  lost(): void;
  /** The font that the style sheets show text in; false when it cannot be used. */
  font(bytes: Uint8Array): boolean;
  view(band: Band): void;
  dark(dark: boolean): void;
  draw: Draw;
}
