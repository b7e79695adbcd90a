/**
 * Which message is the pane open beside?
 *
 * One that somebody is writing, or none, and then why: Office.js may be blocked, Outlook may not answer, may let nobody
 * see the item, or show a meeting or a message that is only read. Each is said, and none is mistaken for a clear draft.
 */
import { beginAgain } from "./begin-again";

export type NoMessage = "outside" | "not-ready" | "no-item" | "meeting" | "reading";
type Told = Office.MessageCompose | NoMessage;

const NO_OFFICE_MS = 5000;

/** `meanwhile` hears that Outlook lets us wait; it may answer yet. */
export async function openedMessage(meanwhile: (why: NoMessage) => void): Promise<Told> {
  await loaded();
  if (!("Office" in window)) return "outside";
  const waiting = setTimeout(meanwhile, NO_OFFICE_MS, "not-ready");
  const info = await Office.onReady();
  clearTimeout(waiting);
  if (String(info.host) !== "Outlook") return "outside";
  return messageIn(Office.context.mailbox.item);
}

function messageIn(item: Partial<Office.MessageCompose> | null | undefined): Told {
  if (item === null || item === undefined) return "no-item";
  if (item.itemType === "appointment") return "meeting";
  // of a message being read, the subject is a plain text
  return typeof item.subject === "string" ? "reading" : (item as Office.MessageCompose);
}

/** The person went to another message while the pane stayed open: only a new start is sure to forget the old one. */
export function beginAgainWithAnother(): void {
  try {
    Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, beginAgain);
  } catch {
    // an Outlook without pinned panes
  }
}

/** Office.js comes from a script of its own, which need not have run before this one. */
function loaded(): Promise<unknown> {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener("load", resolve, { once: true });
  });
}
