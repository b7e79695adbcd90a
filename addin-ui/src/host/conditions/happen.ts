/** What comes about while the pane is open, in conditions that need more than an Outlook that is like that all along? */
import type { ComposeItem } from "../compose-item";
import type { Exchange } from "../exchange";
import type { Condition, Event } from "./condition";
import { openNote } from "./drafts";

/** The message that a condition is played with. */
export function openDraft(item: ComposeItem, { draft }: Condition): void {
  openNote(item);
  draft?.(item);
}

export function happen(event: Event, item: ComposeItem, exchanges: readonly Exchange[]): void {
  switch (event) {
    case "draft-is-edited":
      item.body.setHtml(`${item.body.html()}<p>I will bring the keys.</p>`);
      item.announce("body");
      return;
    case "item-closes":
      for (const exchange of exchanges)
        exchange.behave({ ...exchange.play, calls: { ...exchange.play.calls, "*": "fails" } });
      return;
    case "item-switches":
      openNote(item);
      item.setSubject("Another message");
      item.setEntries("to", []);
      item.announce("moved");
  }
}
