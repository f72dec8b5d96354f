// Addresses and titles. Neither carries personal data: routes name screens only.
import { byId } from "../base/elements";
import { EventType, type Send } from "../mirror/protocol";
import { askBeforeLeaving } from "./leaving";

export const homeRoute = "#/";

export interface Screen {
  route: string;
  title: string;
  push: boolean;
}

export function currentRoute(): string {
  return location.hash.startsWith("#/") ? location.hash : homeRoute;
}

/** The address that the page knows of. */
let told = "";

export function showScreen({ route, title, push }: Screen): void {
  document.title = title;
  // The user went on meanwhile, back twice for instance: the event of that address is on its way.
  if (!push && currentRoute() !== told) return;
  told = route;
  if (location.hash === route) return;
  if (push) history.pushState(null, "", route);
  else history.replaceState(null, "", route);
  window.scrollTo(0, 0);
}

/** Back and forward buttons, links of the page and addresses typed by hand. */
export function listenToAddress(send: Send): void {
  told = currentRoute();
  history.scrollRestoration = "manual";
  window.addEventListener("hashchange", () => {
    window.scrollTo(0, 0);
    told = currentRoute();
    send(EventType.Route, "", told);
  });
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
}

/** A full reload is the one way to be sure that no memory of the page keeps an answer. */
export function eraseEverything(): void {
  askBeforeLeaving(false); // the user was asked already, in the page
  history.replaceState(null, "", homeRoute);
  location.reload();
}
