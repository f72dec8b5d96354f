// Fetching ahead, and closing the network behind the page once everything is there.
import { edition } from "pli:edition";
import { byId, element } from "../base/elements";
import type { Supplies } from "./supplies";

export interface CompletionTexts {
  fetchFailed: string;
}

export interface Ahead {
  /** What comes before everything else, if anything; it never rejects. */
  first: (() => Promise<void>) | null;
  supplies: Supplies;
  texts: CompletionTexts;
  /** Called once, when all is there. */
  complete: () => void;
}

/** Starts when the browser has nothing better to do. */
export function fetchAhead({ first, supplies, texts, complete }: Ahead): void {
  const status = byId("supplies-status");
  const attempt = (): void => {
    Promise.all([supplies.fetchAll(), document.fonts.ready]).then(
      () => {
        status.textContent = "";
        closeNetwork();
        performance.mark("app-complete");
        complete();
        edition.prepareOffline();
      },
      () => {
        status.textContent = texts.fetchFailed;
        window.addEventListener("online", attempt, { once: true });
      },
    );
  };
  whenIdle(() => {
    if (first) void first().then(attempt);
    else attempt();
  });
}

/** From here on the browser itself refuses every request of the page. */
function closeNetwork(): void {
  document.head.append(
    element("meta", { "http-equiv": "Content-Security-Policy", content: "connect-src 'none'" }),
  );
}

function whenIdle(task: () => void): void {
  // Safari has no requestIdleCallback.
  if ("requestIdleCallback" in window) requestIdleCallback(task, { timeout: 2000 });
  else setTimeout(task, 200);
}
