/**
 * How much of the draft is read when it is looked at?
 *
 * All of it when the pane opens, when Outlook tells of a change, and now and then. While somebody types only the words
 * are, since those are all that changes: the verdict on them need not wait for the rest.
 */
import {
  type DraftRead,
  readDraft,
  readTyped,
  retyped,
  type Typed,
  withoutReaders,
} from "../outlook/read-draft";
import type { Watched } from "./watch";

export interface Looked {
  /** Has it checked. */
  readonly check: (read: DraftRead) => void;
  /** Everything was read: what is told may not fit it any more. */
  readonly review: (read: DraftRead) => Promise<void>;
  readonly failed: () => void;
}

export class Looking implements Watched {
  #typed: Typed | null = null;
  #known: DraftRead | null = null;

  constructor(
    readonly item: Office.MessageCompose,
    readonly then: Looked,
  ) {}

  async typing(): Promise<string | null> {
    const typed = await readTyped(this.item);
    this.#typed = typed;
    return typed === null ? null : [typed.from?.address, typed.subject, typed.body.content].join("\n");
  }

  /** Not where something could not be read before: then it is tried again. */
  glance(): boolean {
    if (this.#typed === null || this.#known === null || this.#known.unread.length > 0) return false;
    this.then.check(withoutReaders(retyped(this.#known, this.#typed)));
    return true;
  }

  async look(): Promise<void> {
    try {
      const read = await readDraft(this.item);
      this.#known = read;
      this.then.check(withoutReaders(read));
      await this.then.review(read);
    } catch {
      this.then.failed();
    }
  }
}
