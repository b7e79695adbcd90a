/**
 * Which cards has the person answered?
 *
 * Called wrong, or kept as it is: the card is hidden at once, and the service is told the rule and one of a few
 * reasons, never any words. From then on the service itself leaves it out, at Send too, as long as there is no more
 * to it. Hiding does not wait for the service, and can be undone.
 */
import type { Client } from "../wire/client";
import type { Advice, Attach, CheckReply, Choice, KeepReason, WrongReason } from "../wire/contract";
import { pane } from "../words/spoken";
import type { Tell } from "./notice";
import type { PaneState } from "./state";

/** A card with what it is about: when there is more to it, it is another card. */
const about = ({ rule, finding, severity, spans }: Advice): string =>
  JSON.stringify([rule, finding, severity, spans.map(({ field, excerpt }) => [field, excerpt])]);

/** What was answered; once the service has noted it, its next reply knows better than the pane. */
interface Hidden {
  until: CheckReply | "undone";
}

export class Answers {
  readonly #hidden = new Map<string, Hidden>();
  readonly #shown = new Set<string>();
  readonly #attach = new Map<string, Attach>();
  #reply: CheckReply | null = null;

  /** `again` has the draft checked once more, `redraw` shows what is known. */
  constructor(
    readonly client: Client,
    readonly tell: Tell,
    readonly redraw: () => void,
    readonly again: () => void,
  ) {}

  callWrong(advice: Advice, reason: WrongReason): void {
    this.#answer(advice, "wrong-warning", reason, pane.answer.hidden);
  }

  /** `reason` is empty where the card asks for none. */
  keep(advice: Advice, reason: KeepReason | ""): void {
    this.#answer(advice, "overrode", reason, pane.answer.kept);
  }

  /** What goes along for a reviewer, if this card is answered. */
  attach(advice: Advice, extent: Attach | ""): void {
    if (extent === "") this.#attach.delete(about(advice));
    else this.#attach.set(about(advice), extent);
  }

  attached(advice: Advice): Attach | "" {
    return this.#attach.get(about(advice)) ?? "";
  }

  /** Brings back a card that was answered, now or before. */
  askAgain(advice: Advice): void {
    this.#hidden.delete(about(advice));
    this.#shown.add(about(advice));
    this.redraw();
    void this.#note(advice, "took-back", "")
      .then(this.again)
      .catch(() => {
        this.tell(pane.answer.notNoted);
      });
  }

  /** The state without the cards that were answered; those are told apart. */
  without(state: PaneState): PaneState {
    if (state.kind !== "verdict") return state;
    const { reply } = state;
    this.#reply = reply;
    const [kept, hidden] = parted(reply.advice, (one) => this.#isHidden(one, reply));
    const back = reply.set_aside.filter((one) => this.#shown.has(about(one.advice)));
    if (hidden.length + back.length === 0) return state;
    const fresh: CheckReply = {
      ...reply,
      advice: [...kept, ...back.map((one) => one.advice)],
      set_aside: [
        ...reply.set_aside.filter((one) => !back.includes(one)),
        ...hidden.map((advice) => ({ why: "answered" as const, advice })),
      ],
    };
    return { ...state, reply: fresh };
  }

  #isHidden(advice: Advice, reply: CheckReply): boolean {
    const hidden = this.#hidden.get(about(advice));
    return hidden !== undefined && (hidden.until === "undone" || hidden.until === reply);
  }

  #answer(advice: Advice, chosen: Choice["chosen"], reason: Choice["reason"], thanks: string): void {
    const hidden: Hidden = { until: "undone" };
    this.#hidden.set(about(advice), hidden);
    this.#shown.delete(about(advice));
    this.redraw();
    const noted = this.#note(advice, chosen, reason);
    this.tell(thanks, {
      run: () => {
        void noted
          .catch(() => undefined)
          .then(() => {
            this.askAgain(advice);
          });
      },
      holds: () => Promise.resolve(true),
    });
    const trust = (): void => {
      if (advice.answer_key === "" || this.#reply === null) return;
      hidden.until = this.#reply;
      this.again();
    };
    void noted.then(trust).catch(() => {
      this.tell(pane.answer.hiddenHere);
    });
  }

  #note(advice: Advice, chosen: Choice["chosen"], reason: Choice["reason"]): Promise<void> {
    const { rule, finding, answer_key, attach_key = "" } = advice;
    const choice = { rule, finding, chosen, reason, answer_key };
    if (attach_key === "") return this.client.choose(choice);
    const extent = chosen === "took-back" ? "" : this.attached(advice);
    return this.client.choose({ ...choice, attach_key, attach: extent === "" ? null : extent });
  }
}

function parted<T>(all: readonly T[], is: (one: T) => boolean): [no: T[], yes: T[]] {
  return [all.filter((one) => !is(one)), all.filter(is)];
}
