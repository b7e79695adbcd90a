/**
 * What had somebody written in a form, when the pane was closed over it?
 *
 * Kept in the draft's own session data: it stays in Outlook, belongs to this draft alone, and goes with it. The key
 * is kept with it, so that what was sent without an answer is not sent twice. Where the text is too long for
 * Outlook, the rest is kept without it, and that is told.
 */
import type { Session } from "../../outlook/session-data";
import { object, text } from "../../wire/read-reply";

export interface Written {
  readonly body: string;
}
export interface Kept<T> {
  readonly fields: T;
  /** False when its text is missing. */
  readonly isWhole: boolean;
}
export type HowKept = "whole" | "part" | "nothing";

export class KeptForm<T extends Written> {
  /** The client's own name for what will be sent. */
  key: string = crypto.randomUUID();
  #newest: T | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    readonly session: Session,
    readonly name: string,
    readonly read: (value: unknown) => T,
  ) {}

  /** While the pane is open all of it is known, whatever Outlook could keep. */
  load(): Promise<Kept<T> | null> {
    return this.#next(() =>
      this.#newest === null ? this.#load() : Promise.resolve({ fields: this.#newest, isWhole: true }),
    );
  }

  async #load(): Promise<Kept<T> | null> {
    try {
      const kept = object(JSON.parse(await this.session.read(this.name)));
      if (text(kept.key) === "" || typeof kept.fields !== "object") return null;
      this.key = text(kept.key);
      return { fields: this.read(kept.fields), isWhole: kept.isWhole === true };
    } catch {
      return null; // nothing was kept
    }
  }

  /** One after the other, and only the newest; null when a newer one came meanwhile. */
  save(fields: T): Promise<HowKept | null> {
    this.#newest = fields;
    return this.#next(() => (this.#newest === fields ? this.#keep(fields) : Promise.resolve(null)));
  }

  /** It was sent, or filled anew: what comes next is another. */
  async clear(): Promise<void> {
    this.#newest = null;
    this.key = crypto.randomUUID();
    await this.#next(() => this.session.keep(this.name, "{}"));
  }

  #next<R>(write: () => Promise<R>): Promise<R> {
    const done = this.#writing.then(write);
    this.#writing = done;
    return done;
  }

  async #keep(fields: T): Promise<HowKept> {
    if (await this.#put(fields, true)) return "whole";
    return (await this.#put({ ...fields, body: "" }, false)) ? "part" : "nothing";
  }

  #put(fields: T, isWhole: boolean): Promise<boolean> {
    return this.session.keep(this.name, JSON.stringify({ key: this.key, fields, isWhole }));
  }
}
