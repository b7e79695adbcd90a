/** How is an event completed exactly once, whatever goes wrong? The first answer counts; all later ones are dropped. */
import type { SendAnswer } from "../send/answer";

export type Complete = (answer?: SendAnswer) => void;

export function completeOnce(event: Office.MailboxEvent): Complete {
  let isDone = false;
  return (answer) => {
    if (isDone) return;
    isDone = true;
    try {
      event.completed(answer);
    } catch {
      tryAgain(event, answer);
    }
  };
}

/** An Outlook that does not take all of an answer may take what every one of them knows. */
function tryAgain(event: Office.MailboxEvent, answer: SendAnswer | undefined): void {
  const { allowEvent = true, errorMessage = "" } = answer ?? {};
  try {
    event.completed(allowEvent ? { allowEvent } : { allowEvent, errorMessage });
  } catch {
    // Outlook has ended this event already
  }
}
