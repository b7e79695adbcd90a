/**
 * What can be seen of a draft without the service?
 *
 * Little, and only what is certain: how many it goes to, private addresses shown to each other, and numbers by
 * their strongest forms when somebody outside reads them. It is asked only when the service gave no verdict.
 */
import type { Draft, Recipient } from "../../wire/contract";
import { events } from "../../words/spoken";
import { type Kind, numbersIn } from "./numbers";
import { ownText } from "./own-text";

/** What an organisation can close: a message of which this was seen waits until it can be checked. */
export const CLOSABLE = ["identifiers", "many-recipients", "shown-addresses", "unchecked"] as const;
export type Closable = (typeof CLOSABLE)[number];

export interface LocalFinding {
  readonly about: Closable;
  readonly title: string;
  /** Masked. */
  readonly excerpts: readonly string[];
}

/** `disrupts_min` and `families_min` of the packs that are shipped (`tests/house/test_send_figures.py`). */
export const MANY_RECIPIENTS = 20;
export const MANY_SHOWN = 3;
const WEBMAIL =
  /@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|btinternet|sky|talktalk|virginmedia|proton|protonmail)\.(?:com|co\.uk|net|me)$/i;

export function lookLocally(draft: Draft): LocalFinding[] {
  const everybody = [...draft.to, ...draft.cc, ...draft.bcc];
  const isRead = isReadOutside(everybody, draft.from?.address ?? "");
  return [...(isRead ? identifiers(draft) : []), ...shown(draft), ...many(draft, everybody)];
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** A list that cannot be opened may hold anybody. */
function isReadOutside(everybody: readonly Recipient[], from: string): boolean {
  const own = domainOf(from);
  return everybody.some(({ address }) => own === "" || domainOf(address) !== own);
}

function identifiers(draft: Draft): LocalFinding[] {
  const text = draft.body.format === "html" ? ownText(draft.body.content, draft.reply) : draft.body.content;
  const seen = numbersIn(`${draft.subject}\n\n${text}`);
  const kinds = [...new Set(seen.map(({ kind }) => kind))];
  return kinds.map((kind) =>
    finding(kind, [...new Set(seen.filter((s) => s.kind === kind).map((s) => s.excerpt))]),
  );
}

function finding(kind: Kind, excerpts: readonly string[]): LocalFinding {
  const [one, several] = events.seen[kind];
  return { about: "identifiers", title: excerpts.length > 1 ? several : one, excerpts };
}

function shown({ to, cc }: Draft): LocalFinding[] {
  const addresses = new Set(
    [...to, ...cc].map(({ address }) => address.toLowerCase()).filter((a) => WEBMAIL.test(a)),
  );
  return addresses.size < MANY_SHOWN
    ? []
    : [{ about: "shown-addresses", title: events.seenShown(addresses.size), excerpts: [] }];
}

function many(draft: Draft, everybody: readonly Recipient[]): LocalFinding[] {
  const lists = everybody.some(({ kind }) => kind === "group" || kind === "contact-list");
  return everybody.length < MANY_RECIPIENTS
    ? []
    : [
        {
          about: "many-recipients",
          title: events.seenMany(everybody.length, lists || draft.recipients_capped),
          excerpts: [],
        },
      ];
}
