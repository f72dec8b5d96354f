// Where the page's own files come from. web/build.mjs puts one of the editions into each page as "pli:edition": the
// site fetches them, the single file holds them.
import type * as canvas from "../canvas/main";

export interface SevenZipParts {
  /** The worker's classic script. */
  code: string;
  /** Its module in base64. */
  wasm: string;
}

export interface Edition {
  /** One of the files of "pli:site"; null when it cannot be had. */
  file(address: string): Promise<Response | null>;
  /** Rejects when it cannot be had. */
  canvasCode(): Promise<typeof canvas>;
  /** Asked for only when a user wants it, also long after the page was complete. Rejects when it cannot be had. */
  sevenZip(): Promise<SevenZipParts>;
  /** Sees to it that the page opens the next time too, whatever the network does. Once the page is complete. */
  prepareOffline(): void;
}
