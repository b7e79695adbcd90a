/**
 * What do requests for mail to schools look like on the wire?
 *
 * The shapes of `/api/v1/bulk-requests`: urgent mail, mail to chosen schools, and a note to the schools of a cluster.
 */
import type { Mailbox } from "./contract";
import type { ForWhom } from "./item";

export const REQUEST_KINDS = ["urgent", "chosen", "cluster-note"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export interface AskedFields {
  readonly kind: RequestKind;
  readonly subject: string;
  readonly body: string;
  readonly for_whom: ForWhom;
  readonly reason: string;
  /** The return or law that makes it urgent. */
  readonly duty: string;
  /** A day (`2026-11-27`), or null. */
  readonly deadline: string | null;
  readonly officer: string;
  /** It was due on that day, and schools that owe it are reminded. */
  readonly is_chasing: boolean;
  /** How many schools the draft is to; null where that is not known. */
  readonly draft_schools: number | null;
  /** All schools are meant, though the draft is to fewer. */
  readonly is_for_all: boolean;
  readonly documents: readonly string[];
}
export const REQUEST_STATES = [
  "asked",
  "approved",
  "going-out",
  "out",
  "passed-on",
  "turned-into-item",
  "declined",
  "withdrawn",
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** What the test for urgent mail says, question by question, with the policy's own words. */
export interface Urgency {
  readonly said: string;
  readonly steps: readonly {
    readonly asks: string;
    readonly said: string;
    readonly section: string;
    readonly quote: string;
  }[];
}
/** A request as its sender sees it; `said` tells in words where it stands. */
export interface FollowedRequest {
  readonly id: string;
  readonly state: RequestState;
  readonly said: string;
  readonly version: number;
  readonly may_withdraw: boolean;
  /** The item that it was turned into; empty when it was not. */
  readonly item: string;
  readonly asked: AskedFields;
  readonly urgency: Urgency | null;
}
export interface RequestClient {
  /** The same `key` again is the same request. */
  ask(key: string, asked: AskedFields, from: Mailbox | null): Promise<FollowedRequest>;
  follow(id: string): Promise<FollowedRequest>;
  withdraw(id: string, version: number): Promise<FollowedRequest>;
}
