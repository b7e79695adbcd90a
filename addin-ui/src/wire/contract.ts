/**
 * What do the add-in and the service say to each other?
 *
 * The shapes of `/api/v1`, version 1. Fields are only ever added, so whatever is not listed here is ignored,
 * and what an older service leaves out has an honest default (see `read-reply.ts`).
 */
export type Moment = "compose" | "send";
export type RecipientKind = "user" | "group" | "outside" | "contact-list" | "unknown";
export type AttachmentKind = "file" | "item" | "cloud";
export type ReplyKind = "new" | "reply" | "reply-all" | "forward";
export type Medium = "email" | "text-message" | "post" | "comment";
export type Readership = "one-family" | "families" | "staff" | "public";
export type Importance = "low" | "normal" | "high";

export interface Mailbox {
  readonly address: string;
  readonly name: string;
}
export interface Recipient extends Mailbox {
  readonly kind: RecipientKind;
}
export interface Attachment {
  readonly name: string;
  readonly size: number;
  readonly inline: boolean;
  readonly kind: AttachmentKind;
  /** Base64, or null when it is not sent. */
  readonly content: string | null;
}
export interface Draft {
  readonly subject: string;
  readonly body: { readonly format: "html" | "text"; readonly content: string; readonly truncated: boolean };
  readonly from?: Mailbox;
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  readonly bcc: readonly Recipient[];
  readonly recipients_capped: boolean;
  readonly attachments: readonly Attachment[];
  readonly reply: ReplyKind;
  readonly importance: Importance;
  readonly sending_at: string;
  /** What the client calls this one draft, and Outlook's name of the conversation. */
  readonly id?: string;
  readonly thread?: string;
  /** What it is when it is no e-mail, and who reads it then. */
  readonly medium?: Medium;
  readonly readership?: Readership;
}
export interface CheckRequest {
  readonly moment: Moment;
  readonly draft: Draft;
  readonly client: { readonly host: string; readonly version: string };
}

/** Why a card is wrong, as the pane offers it. */
export type WrongReason = "not-there" | "does-not-fit" | "other";

/** Why somebody sends it as it is although a card asks for a reason. */
export type KeepReason = "agreed" | "no-other-way" | "other";

/** What may go along, sealed, for a reviewer to ask for. */
export type Attach = "excerpt" | "draft";

/** What was done with a card; there is no room for words. */
export interface Choice {
  readonly rule: string;
  readonly finding: string;
  readonly chosen: "followed" | "overrode" | "wrong-warning" | "took-back";
  readonly reason: WrongReason | KeepReason | "";
  /** The card's own, so that it is not asked again. */
  readonly answer_key: string;
  /** What a reviewer may ask to see, if the person chose so, with the card's own key. */
  readonly attach?: Attach | null;
  readonly attach_key?: string;
}

export const SEVERITIES = ["clear", "info", "warn", "justify", "block"] as const;
export type Severity = (typeof SEVERITIES)[number];
export const CHANNELS = [
  "send",
  "bulletin",
  "communications-team",
  "local-officer",
  "secure-channel",
  "telephone",
  "unknown-audience",
] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Clause {
  readonly source: string;
  /** The policy's own title; empty from an older service. */
  readonly title: string;
  readonly section: string;
  readonly quote: string;
}
export interface Span {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly primary: boolean;
}
export interface Action {
  readonly kind: string;
  readonly label: string;
  readonly href: string;
  /** What to ask once before the service's change is made; nothing where the step is the person's own. */
  readonly asks?: string;
  /** The fields of which the person chooses who stays. */
  readonly chooses?: readonly string[];
}
export interface Citation {
  readonly rule: string;
  readonly clause: Clause;
}
/** Kinder words for a stretch of the draft; an empty `text` offers to leave it out. */
export interface Rewording {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  /** The stretch as it stands. */
  readonly words: string;
  readonly text: string;
}
/** So many of so many; the true rate lies between `low` and `high` with 95 % confidence. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}
/** How often the rule is right: on labelled drafts, and for the people who met its card of late. */
export interface Accuracy {
  readonly precision: Share | null;
  readonly recall: Share | null;
  readonly drafts: number;
  /** A day (`2026-11-21`); empty where it was not measured. */
  readonly measured_on: string;
  readonly misses: string;
  readonly wrong_rate: Share | null;
  /** Why it is quieter than it is written; empty when it is not. */
  readonly stepped_down: string;
}
export interface Advice {
  readonly id: string;
  readonly check: string;
  readonly finding: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Whether it may hold a send, or is only shown. */
  readonly mode: "warn" | "enforce";
  readonly title: string;
  readonly message: string;
  readonly clause: Clause | null;
  readonly spans: readonly Span[];
  readonly actions: readonly Action[];
  readonly rewordings: readonly Rewording[];
  readonly also: readonly Citation[];
  /** Null where nobody knows. */
  readonly accuracy: Accuracy | null;
  /** To hand back with a choice; empty where no answer is taken. */
  readonly answer_key: string;
  /** Likewise where words can be attached for a reviewer; empty or missing where they cannot. */
  readonly attach_key?: string;
}
/** A card that does not ask this time, and why. */
export interface SetAside {
  readonly why: "answered" | "folded" | "spent";
  readonly advice: Advice;
}
export interface Issue {
  readonly number: number;
  readonly goes_out: string;
  readonly cut_off: string;
}
export interface Reason {
  readonly message: string;
  readonly clause: Clause | null;
}
/** What a draft leaves open, and only its writer knows. */
export const DOUBTS = ["law", "chosen"] as const;
export type Doubt = (typeof DOUBTS)[number];
/** One question before the route is sure, with the channel of each answer. */
export interface Question {
  readonly doubt: Doubt;
  readonly asks: string;
  readonly answers: readonly { readonly channel: Channel; readonly label: string }[];
}
export interface Route {
  readonly channel: Channel;
  readonly reasons: readonly Reason[];
  readonly issue: Issue | null;
  readonly alternatives: readonly { readonly channel: Channel; readonly message: string }[];
  readonly officers: readonly string[];
  /** Missing from an older service. */
  readonly question?: Question | null;
}
export interface Audience {
  readonly recipients: number;
  readonly people: number;
  readonly is_lower_bound: boolean;
  readonly schools: number;
  readonly clusters: number;
  readonly phases: readonly string[];
  readonly inside: number;
  readonly outside: number;
  readonly webmail: number;
  readonly groups: number;
  readonly unknown: number;
  /** Members of groups who are outside, as far as Exchange says; 0 from an older service. */
  readonly members_outside: number;
}
export interface Unchecked {
  readonly check: string;
  readonly reason: string;
}
export interface CheckReply {
  readonly verdict: Severity;
  readonly advice: readonly Advice[];
  readonly route: Route;
  readonly audience: Audience;
  readonly not_checked: readonly Unchecked[];
  readonly set_aside: readonly SetAside[];
  readonly summary: string;
}
