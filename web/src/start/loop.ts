// When the C++ side runs: once after every event, and never otherwise.
import { today } from "../base/day";
import { EventType, type Operation, type Send } from "../mirror/protocol";
import type { Draw, PageModule } from "../page/module";

export interface LoopHost {
  /** Applies what changed, if anything did. */
  apply(patch: Operation[]): void;
  /** What lays frames out now, if the DOM does not do it itself. */
  draw(): Draw | null;
}

/** What the page understands from the start (first_messages of wasm/ui/messages.cpp). */
const firstMessages: ReadonlySet<string> = new Set(["texts", "remembered", "kept-card"]);

export class Loop {
  private scheduled = false;
  private host: LoopHost | null = null;
  /** Messages for the whole page, until it is there. */
  private held: (() => void)[] | null = [];
  /** The day that the C++ side was told: a page may stay open overnight. */
  private day = "";

  constructor(private readonly page: PageModule) {}

  /** From here on, wake() has an effect. */
  begin(host: LoopHost): void {
    this.host = host;
    this.wake();
    document.addEventListener("visibilitychange", this.wake); // who comes back in the morning sees the new day
  }

  readonly send: Send = (type, key, value) => {
    this.page.event(type, key, value);
    this.wake();
  };

  readonly message = (name: string, payload: unknown): void => {
    const send = (): void => {
      this.send(EventType.Message, name, JSON.stringify(payload));
    };
    if (this.held && !firstMessages.has(name)) this.held.push(send);
    else send();
  };

  /** The rest of the page is there (PageModule.complete): it is given its wording, and what waited for it. */
  readonly whole = (sentences: Readonly<Record<string, string>>): void => {
    this.message("texts", { sentences });
    const held = this.held ?? [];
    this.held = null;
    held.forEach((send) => {
      send();
    });
  };

  /** One run after the present events. A hidden page has no frames, but its answers still arrive. */
  readonly wake = (): void => {
    if (this.scheduled || !this.host) return;
    this.scheduled = true;
    // What is drawn is worth waiting for the screen.
    if (this.host.draw() && !document.hidden) requestAnimationFrame(this.run);
    else queueMicrotask(this.run);
  };

  private tellDay(): void {
    const day = today();
    if (day === this.day) return;
    this.day = day;
    this.page.event(EventType.Message, "today", JSON.stringify({ day }));
  }

  private readonly run = (): void => {
    this.scheduled = false;
    if (!this.host) return;
    this.tellDay();
    const { again, patch } = this.page.frame(this.host.draw());
    this.host.apply(patch);
    if (again) this.wake();
  };
}
