/**
 * How does somebody say that the message stays as it is?
 *
 * A warning needs one press. A card that asks for a reason offers a few: no words are typed, so none of the message
 * can slip in. What must come out first cannot be kept.
 */
import { button, element } from "../../dom/element";
import type { Advice, KeepReason } from "../../wire/contract";
import { pane } from "../../words/spoken";
import type { Help } from "./advice-card";
import { disclosure } from "./clause";

const REASONS: readonly KeepReason[] = ["agreed", "no-other-way", "other"];

export function keepAsItIs(advice: Advice, help: Help): HTMLElement | null {
  if (advice.answer_key === "") return null;
  if (advice.severity === "warn") {
    return button(pane.answer.keep, { class: "plain keep" }, () => {
      help.keep(advice, "");
    });
  }
  if (advice.severity !== "justify") return null;
  const reasons = REASONS.map((reason) =>
    button(pane.answer.keepReasons[reason], { class: "action keep-reason" }, () => {
      help.keep(advice, reason);
    }),
  );
  return disclosure(
    pane.answer.send,
    `keep-${advice.rule}-${advice.finding}`,
    false,
    element("p", { class: "wrong-why" }, pane.answer.why),
    element("div", { class: "actions" }, ...reasons),
  );
}
