/**
 * What is to be told in the bar of a verdict, or of there being none?
 *
 * Said here once, for Outlook's events and for the pane: whichever of them looked last, the same draft has the same words.
 * What was not checked has a line of its own, and is said in no other.
 */
import { capitalised } from "../pane/view/words";
import type { WhyNot } from "../send/why-not";
import type { CheckReply, Draft, Unchecked } from "../wire/contract";
import { events } from "../words/spoken";

export interface Told {
  /** About the message; empty when there is nothing to say about it. */
  readonly about?: string;
  /** Empty when everything was checked. */
  readonly gap?: string;
  /** Offers the pane, where Outlook can. */
  readonly offersPane?: boolean;
}

export const hasReaders = ({ to, cc, bcc }: Draft): boolean => to.length + cc.length + bcc.length > 0;

/** Of a message that nobody would get yet. */
export const toldOfNothing = (isPhone: boolean): Told => ({ about: isOn(isPhone), gap: "" });

export function toldOfVerdict(
  { summary, not_checked }: CheckReply,
  unread: readonly Unchecked[],
  isPhone: boolean,
): Told {
  if (isPhone && summary === "") return { about: isOn(isPhone) };
  const about = summary === "" ? isOn(isPhone) : capitalised(summary);
  return { about, gap: isPhone ? events.bar.notAtSend : gapOf([...unread, ...not_checked]) };
}

/** Whoever is signed out can do something about it. */
export const toldWithout = (why: WhyNot): Told =>
  why === "signed-out"
    ? { about: events.bar.signedOut, gap: "", offersPane: true }
    : { about: "", gap: events.notChecked[why] };

export const gapOf = ([first]: readonly Unchecked[]): string =>
  first === undefined ? "" : events.bar.gap(first.reason);

const isOn = (isPhone: boolean): string => (isPhone ? events.bar.mobile : events.bar.on);
