/**
 * What does Outlook say a recipient is, and what does that mean on the wire?
 *
 * A personal contact list comes with a blank address. What Outlook cannot place ("other", and everything on
 * phones) is a plain user when it has an address: the service places addresses better than Outlook does.
 */
import type { Recipient, RecipientKind } from "../wire/contract";

export type Listed = Pick<Office.EmailAddressDetails, "displayName" | "emailAddress" | "recipientType">;

/** A full answer of one of these lengths is a list that Outlook may have cut. */
const CAPS: ReadonlySet<number> = new Set([100, 500, 1000]);

export function asRecipient({ displayName, emailAddress, recipientType }: Listed): Recipient {
  const address = (emailAddress as string | undefined)?.trim() ?? "";
  const name = (displayName as string | undefined)?.trim() ?? "";
  return { address, name, kind: kindOf(address, recipientType) };
}

function kindOf(address: string, type: string): RecipientKind {
  if (type === "distributionList") return address === "" ? "contact-list" : "group";
  if (address === "") return "unknown";
  return type === "externalUser" ? "outside" : "user";
}

export interface Field {
  readonly recipients: readonly Recipient[];
  /** Whether there may be more than are listed. */
  readonly capped: boolean;
}

/** The service takes no more of a field than this. */
const MOST_SENT = 2000;

export const isCapped = (listed: readonly unknown[]): boolean =>
  CAPS.has(listed.length) || listed.length > MOST_SENT;

export const asField = (listed: readonly Listed[]): Field => ({
  recipients: listed.slice(0, MOST_SENT).map(asRecipient),
  capped: isCapped(listed),
});

/** Stands for a field that could not be read, so that it is never counted as nobody. */
export const UNREAD_FIELD: Recipient = { address: "", name: "", kind: "unknown" };
