/** How does somebody say that a card is wrong? Two presses: that it is, and why, in one of a few answers. */
import { button, element } from "../../dom/element";
import type { Advice, WrongReason } from "../../wire/contract";
import { pane } from "../../words/spoken";
import type { Help } from "./advice-card";
import { disclosure } from "./clause";

const ANSWERS: readonly WrongReason[] = ["not-there", "does-not-fit", "other"];

export function thisIsWrong(advice: Advice, help: Help): HTMLElement {
  const answers = ANSWERS.map((reason) =>
    button(pane.answer.wrongReasons[reason], { class: "action wrong-reason" }, () => {
      help.callWrong(advice, reason);
    }),
  );
  return disclosure(
    pane.answer.wrong,
    `wrong-${advice.rule}-${advice.finding}`,
    false,
    element("p", { class: "wrong-why" }, pane.answer.why),
    element("div", { class: "actions" }, ...answers),
  );
}
