// How the page is shown: drawn by Dear ImGui under the nodes (canvas), or as a plain HTML form. Both
// are the same nodes and the same C++ state; only this file knows which one is on. The page begins in
// plain HTML, and Dear ImGui joins in once it is there.
import { byId } from "../base/elements";
import { loadCanvas } from "../canvas/load";
import type { CanvasModule } from "../canvas/module";
import type { Draw } from "../page/module";
import { CanvasBand } from "./band";
import { holdInView } from "./hold";
import { onTextMetricsChange } from "./probe";

export type Mode = "canvas" | "html";

export class View {
  private mode: Mode = "html";
  /** Null as long as it is not there, or has nothing to draw on. */
  private module: CanvasModule | null = null;
  /** The user wants text to look otherwise, which only styled HTML can follow. */
  private ownText = false;
  /** Brings what the user looks at back to its place, once the next frame stands. */
  private release: (() => void) | null = null;
  private readonly canvas = byId("canvas") as HTMLCanvasElement;
  private readonly main = byId("main");
  private readonly button = byId("mode-button");
  private readonly band = new CanvasBand(this.main, this.canvas);
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private readonly forcedColors = matchMedia("(forced-colors: active)");

  constructor(private readonly wake: () => void) {}

  begin(): void {
    this.listen();
    this.switchTo("html");
  }

  /** From here on a change of the letters' size is the user's: the page's own are there, or never will be. */
  watchText(): void {
    // Larger or wider spaced text is a wish about text: only styled HTML can follow it.
    onTextMetricsChange(byId("probe"), () => {
      this.ownText = true;
      this.switchTo("html");
    });
  }

  /**
   * Fetches Dear ImGui and turns to it under the user's hands, where it is worth its while; else nothing is fetched.
   * `font` is what it measures and the CSS shows. Never rejects: without it, the page goes on in plain HTML.
   */
  async turnToCanvas(wanted: Mode | null, font: Uint8Array | null): Promise<void> {
    if (!font || wanted === "html" || this.forcedColors.matches || this.ownText) return;
    if (!this.openContext(wanted)) return;
    const module = await loadCanvas().catch(() => null);
    if (!module?.font(font) || !module.open("#canvas")) return;
    this.listenToContext(module);
    this.join(module);
  }

  /** What lays frames out now; null when the DOM does it itself. */
  get draw(): Draw | null {
    return this.mode === "canvas" ? this.drawOrLeave : null;
  }

  /** A frame was applied. */
  framed(): void {
    this.release?.();
    this.release = null;
  }

  /** Height of the main area, told by the C++ side after laying it out. */
  setHeight(pixels: number): void {
    this.band.contentHeight = pixels;
    this.main.style.setProperty("--content-height", `${pixels}px`);
    this.update(false);
  }

  /** Dear ImGui is only worth its while where WebGL2 is fast, unless it was asked for. */
  private openContext(wanted: Mode | null): boolean {
    const context = this.canvas.getContext("webgl2", {
      alpha: false,
      antialias: false,
      depth: false,
      stencil: false,
      powerPreference: "low-power",
      failIfMajorPerformanceCaveat: wanted !== "canvas",
    });
    return context !== null;
  }

  /** A canvas that cannot draw is left, whatever the reason. */
  private readonly drawOrLeave: Draw = (scene) => {
    let places: Uint8Array | null = null;
    try {
      places = this.module?.draw(scene) ?? null;
    } catch {
      // It ended itself, as C++ does without memory.
    }
    if (!places) this.leaveCanvas();
    return places;
  };

  private join(module: CanvasModule): void {
    this.module = module;
    this.switchTo(this.ownText ? "html" : "canvas");
  }

  private leaveCanvas(): void {
    this.module = null;
    this.switchTo("html");
  }

  private switchTo(wanted: Mode): void {
    const possible = this.module && !this.forcedColors.matches;
    const mode = wanted === "canvas" && possible ? "canvas" : "html";
    if (mode !== this.mode) this.release = holdInView(this.main);
    this.mode = mode;
    document.documentElement.dataset.mode = mode;
    this.button.setAttribute("aria-pressed", String(mode === "html"));
    this.button.hidden = !this.module;
    this.module?.dark(this.dark.matches);
    this.update(true);
    this.wake();
  }

  private update(force: boolean): void {
    if (this.mode !== "canvas") return;
    const band = this.band.update(force);
    if (!band) return;
    this.module?.view(band);
    this.wake();
  }

  private listen(): void {
    const update = (): void => {
      this.update(false);
    };
    window.addEventListener("scroll", update, { passive: true });
    window.addEventListener("resize", update); // a taller window shows more than the band may hold
    new ResizeObserver(update).observe(this.main);
    this.watchRatio();
    this.dark.addEventListener("change", () => {
      this.switchTo(this.mode);
    });
    this.forcedColors.addEventListener("change", () => {
      this.switchTo("canvas");
    });
    this.button.addEventListener("click", () => {
      this.switchTo(this.mode === "canvas" ? "html" : "canvas");
    });
  }

  private listenToContext(module: CanvasModule): void {
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      module.lost();
      this.leaveCanvas();
    });
    this.canvas.addEventListener("webglcontextrestored", () => {
      if (module.open("#canvas")) this.join(module);
    });
  }

  private watchRatio(): void {
    const current = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const changed = (): void => {
      this.update(false);
      this.watchRatio();
    };
    current.addEventListener("change", changed, { once: true });
  }
}
