/**
 * What is a condition: one way in which Outlook, or the network, is hard on the add-in?
 *
 * One named entry says what Outlook does and where that is known from, what the fake host does in its stead, and what the
 * person must see in the pane and at Send. The compose window plays it, the tests hold the add-in to it, and
 * `docs/outlook-conditions.md` lists it.
 */
import type { ComposeItem } from "../compose-item";
import type { Play } from "../play";

/** How much of the draft the pane says it looked at. */
export type Checked =
  /** All of it: only here may the pane say "No rule applies" and no more. */
  | "all"
  /** Part of it: what was left out is named. */
  | "part"
  /** None of it: "Not checked. Your mail is not blocked." */
  | "none"
  /** There is no draft of a message for the pane to look at, which it says. */
  | "no-draft"
  /** Outlook shows no pane here. */
  | "no-pane";

/** What comes of pressing Send. In none of them does an unchecked message pass without a word. */
export type AtSendSeen =
  /** It goes, and was checked. */
  | "goes"
  /** It goes, and the person is told that some of it, or all of it, was not checked. */
  | "goes-unchecked"
  /** Outlook holds it with Sendwell's words, and Send Anyway beside them. */
  | "held"
  /** Outlook holds it with Sendwell's words and the way to the pane, and there is no Send Anyway. */
  | "held-firmly"
  /** Outlook itself says that Sendwell takes long, or cannot be had, and lets the person choose. */
  | "outlook-asks"
  /** There is nothing to send. */
  | "nothing-to-send";

export interface Seen {
  readonly checked: Checked;
  /** Words that stand in the pane. */
  readonly pane: readonly string[];
  readonly send: AtSendSeen;
  /** Words that the person reads at Send, where Outlook or the window says more than that it went. */
  readonly sendSays?: string;
}

/** What comes about while the pane is open, in words that the host knows how to play. */
export type Event = "draft-is-edited" | "item-closes" | "item-switches";

export interface Condition {
  /** Stable, and part of an address: `/?condition=id`. */
  readonly id: string;
  readonly name: string;
  /** What Outlook, or what stands between, does. */
  readonly happens: string;
  /** Where that is known from: documentation, or an issue of OfficeDev/office-js. */
  readonly source: string;
  /** How the play differs from an ordinary day. */
  readonly play?: Partial<Play>;
  /** How the message must be for it to show; otherwise a short note to a colleague is open. */
  readonly draft?: (item: ComposeItem) => void;
  readonly then?: Event;
  readonly sees: Seen;
}

export const CLEAR: Seen = { checked: "all", pane: ["No rule applies"], send: "goes" };

export const part = (...pane: string[]): Seen => ({ checked: "part", pane, send: "goes-unchecked" });

export const notChecked = (...pane: string[]): Seen => ({
  checked: "none",
  pane: ["Not checked", "Your mail is not blocked", ...pane],
  send: "goes-unchecked",
});
