// The page's letters: the same bytes for the style sheets and for Dear ImGui, so that both measure alike.
import { fetchBytes } from "../base/fetching";

/** Known to web/static/page.css. */
const family = "Pli";

/**
 * Fetches the font and gives it to the document, or null: the page is then shown in the system's letters, without
 * canvas. A font that style sheets name by address is asked for again whenever the browser thinks fit.
 */
export async function loadFont(address: string): Promise<Uint8Array | null> {
  try {
    const bytes = await fetchBytes(address);
    document.fonts.add(await new FontFace(family, bytes.buffer).load());
    return bytes;
  } catch {
    return null;
  }
}
