// sw.js: gives the page without a network. A new release takes over once no page of the one before is open, which is
// what browsers do unless they are told otherwise; a page never gets files of two releases.
import { release } from "pli:release";
import { KeptRelease, type Surroundings } from "./release";

interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** The part of a service worker's global scope used here. */
interface WorkerScope extends Surroundings {
  readonly registration: { readonly scope: string };
  addEventListener(name: "install" | "activate", listener: (event: LifeEvent) => void): void;
  addEventListener(name: "fetch", listener: (event: RequestEvent) => void): void;
}

const worker = globalThis as unknown as WorkerScope;

const kept = new KeptRelease(release, worker.registration.scope, {
  caches: worker.caches,
  fetch: (address, options) => worker.fetch(address, options),
});

worker.addEventListener("install", (event) => {
  event.waitUntil(kept.install());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(kept.dropOthers());
});

worker.addEventListener("fetch", (event) => {
  const answer = kept.answer(event.request);
  if (answer) event.respondWith(answer);
});
