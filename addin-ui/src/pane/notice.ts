/**
 * What has the pane just done, and can it still be undone?
 *
 * One short line, such as "Moved 12 to Bcc. Undo". It goes once it no longer fits the draft: the way back when
 * there is none any more, plain words when the person has written on, and all of it with an empty draft.
 */
import { button, byId, element } from "../dom/element";
import { fingerprint } from "../outlook/fingerprint";
import type { DraftRead } from "../outlook/read-draft";

export interface Undo {
  readonly run: () => void;
  /** Whether the draft is still as it was left, so that it can be put back. */
  readonly holds: () => Promise<boolean>;
}
export type Tell = (message: string, undo?: Undo) => void;

/** Nobody's words are taken away before they could be read. */
const READ_WITHIN_MS = 5000;

interface Told {
  readonly undo: Undo | undefined;
  readonly at: number;
  /** The draft when it was first looked at after this was told. */
  draft: string | null;
}

export class Notice {
  readonly #place = byId("notice");
  #told: Told | null = null;

  readonly tell: Tell = (message, undo) => {
    this.#told = { undo, at: performance.now(), draft: null };
    const press = (): void => {
      this.#close();
      undo?.run();
    };
    this.#place.replaceChildren(
      element("p", {}, message),
      ...(undo === undefined ? [] : [button("Undo", { class: "undo" }, press)]),
    );
  };

  /** Looks whether what is told still fits the draft as it was read just now. */
  async review(read: DraftRead): Promise<void> {
    const told = this.#told;
    if (told === null || read.isUnreadable) return;
    const fits = !read.isEmpty && (told.undo === undefined ? isNews(told, read) : await holds(told.undo));
    if (!fits && told === this.#told) this.#close();
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
