/**
 * What may an add-in do with To, Cc and Bcc?
 *
 * At most 100 entries a call are taken, and a field given back only up to the client's end; names that Outlook could
 * not resolve are left out without a word.
 */
import {
  type ComposeItem,
  type Entry,
  type FieldName,
  FIELD_NAMES,
  type RecipientType,
} from "./compose-item";
import type { Play } from "./play";
import { Refusal } from "./refusal";

export const MOST_A_CALL = 100;

export type Call = (item: ComposeItem, args: readonly unknown[]) => unknown;

export function recipientCalls(ownDomain: string, play: Play): Record<string, Call> {
  return Object.fromEntries(
    FIELD_NAMES.flatMap((field): [string, Call][] => [
      [`${field}.getAsync`, (item) => given(item, field, play)],
      [
        `${field}.setAsync`,
        (item, [list]) => {
          item.setEntries(field, taken(list, ownDomain));
        },
      ],
      [
        `${field}.addAsync`,
        (item, [list]) => {
          item.setEntries(field, held(play, [...item.entries(field), ...taken(list, ownDomain)]));
        },
      ],
    ]),
  );
}

function given(item: ComposeItem, field: FieldName, { recipients, tellsTypes }: Play): object[] {
  return item
    .entries(field)
    .filter((e) => e.resolved)
    .slice(0, recipients ?? undefined)
    .map(({ displayName, emailAddress, recipientType }) => ({
      displayName,
      emailAddress,
      recipientType: tellsTypes ? recipientType : "other",
    }));
}

/** A field takes no more than the client gives back. */
function held({ recipients }: Play, entries: readonly Entry[]): readonly Entry[] {
  if (recipients === null || entries.length <= recipients) return entries;
  throw new Refusal("NumberOfRecipientsExceeded", `The field holds ${recipients} recipients.`);
}

function taken(list: unknown, ownDomain: string): Entry[] {
  const entries: unknown[] = Array.isArray(list) ? list : [];
  if (entries.length > MOST_A_CALL) {
    throw new Refusal(
      "NumberOfRecipientsExceeded",
      `The number of recipients exceeded ${MOST_A_CALL} entries.`,
    );
  }
  return entries.map((entry) => asEntry(entry, ownDomain));
}

function asEntry(entry: unknown, ownDomain: string): Entry {
  if (typeof entry === "string") return resolved(entry, entry, ownDomain);
  const fields = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const word = (name: string): string => (typeof fields[name] === "string" ? fields[name] : "");
  const made = resolved(word("displayName") || word("emailAddress"), word("emailAddress"), ownDomain);
  const type = word("recipientType");
  return isType(type)
    ? { ...made, recipientType: type, resolved: made.resolved || type === "distributionList" }
    : made;
}

const isType = (type: string): type is RecipientType =>
  ["user", "distributionList", "externalUser", "other"].includes(type);

export function resolved(displayName: string, emailAddress: string, ownDomain: string): Entry {
  const address = emailAddress.trim();
  const inside = address.toLowerCase().endsWith(`@${ownDomain}`);
  return {
    displayName: displayName.trim() || address,
    emailAddress: address,
    recipientType: inside ? "user" : "externalUser",
    resolved: /^[^\s@]+@[^\s@]+$/.test(address),
  };
}
