/**
 * What has the add-in left with this draft?
 *
 * Outlook keeps it beside the draft while it is open, and forgets it when the draft is sent or closed. Every run of
 * the add-in on this draft finds the same.
 */
import { ask, isSupported } from "./calls";

export interface Session {
  /** Empty where nothing was left, or Outlook is too old to have kept it. */
  read(key: string): Promise<string>;
  /** Whether it is kept: not by an Outlook that is too old, nor when it is too long for it. */
  keep(key: string, value: string): Promise<boolean>;
}

export function sessionOf(item: Office.MessageCompose): Session {
  return {
    async read(key) {
      if (!isSupported("1.11")) return "";
      try {
        const kept = await ask<string | undefined>((done) => {
          item.sessionData.getAsync(key, done);
        });
        return kept ?? ""; // now and then it succeeds, and brings nothing
      } catch {
        return ""; // Outlook answers with an error for what was never kept
      }
    },
    async keep(key, value) {
      if (!isSupported("1.11")) return false;
      try {
        await ask<unknown>((done: (result: Office.AsyncResult<void>) => void) => {
          item.sessionData.setAsync(key, value, done);
        });
        return true;
      } catch {
        return false;
      }
    },
  };
}
