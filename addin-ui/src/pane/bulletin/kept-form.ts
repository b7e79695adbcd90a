/**
 * What had somebody written in the form, when the pane was closed over it?
 *
 * Kept in the draft's own session data: it stays in Outlook, belongs to this draft alone, and goes with it. The key
 * is kept with it, so that an item whose answer never arrived is not sent twice.
 */
import { ask, askOr, isSupported } from "../../outlook/calls";
import type { ItemFields } from "../../wire/item";
import { readFields } from "../../wire/read-item";
import { object, text } from "../../wire/read-reply";

const KEY = "sendwell-item";

export interface Kept {
  readonly key: string;
  readonly item: ItemFields;
}
export interface KeptForm {
  load(): Promise<Kept | null>;
  /** Null once it was sent. */
  save(kept: Kept | null): Promise<void>;
}

export function keptForm(item: Office.MessageCompose): KeptForm {
  return {
    async load() {
      if (!isSupported("1.11")) return null;
      try {
        const told = await ask<string>((done) => {
          item.sessionData.getAsync(KEY, done);
        });
        const kept = object(JSON.parse(told));
        return text(kept.key) === "" ? null : { key: text(kept.key), item: readFields(kept.item) };
      } catch {
        return null; // Outlook answers with an error for what was never kept
      }
    },
    async save(kept) {
      if (!isSupported("1.11")) return;
      await askOr<unknown>(null, ignore, (done: (result: Office.AsyncResult<void>) => void) => {
        item.sessionData.setAsync(KEY, JSON.stringify(kept ?? {}), done);
      });
    },
  };
}

function ignore(): void {
  // the form stays as it is while the pane is open
}
