// Chosen and dropped files, by node key. Only the worker reads their bytes.
import { shellFailure } from "../effects/failure";
import type { Mirror } from "./mirror";
import { EventType, type Send } from "./protocol";

export class ChosenFiles {
  private readonly files = new Map<string, File>();

  constructor(
    form: HTMLFormElement,
    private readonly mirror: Mirror,
    private readonly send: Send,
  ) {
    form.addEventListener("change", (event) => {
      const input = event.target as HTMLInputElement;
      if (input.type === "file") this.take(input.id, input.files?.[0]);
    });
    this.acceptDrops();
  }

  /** Throws the failure "shell.unreadable-file" when none is chosen. */
  get(key: string): File {
    const file = this.files.get(key);
    if (!file) throw shellFailure("shell.unreadable-file");
    return file;
  }

  forget(key: string): void {
    this.files.delete(key);
    const control = this.mirror.node(key)?.control;
    if (control instanceof HTMLInputElement) control.value = "";
  }

  private take(key: string, file: File | undefined): void {
    if (file) this.files.set(key, file);
    else this.files.delete(key);
    this.send(EventType.File, key, file?.name ?? "");
  }

  /** A file dropped beside a zone must never replace the page; if there is one zone, it takes it. */
  private acceptDrops(): void {
    window.addEventListener("dragover", (event) => {
      if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
    });
    window.addEventListener("drop", (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === "file") return;
      event.preventDefault();
      const [only, another] = this.mirror.files();
      if (only && !another) this.take(only.key, event.dataTransfer?.files[0]);
    });
  }
}
