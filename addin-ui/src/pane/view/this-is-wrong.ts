/** How does somebody say that a card is wrong? Two presses: that it is, and why, in one of a few answers. */
import { button, element } from "../../dom/element";
import type { Advice, WrongReason } from "../../wire/contract";
import type { Help } from "./advice-card";
import { disclosure } from "./clause";

const ANSWERS: Readonly<Record<WrongReason, string>> = {
  "not-there": "It is not in my message",
  "does-not-fit": "The rule does not fit here",
  other: "Something else",
};

export function thisIsWrong(advice: Advice, help: Help): HTMLElement {
  const answers = (Object.keys(ANSWERS) as WrongReason[]).map((reason) =>
    button(ANSWERS[reason], { class: "action wrong-reason" }, () => {
      help.callWrong(advice, reason);
    }),
  );
  return disclosure(
    "This is wrong",
    `wrong-${advice.rule}-${advice.finding}`,
    false,
    element("p", { class: "wrong-why" }, "Why? Only the rule and your answer are noted, not your message."),
    element("div", { class: "actions" }, ...answers),
  );
}
