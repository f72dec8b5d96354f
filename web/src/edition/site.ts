// The page as a site: its files are fetched, and a service worker keeps them for the next visit.
import { files } from "pli:site";
import { startServiceWorker } from "../start/trusted";
import type { Edition } from "./edition";

/** How often a script was asked for in vain. */
const failures = new Map<string, number>();

/**
 * An import starts from the importing file's folder, and the site's addresses from the page's. Some browsers never ask
 * again for an address whose import failed once: the fragment makes it another one, of the same file.
 */
async function importScript(address: string): Promise<unknown> {
  const failed = failures.get(address) ?? 0;
  const url = new URL(address, document.baseURI);
  if (failed > 0) url.hash = String(failed);
  try {
    return await import(url.href);
  } catch (reason) {
    failures.set(address, failed + 1);
    throw reason;
  }
}

export const edition: Edition = {
  async file(address) {
    const response = await fetch(address).catch(() => null);
    return response?.ok ? response : null;
  },

  canvasCode() {
    return importScript(files.canvasCode) as ReturnType<Edition["canvasCode"]>;
  },

  /** Scripts, unlike files, are still to be had once the page has closed its network. */
  sevenZip() {
    return importScript(files.sevenZip) as ReturnType<Edition["sevenZip"]>;
  },

  prepareOffline() {
    if (!("serviceWorker" in navigator)) return; // as in the private windows of some browsers
    startServiceWorker().catch(() => undefined); // the page then needs the network at each visit, as without it
  },
};
