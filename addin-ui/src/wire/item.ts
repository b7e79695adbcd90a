/** What do items of the bulletin look like on the wire? The shapes of `/api/v1/bulletin`; fields are only ever added. */
import type { Draft, Issue, Mailbox } from "./contract";

export type Consent = "none-shown" | "given" | "unknown";
/** An empty list does not narrow. */
export interface ForWhom {
  readonly phases: readonly string[];
  readonly types: readonly string[];
  readonly clusters: readonly string[];
  readonly trusts: readonly string[];
  readonly lists: readonly string[];
  readonly roles: readonly string[];
  /** URNs of single schools; an item names none. */
  readonly schools: readonly string[];
}
export interface ItemFields {
  readonly headline: string;
  readonly summary: string;
  readonly body: string;
  readonly for_whom: ForWhom;
  /** A day (`2026-11-27`), or null. */
  readonly closes: string | null;
  readonly contact: string;
  readonly links: readonly string[];
  readonly documents: readonly string[];
  readonly consent: Consent;
}
/** Something private in the body: its words as they stand. */
export interface Mark {
  readonly title: string;
  readonly words: string;
}
export interface Gate {
  readonly title: string;
  readonly message: string;
  readonly stops: boolean;
  /** The words that it means, as they stand in the item. */
  readonly parts: readonly string[];
}
export interface Alike {
  readonly id: string;
  readonly headline: string;
  readonly submitted_on: string;
}
/** The schools that the draft is to: how many, which of them can be named, and how many there are. */
export interface GoesTo {
  readonly count: number;
  readonly urns: readonly string[];
  readonly all: number;
}
export interface Suggestion {
  readonly item: ItemFields;
  readonly marks: readonly Mark[];
  readonly gates: readonly Gate[];
  readonly alike: readonly Alike[];
  /** The return or law that the draft names; empty where the checks know none in it. */
  readonly duty: string;
  readonly goes_to: GoesTo;
  readonly issue: Issue | null;
  readonly is_too_late: boolean;
}
export const STAGES = [
  "submitted",
  "claimed",
  "sent-back",
  "ready",
  "placed",
  "out",
  "declined",
  "withdrawn",
] as const;
export type Stage = (typeof STAGES)[number];

/** An item as its sender sees it; `said` tells in words where it stands. */
export interface FollowedItem {
  readonly id: string;
  readonly stage: Stage;
  readonly said: string;
  readonly version: number;
  readonly link: string;
  readonly may_withdraw: boolean;
  readonly item: ItemFields;
  /** What the editors will ask about, while it is with them or with its sender. */
  readonly gates: readonly Gate[];
  readonly alike: readonly Alike[];
}
export interface BulletinClient {
  /** A filled form. Nothing of the draft is kept. */
  suggest(draft: Draft): Promise<Suggestion>;
  /** The same `key` again is the same item. */
  submit(key: string, item: ItemFields, from: Mailbox | null): Promise<FollowedItem>;
  follow(id: string): Promise<FollowedItem>;
  /** Sends an item again that was sent back. */
  mend(id: string, version: number, item: ItemFields): Promise<FollowedItem>;
  withdraw(id: string, version: number): Promise<FollowedItem>;
}
