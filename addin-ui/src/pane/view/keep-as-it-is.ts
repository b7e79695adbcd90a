/**
 * How does somebody say that the message stays as it is?
 *
 * A warning needs one press. A card that asks for a reason offers a few: no words are typed, so none of the message
 * can slip in. What must come out first cannot be kept.
 */
import { button, element } from "../../dom/element";
import type { Advice, KeepReason } from "../../wire/contract";
import type { Help } from "./advice-card";
import { disclosure } from "./clause";

const REASONS: Readonly<Record<KeepReason, string>> = {
  agreed: "Somebody who may decide has agreed",
  "no-other-way": "There is no other way",
  other: "Another good reason",
};

export function keepAsItIs(advice: Advice, help: Help): HTMLElement | null {
  if (advice.answer_key === "") return null;
  if (advice.severity === "warn") {
    return button("Keep it as it is", { class: "plain keep" }, () => {
      help.keep(advice, "");
    });
  }
  if (advice.severity !== "justify") return null;
  const reasons = (Object.keys(REASONS) as KeepReason[]).map((reason) =>
    button(REASONS[reason], { class: "action keep-reason" }, () => {
      help.keep(advice, reason);
    }),
  );
  return disclosure(
    "Send it as it is",
    `keep-${advice.rule}-${advice.finding}`,
    false,
    element("p", { class: "wrong-why" }, "Why? Only the rule and your answer are noted, not your message."),
    element("div", { class: "actions" }, ...reasons),
  );
}
