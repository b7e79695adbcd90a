/**
 * Which cards did the person call wrong?
 *
 * Such a card is hidden for as long as the pane is open on this draft, and the service is told the rule and one of
 * a few reasons, never any words. Hiding does not wait for the service, and can be undone.
 */
import type { Client } from "../wire/client";
import type { Advice, WrongReason } from "../wire/contract";
import type { Tell } from "./notice";
import type { PaneState } from "./state";

const about = ({ rule, finding }: Advice): string => `${rule} ${finding}`;

export class WrongWarnings {
  readonly #hidden = new Set<string>();

  constructor(
    readonly client: Client,
    readonly tell: Tell,
    readonly redraw: () => void,
  ) {}

  call(advice: Advice, reason: WrongReason): void {
    this.#hidden.add(about(advice));
    this.redraw();
    const bringBack = (): void => {
      this.#hidden.delete(about(advice));
      this.redraw();
    };
    this.tell("Thank you. That card is hidden for this message.", {
      run: bringBack,
      holds: () => Promise.resolve(true),
    });
    void this.client
      .choose({ rule: advice.rule, finding: advice.finding, chosen: "wrong-warning", reason })
      .catch(() => {
        this.tell("That card is hidden for this message. Sendwell could not note that it was wrong.");
      });
  }

  /** The state without the cards called wrong. */
  without(state: PaneState): PaneState {
    if (state.kind !== "verdict" || this.#hidden.size === 0) return state;
    const advice = state.reply.advice.filter((one) => !this.#hidden.has(about(one)));
    return { ...state, reply: { ...state.reply, advice } };
  }
}
