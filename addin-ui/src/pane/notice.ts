/**
 * What has the pane just done, and can it still be undone?
 *
 * One short line, such as "Moved 12 to Bcc. Undo". Once something is undone, what was done before it can be undone next.
 * The line goes once it no longer fits the draft: the way back when there is none any more, plain words when the
 * person has written on, and all of it with an empty draft.
 */
import { button, byId, element } from "../dom/element";
import { fingerprint } from "../outlook/fingerprint";
import type { DraftRead } from "../outlook/read-draft";
import { pane } from "../words/spoken";

export interface Undo {
  readonly run: () => void;
  /** Whether the draft is still as it was left, so that it can be put back. */
  readonly holds: () => Promise<boolean>;
}
export type Tell = (message: string, undo?: Undo) => void;

/** Nobody's words are taken away before they could be read. */
const READ_WITHIN_MS = 5000;
/** Steps that can be undone, newest last; older ones are the person's own. */
const MOST_STEPS = 20;

interface Told {
  readonly undo: Undo | undefined;
  readonly at: number;
  /** The draft when it was first looked at after this was told. */
  draft: string | null;
}
interface Done {
  readonly message: string;
  readonly undo: Undo;
}

export class Notice {
  readonly #place = byId("notice");
  readonly #done: Done[] = [];
  #told: Told | null = null;
  /** While a step is taken back: whether the focus was on the button, and so should be on what is told. */
  #undoing: { readonly hadFocus: boolean } | null = null;

  readonly tell: Tell = (message, undo) => {
    const undoing = this.#undoing;
    this.#undoing = null;
    if (undo !== undefined) this.#remember({ message, undo });
    this.#show([message], undo);
    if (undo !== undefined || undoing === null) return;
    if (undoing.hadFocus) this.#place.querySelector<HTMLElement>(".told")?.focus();
    void this.#offerNext(message);
  };

  /** Looks whether what is told still fits the draft as it was read just now. */
  async review(read: DraftRead): Promise<void> {
    if (read.isEmpty) this.#done.length = 0;
    const told = this.#told;
    if (told === null || read.isUnreadable) return;
    const fits = !read.isEmpty && (told.undo === undefined ? isNews(told, read) : await holds(told.undo));
    if (!fits && told === this.#told) this.#close();
  }

  #remember(done: Done): void {
    this.#done.push(done);
    if (this.#done.length > MOST_STEPS) this.#done.shift();
  }

  #show(messages: readonly string[], undo: Undo | undefined): HTMLButtonElement | null {
    this.#told = { undo, at: performance.now(), draft: null };
    const press = undo === undefined ? null : button(pane.undo, { class: "undo" }, () => this.#undo(undo));
    this.#place.replaceChildren(
      element(
        "div",
        { class: "told", tabindex: -1 },
        ...messages.map((message) => element("p", {}, message)),
      ),
      ...(press === null ? [] : [press]),
    );
    return press;
  }

  #undo(undo: Undo): void {
    const at = this.#done.findIndex((done) => done.undo === undo);
    if (at >= 0) this.#done.splice(at, 1);
    this.#undoing = { hadFocus: this.#place.contains(document.activeElement) };
    this.#close();
    undo.run();
  }

  /** The step before, where the draft is still as that one left it. */
  async #offerNext(message: string): Promise<void> {
    const told = this.#told;
    const next = this.#done.at(-1);
    if (next === undefined) return;
    const canBeUndone = await holds(next.undo);
    if (told !== this.#told) return;
    if (!canBeUndone) {
      this.#done.length = 0; // what is older would fit no better
      return;
    }
    const hadFocus = this.#place.contains(document.activeElement);
    const press = this.#show([message, pane.beforeThat(next.message)], next.undo);
    if (hadFocus) press?.focus();
  }

  #close(): void {
    this.#told = null;
    this.#place.replaceChildren();
  }
}

function isNews(told: Told, { draft }: DraftRead): boolean {
  const now = fingerprint(draft);
  told.draft ??= now;
  return told.draft === now || performance.now() - told.at < READ_WITHIN_MS;
}

/** Where Outlook does not tell, the way back stays: pressing it looks again. */
const holds = (undo: Undo): Promise<boolean> => undo.holds().catch(() => true);
