/**
 * Does the bar above the message say what the pane says?
 *
 * Outlook's events tell of recipients and files only. What is typed, or mended with one press, the pane hears of alone: after
 * each verdict it puts there the words that the events would put.
 */
import { goOnWithBar, isPhone, tell } from "../bar/bar";
import { hasReaders, type Told, toldOfNothing, toldOfVerdict, toldWithout } from "../bar/told";
import { isSupported } from "../outlook/calls";
import type { DraftRead } from "../outlook/read-draft";
import type { WhyNot } from "../send/why-not";
import type { TroubleKind } from "../wire/client";
import type { PaneState } from "./state";

const WHY: Readonly<Record<TroubleKind, WhyNot>> = {
  unreachable: "unreachable",
  unreadable: "unreadable",
  slow: "slow",
  busy: "busy",
  "too-big": "too-big",
  refused: "refused",
  "signed-out": "signed-out",
  "no-sign-in": "unreachable",
  broken: "broken",
};

export class BarInStep {
  #last = "";
  #hasReaders = false;
  #telling: Promise<void> = Promise.resolve();

  constructor(readonly item: Office.MessageCompose) {
    goOnWithBar();
  }

  /** The draft that is asked about next. */
  of(read: DraftRead): DraftRead {
    this.#hasReaders = hasReaders(read.draft);
    return read;
  }

  /** After each verdict; what is only drawn anew, or awaited, changes nothing. */
  follow(state: PaneState): void {
    const told = toldOf(state, this.#hasReaders);
    const print = JSON.stringify(told);
    if (told === null || print === this.#last || !isSupported("1.3")) return;
    this.#last = print;
    this.#telling = this.#telling.then(() => (print === this.#last ? tell(this.item, told) : undefined));
  }
}

function toldOf(state: PaneState, isToSomebody: boolean): Told | null {
  switch (state.kind) {
    case "empty":
      return toldOfNothing(isPhone());
    case "verdict":
      if (state.wait !== "none") return null;
      return isToSomebody ? toldOfVerdict(state.reply, state.unread, isPhone()) : toldOfNothing(isPhone());
    case "trouble":
      return toldWithout(WHY[state.trouble.kind]);
    default:
      return null;
  }
}
