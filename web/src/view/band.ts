// The canvas is a band of the page: it scrolls with it, and is anchored anew when the window is about
// to leave it. It never exceeds two windows nor what every graphics card can hold.

const pixelLimit = 4096;

/** What view() of the page's module takes. */
export interface Band {
  cssWidth: number;
  pixelWidth: number;
  pixelHeight: number;
  ratio: number;
  /** Top of the band within the main area, CSS px. */
  anchor: number;
}

export class CanvasBand {
  /** Height of the whole main area, CSS px; 0 until it is known. */
  contentHeight = 0;
  private band: Band | null = null;
  private cssHeight = 0;
  private snappedFor = 0;

  constructor(
    private readonly main: HTMLElement,
    private readonly canvas: HTMLCanvasElement,
  ) {}

  /** The new band when the canvas had to be resized or moved, else null. */
  update(force: boolean): Band | null {
    const ratio = window.devicePixelRatio || 1;
    const shown = window.innerHeight;
    this.snap(ratio);
    const cssWidth = this.main.clientWidth;
    const scrolled = Math.max(0, -this.main.getBoundingClientRect().top);
    const total = Math.max(this.contentHeight, shown);
    const height = Math.floor(Math.min(total, shown * 2, pixelLimit / ratio));
    if (
      !force &&
      !this.outdated(ratio, cssWidth, height, scrolled, Math.min(scrolled + shown, total))
    )
      return null;
    const centred = Math.min(scrolled - (height - shown) / 2, total - height);
    const anchor = Math.round(Math.max(0, centred) * ratio) / ratio;
    this.cssHeight = height;
    this.band = {
      cssWidth,
      pixelWidth: Math.round(cssWidth * ratio),
      pixelHeight: Math.round(height * ratio),
      ratio,
      anchor,
    };
    this.resizeCanvas(this.band);
    return this.band;
  }

  private outdated(
    ratio: number,
    cssWidth: number,
    height: number,
    top: number,
    bottom: number,
  ): boolean {
    const { band } = this;
    if (band?.ratio !== ratio || band.cssWidth !== cssWidth || this.cssHeight !== height)
      return true;
    return top < band.anchor || bottom > band.anchor + height;
  }

  /** The canvas must start on a device pixel, or the browser resamples it and all lines blur. */
  private snap(ratio: number): void {
    if (ratio === this.snappedFor) return;
    this.snappedFor = ratio;
    this.main.style.setProperty("--snap", "0px");
    const top = this.main.getBoundingClientRect().top + window.scrollY;
    const gap = Math.ceil(top * ratio - 0.01) / ratio - top;
    this.main.style.setProperty("--snap", `${gap}px`);
  }

  private resizeCanvas({ pixelWidth, pixelHeight, ratio, anchor }: Band): void {
    const { canvas } = this;
    if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
    if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
    canvas.style.setProperty("--y", `${anchor}px`);
    canvas.style.setProperty("--w", `${pixelWidth / ratio}px`);
    canvas.style.setProperty("--h", `${pixelHeight / ratio}px`);
  }
}
