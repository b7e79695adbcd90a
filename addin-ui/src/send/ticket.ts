/**
 * Where does the pane leave the ticket, and where does Send find it?
 *
 * With the draft, as Outlook keeps it; on a Mac, whose Send does not see that, in the storage that pane and Send
 * share. Either may be missing: then Send has no ticket, and the message goes with an honest notice.
 * No word of a draft is in it, and it is over in minutes: the service says when, by its own clock.
 */
import { sessionOf } from "../outlook/session-data";

export interface Ticket {
  readonly ticket: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const KEY = "sendwell.ticket";

export function leaveTicket(item: Office.MessageCompose, ticket: Ticket): Promise<void> {
  const kept = JSON.stringify(ticket);
  const shared = storageOfMac();
  if (shared !== null) tryTo(() => shared.setItem(macKey(), kept));
  return sessionOf(item)
    .keep(KEY, kept)
    .then(() => undefined);
}

/** Empty where none was left. */
export function leftTicket(item: Office.MessageCompose): Promise<string> {
  return sessionOf(item)
    .read(KEY)
    .then((kept) => good(kept) || good(tryTo(() => storageOfMac()?.getItem(macKey())) ?? ""));
}

function good(kept: string): string {
  const left = tryTo(() => JSON.parse(kept) as Partial<Record<keyof Ticket, unknown>> | null);
  return typeof left?.ticket === "string" && typeof left.until === "number" ? left.ticket : "";
}

interface Shared {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

function storageOfMac(): Shared | null {
  const isMac = tryTo(() => String(Office.context.platform) === "Mac") ?? false;
  return isMac && typeof localStorage !== "undefined" ? localStorage : null;
}

/** Each website in which an add-in runs has its own. */
const macKey = (): string => `${(Office.context as { partitionKey?: string }).partitionKey ?? ""}${KEY}`;

function tryTo<T>(what: () => T): T | null {
  try {
    return what();
  } catch {
    return null;
  }
}
