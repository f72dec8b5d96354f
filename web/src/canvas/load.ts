// Fetches the canvas once the page can be used without it.
import { edition } from "pli:edition";
import { files } from "pli:site";
import { fetchModule } from "../base/fetching";
import type { CanvasModule } from "./module";

/** Rejects when code or module cannot be had. */
export async function loadCanvas(): Promise<CanvasModule> {
  const [code, module] = await Promise.all([edition.canvasCode(), fetchModule(files.canvasWasm)]);
  return code.startCanvas(module);
}
