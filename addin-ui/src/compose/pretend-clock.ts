/** What time is it, for the draft? Now, unless somebody pretends it is another time to see what changes. */
import { byId } from "../dom/element";

export class PretendClock {
  readonly #input = byId("pretend") as HTMLInputElement;
  #offset = 0;

  #listener: (offset: number) => void = () => undefined;

  constructor() {
    this.#input.addEventListener("change", () => {
      const at = new Date(this.#input.value);
      this.set(Number.isNaN(at.getTime()) ? null : at);
    });
    byId("pretend-now").addEventListener("click", () => {
      this.set(null);
    });
    this.#show();
  }

  onChange(listener: (offset: number) => void): void {
    this.#listener = listener;
  }

  get offset(): number {
    return this.#offset;
  }

  /** Null for the real time. */
  set(at: Date | null): void {
    this.#offset = at === null ? 0 : at.getTime() - Date.now();
    this.#show();
    this.#listener(this.#offset);
  }

  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  #show(): void {
    const now = this.now();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    this.#input.value = local.toISOString().slice(0, 16);
    byId("pretend-now").hidden = this.#offset === 0;
  }
}
