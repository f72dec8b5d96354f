// Puts boxes on pages: which line of which box stands where.

/** A piece of the document, made of lines that are painted wherever the flow puts them. */
export interface Box {
  /** Left free above the box, except at the top of a page. */
  readonly spaceBefore: number;
  readonly lineHeights: readonly number[];
  /** Never the last thing on a page (a heading, the line above a signature). */
  readonly keepWithNext: boolean;
  /** May be split even when it would fit whole on the next page. */
  readonly breakable: boolean;
  /** Painted again above the box when it is the first thing on a page: the headings of a table's columns. */
  readonly header?: Header;
  /** Paints lines `first` to `last` (both included), the first one's top at `top`. */
  readonly paint: (first: number, last: number, top: number) => void;
}

/** What is repeated at the top of a page. */
export interface Header {
  readonly height: number;
  readonly paint: (top: number) => void;
}

/** Lines that stand beside others in one box. */
export type Content = Pick<Box, "paint"> & { readonly lineCount: number };

export interface Placement {
  box: Box;
  first: number;
  last: number;
  top: number;
  /** Where the header is painted again, if it is. */
  headerTop?: number;
}

/** Where boxes may stand on the first page and on the following ones. */
export interface Area {
  firstTop: number;
  nextTop: number;
  bottom: number;
}

// No line of a split paragraph is left alone on either page.
const FEWEST_LINES = 2;

export function paginate(boxes: readonly Box[], area: Area): Placement[][] {
  const flow = new Flow(area);
  boxes.forEach((box, index) => {
    flow.place(box, heightToKeep(boxes, index, area));
  });
  return flow.pages;
}

class Flow {
  readonly pages: Placement[][] = [[]];
  private y: number;

  constructor(private readonly area: Area) {
    this.y = area.firstTop;
  }

  place(box: Box, heightToKeep: number): void {
    if (!this.page.length || this.y + box.spaceBefore + heightToKeep <= this.area.bottom) {
      this.y += this.page.length ? box.spaceBefore : 0;
    } else {
      this.startPage();
    }
    let first = 0;
    while (first < box.lineHeights.length) {
      const headerTop = this.repeatHeader(box);
      const last = this.lastFittingLine(box, first);
      this.page.push({ box, first, last, top: this.y, ...headerTop });
      this.y += heightOf(box, first, last);
      first = last + 1;
      if (first < box.lineHeights.length) {
        this.startPage();
      }
    }
  }

  private get page(): Placement[] {
    return this.pages[this.pages.length - 1] ?? [];
  }

  private startPage(): void {
    this.pages.push([]);
    this.y = this.area.nextTop;
  }

  /** Makes room for the header where the box begins a page. */
  private repeatHeader(box: Box): Pick<Placement, "headerTop"> {
    if (!box.header || this.page.length) {
      return {};
    }
    const headerTop = this.y;
    this.y += box.header.height;
    return { headerTop };
  }

  private lastFittingLine(box: Box, first: number): number {
    const end = box.lineHeights.length - 1;
    let last = first;
    while (last < end && this.y + heightOf(box, first, last + 1) <= this.area.bottom) {
      last += 1;
    }
    const left = end - last;
    const lonely = left > 0 && left < FEWEST_LINES;
    return lonely ? Math.max(first, end - FEWEST_LINES) : last;
  }
}

/** The height that must fit on the page where `boxes[index]` begins. */
function heightToKeep(boxes: readonly Box[], index: number, area: Area): number {
  let height = 0;
  for (const [position, box] of boxes.slice(index).entries()) {
    height += position ? box.spaceBefore : 0;
    if (!box.keepWithNext) {
      return height + heightOfStart(box, area);
    }
    height += wholeHeight(box);
  }
  return height;
}

function heightOfStart(box: Box, area: Area): number {
  const whole = wholeHeight(box);
  const splits = box.breakable && box.lineHeights.length >= 2 * FEWEST_LINES;
  const fitsOnOnePage = whole <= area.bottom - area.nextTop - (box.header?.height ?? 0);
  return fitsOnOnePage && !splits ? whole : heightOf(box, 0, FEWEST_LINES - 1);
}

function wholeHeight(box: Box): number {
  return heightOf(box, 0, box.lineHeights.length - 1);
}

function heightOf(box: Box, first: number, last: number): number {
  return box.lineHeights.slice(first, last + 1).reduce((sum, height) => sum + height, 0);
}
