/**
 * May a reviewer see words of this message, if it comes to that?
 *
 * Only where the rule asks for review, and only if the person chooses so: nothing is ticked beforehand but "nothing".
 * It counts with the answer to this card; the words stay in the message until Send.
 */
import { element } from "../../dom/element";
import type { Advice, Attach } from "../../wire/contract";
import { pane } from "../../words/spoken";
import type { Help } from "./advice-card";
import { disclosure } from "./clause";

const EXTENTS: readonly (Attach | "")[] = ["", "excerpt", "draft"];

export function attachWords(advice: Advice, help: Help): HTMLElement | null {
  const { attach, attached } = help;
  if ((advice.attach_key ?? "") === "" || attach === undefined) return null;
  const key = `attach-${advice.rule}-${advice.finding}`;
  const now = attached?.(advice) ?? "";
  const radios = EXTENTS.map((extent) => {
    const radio = element("input", {
      type: "radio",
      name: key,
      value: extent,
      checked: extent === now,
      "data-key": `${key}-${extent}`,
    });
    radio.addEventListener("change", () => {
      if (radio.checked) attach(advice, extent);
    });
    return element("label", { class: "tick" }, radio, element("span", {}, pane.attach.extents[extent]));
  });
  return disclosure(
    pane.attach.title,
    key,
    false,
    element(
      "fieldset",
      { class: "attach" },
      element("legend", {}, pane.attach.legend),
      ...radios,
      element("p", { class: "wrong-why" }, pane.attach.hint),
    ),
  );
}
