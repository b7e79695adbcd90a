/**
 * How does a mail say that it was checked?
 *
 * In a header that a transport rule can look for (`addin-ui/README.md`). No word of the mail is in it, nor who
 * wrote it. It says "not-checked" from the moment Send is pressed until there is a verdict.
 */
import { ask, isSupported } from "../outlook/calls";
import type { Severity } from "../wire/contract";

export const CHECKED_HEADER = "x-sendwell-checked";
/** "partly": there is a verdict, but Outlook did not give everything, or not every check looked. */
export type Outcome = Severity | "partly" | "not-checked";

export const checkedValue = (outcome: Outcome, at: Date): string =>
  `v=1; outcome=${outcome}; at=${at.toISOString().replace(/\.\d+/, "")}`;

/** Whether it stands there now. */
export async function leaveChecked(
  item: Office.MessageCompose,
  outcome: Outcome,
  at: Date,
): Promise<boolean> {
  if (!isSupported("1.8")) return false;
  try {
    await ask<unknown>((done: (result: Office.AsyncResult<void>) => void) => {
      item.internetHeaders.setAsync({ [CHECKED_HEADER]: checkedValue(outcome, at) }, done);
    });
    return true;
  } catch {
    return false;
  }
}
