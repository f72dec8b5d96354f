// How the page is shown: drawn by Dear ImGui under the nodes (canvas), or as a plain HTML form. Both
// are the same nodes and the same C++ state; only this file knows which one is on.
import { byId } from "../base/elements";
import type { PageModule } from "../page/module";
import { CanvasBand } from "./band";
import { onTextMetricsChange } from "./probe";

export type Mode = "canvas" | "html";

export class View {
  mode: Mode = "html";
  private canvasReady = false;
  private readonly canvas = byId("canvas") as HTMLCanvasElement;
  private readonly main = byId("main");
  private readonly button = byId("mode-button");
  private readonly band = new CanvasBand(this.main, this.canvas);
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private readonly forcedColors = matchMedia("(forced-colors: active)");

  constructor(
    private readonly page: PageModule,
    private readonly wake: () => void,
  ) {}

  /** Chooses the first mode; `font` is what Dear ImGui measures and the CSS shows. Without it, no canvas. */
  begin(wanted: Mode | null, font: Uint8Array | null): void {
    if (font && wanted !== "html" && !this.forcedColors.matches && this.openContext(wanted)) {
      this.canvasReady = this.page.font(font) && this.page.openCanvas("#canvas");
    }
    this.listen();
    this.switchTo(this.canvasReady ? "canvas" : "html");
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

  private switchTo(mode: Mode): void {
    this.mode = mode === "canvas" && this.canvasReady ? "canvas" : "html";
    document.documentElement.dataset.mode = this.mode;
    this.button.setAttribute("aria-pressed", String(this.mode === "html"));
    this.button.hidden = !this.canvasReady;
    this.page.mode(this.mode === "canvas", this.dark.matches);
    this.update(true);
    this.wake();
  }

  private update(force: boolean): void {
    if (this.mode !== "canvas") return;
    const band = this.band.update(force);
    if (!band) return;
    this.page.view(band);
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
      this.switchTo(this.forcedColors.matches ? "html" : "canvas");
    });
    this.button.addEventListener("click", () => {
      this.switchTo(this.mode === "canvas" ? "html" : "canvas");
    });
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      this.page.canvasLost();
      this.canvasReady = false;
      this.switchTo("html");
    });
    this.canvas.addEventListener("webglcontextrestored", () => {
      this.canvasReady = this.page.openCanvas("#canvas");
      this.switchTo(this.forcedColors.matches ? "html" : "canvas");
    });
    // Larger or wider spaced text is a wish about text: only styled HTML can follow it.
    onTextMetricsChange(byId("probe"), () => {
      this.switchTo("html");
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
