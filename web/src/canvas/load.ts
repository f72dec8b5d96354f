// Fetches the canvas once the page can be used without it.
import { files } from "pli:site";
import { fetchModule } from "../base/fetching";
import type { CanvasModule } from "./module";

/** Rejects when code or module cannot be had. */
export async function loadCanvas(): Promise<CanvasModule> {
  // An import starts from the importing file's folder, and the site's addresses from the page's.
  const address = new URL(files.canvasCode, document.baseURI).href;
  const [code, module] = await Promise.all([
    import(address) as Promise<typeof import("./main")>,
    fetchModule(files.canvasWasm),
  ]);
  return code.startCanvas(module);
}
