/**
 * What becomes of a draft when a step of a card is made, and how is a file put on the website?
 *
 * The service tells what to set and keeps nothing; what is not told stays as it is.
 */
import { troubles } from "../words/spoken";
import { askerAt, Stale } from "./ask";
import { Trouble, troubleOf, troubleWith } from "./client";
import type { Draft, Span } from "./contract";
import { count, list, object, safeHref, text } from "./read-reply";

export type PeopleField = "to" | "cc" | "bcc";
export const PEOPLE: readonly PeopleField[] = ["to", "cc", "bcc"];

/** Where a recipient stood in the draft that was sent. */
export interface Place {
  readonly field: PeopleField;
  readonly at: number;
}
export interface Link {
  readonly at: number;
  readonly href: string;
}
export interface FixRequest {
  readonly draft: Draft;
  readonly rule: string;
  readonly finding: string;
  readonly kind: string;
  readonly spans: readonly Omit<Span, "primary">[];
  readonly links: readonly Link[];
}
/** Null, or nothing, is what stays as it is. */
export interface Change {
  readonly said: string;
  readonly subject: string | null;
  readonly body: string | null;
  /** HTML to put before the body. */
  readonly above: string;
  readonly people: Readonly<Partial<Record<PeopleField, readonly Place[]>>>;
  readonly sendingAt: Date | null;
  readonly detached: readonly number[];
}
export const NO_CHANGE: Change = {
  said: "",
  subject: null,
  body: null,
  above: "",
  people: {},
  sendingAt: null,
  detached: [],
};
/** A file on the website; `href` is empty where what is in it should not be there. */
export interface PutFile {
  readonly href: string;
  readonly isWaiting: boolean;
}
export interface FixClient {
  fix(request: FixRequest): Promise<Change>;
  put(name: string, content: Blob): Promise<PutFile>;
}

export { Stale };

export function createFixClient(
  origin: string,
  deadlineMs: number,
  fetcher: typeof fetch = fetch,
): FixClient {
  const ask = askerAt(`${origin}/api/v1`, deadlineMs, fetcher);
  return {
    fix: (request) => ask("POST", "/fixes", request, readChange),
    put: (name, content) => put(`${origin}/api/v1/documents`, deadlineMs, fetcher, name, content),
  };
}

/** Throws for what is no change at all. */
export function readChange(value: unknown): Change {
  const v = object(value);
  if (text(v.said) === "") throw new Trouble("broken", troubles.notRead);
  const body = object(v.body);
  const at = typeof v.sending_at === "string" ? new Date(v.sending_at) : null;
  const change: Change = {
    said: text(v.said),
    subject: typeof v.subject === "string" ? v.subject : null,
    body: typeof body.content === "string" ? body.content : null,
    above: text(v.above),
    people: Object.fromEntries(
      PEOPLE.flatMap((field) => (Array.isArray(v[field]) ? [[field, places(v[field])]] : [])),
    ),
    sendingAt: at === null || Number.isNaN(at.getTime()) ? null : at,
    detached: list(v.detached).map(count),
  };
  if (isNothing(change)) throw new Trouble("broken", troubles.notRead); // what it says was done would not be
  return change;
}

const isNothing = ({ subject, body, above, people, sendingAt, detached }: Change): boolean =>
  [subject, body, sendingAt].every((part) => part === null) &&
  above === "" &&
  Object.keys(people).length + detached.length === 0;

function places(value: unknown): Place[] {
  return list(value).map((entry) => {
    const was = object(object(entry).was);
    return { field: PEOPLE.find((field) => field === was.field) ?? "to", at: count(was.at) };
  });
}

async function put(
  url: string,
  deadlineMs: number,
  fetcher: typeof fetch,
  name: string,
  content: Blob,
): Promise<PutFile> {
  const deadline = AbortSignal.timeout(deadlineMs * 4); // a file takes longer than words
  const body = new FormData();
  body.append("file", content, name);
  body.append("in_mail", "true");
  const response = await fetcher(url, {
    method: "POST",
    headers: { Accept: "application/json" },
    credentials: "same-origin",
    signal: deadline,
    body,
  }).catch((error: unknown) => {
    throw troubleWith(error, deadline);
  });
  if (!response.ok) throw await troubleOf(response);
  const told = object(await response.json().catch(() => null));
  if (deadline.aborted) throw new Trouble("slow", troubles.slow);
  if (typeof told.link !== "string") throw new Trouble("broken", troubles.notRead);
  return { href: safeHref(told.link), isWaiting: told.waits_for_scan === true };
}
