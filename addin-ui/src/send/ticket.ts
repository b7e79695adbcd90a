/**
 * Where does the pane leave the ticket, and where does Send find it?
 *
 * With the draft, as Outlook keeps it; on a Mac, whose Send does not see that, in the storage that pane and Send
 * share. Either may be missing: then Send has no ticket, and the message goes with an honest notice.
 * No word of a draft is in it, and it is over in minutes.
 */
import { sessionOf } from "../outlook/session-data";
import type { Ticket } from "../sign-in/ticket-keeper";

const KEY = "sendwell.ticket";

export function leaveTicket(item: Office.MessageCompose, ticket: Ticket): Promise<void> {
  const kept = JSON.stringify(ticket);
  const shared = storageOfMac();
  if (shared !== null) tryTo(() => shared.setItem(macKey(), kept));
  return sessionOf(item)
    .keep(KEY, kept)
    .then(() => undefined);
}

/** Empty where none was left, or its time is over. */
export function leftTicket(item: Office.MessageCompose, now: number): Promise<string> {
  return sessionOf(item)
    .read(KEY)
    .then((kept) => good(kept, now) || good(tryTo(() => storageOfMac()?.getItem(macKey())) ?? "", now));
}

/** A call that brings the ticket, if there is one. */
export function ticketFetch(ticket: string, fetcher: typeof fetch = fetch): typeof fetch {
  if (ticket === "") return fetcher;
  return (input, init) => {
    const headers = { ...(init?.headers as Record<string, string>), Authorization: `Ticket ${ticket}` };
    return fetcher(input, { ...init, headers, credentials: "omit" });
  };
}

function good(kept: string, now: number): string {
  const left = tryTo(() => JSON.parse(kept) as Partial<Record<keyof Ticket, unknown>> | null);
  const isGood = typeof left?.ticket === "string" && typeof left.until === "number" && left.until > now;
  return isGood ? String(left.ticket) : "";
}

function storageOfMac(): Storage | null {
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
