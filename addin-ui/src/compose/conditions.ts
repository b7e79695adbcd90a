/**
 * How does a newcomer see what the add-in does when Outlook is difficult?
 *
 * A list of every condition the fake host can play. Choosing one opens the window anew with `?condition=...`, opens the
 * message it shows with, and says what Outlook does and what should now be seen. The address can be handed on.
 */
import { button, byId, element } from "../dom/element";
import type { ComposeItem } from "../host/compose-item";
import type { Condition } from "../host/conditions/condition";
import { happen, openDraft } from "../host/conditions/happen";
import { conditionOf, HEADS } from "../host/conditions/table";
import type { Exchange } from "../host/exchange";
import { tryOut } from "../words/spoken";

/** Long enough for the first verdict to be read. */
const HAPPENS_AFTER_MS = 4000;

export const chosenCondition = (): Condition | null =>
  conditionOf(new URLSearchParams(window.location.search).get("condition"));

/** To put after the address of a frame that plays along. */
export function conditionQuery(): string {
  const condition = chosenCondition();
  return condition === null ? "" : `?condition=${condition.id}`;
}

export function conditionPicker(chosen: Condition | null): void {
  const menu = byId("condition") as HTMLSelectElement;
  menu.append(
    new Option(tryOut.ordinaryDay, ""),
    ...HEADS.map(([title, conditions]) =>
      element(
        "optgroup",
        { label: title },
        ...conditions.map(({ id, name }) => element("option", { value: id }, name)),
      ),
    ),
  );
  menu.value = chosen?.id ?? "";
  menu.addEventListener("change", () => {
    choose(menu.value);
  });
}

/** Opens the message of the condition, says what is played, and lets come about what has to. */
export function playCondition(condition: Condition, item: ComposeItem, exchanges: readonly Exchange[]): void {
  openDraft(item, condition);
  const { then } = condition;
  if (then !== undefined) {
    setTimeout(() => {
      happen(then, item, exchanges);
    }, HAPPENS_AFTER_MS);
  }
  const stop = (): void => {
    choose("");
  };
  const place = byId("playing");
  place.hidden = false;
  place.replaceChildren(
    element(
      "p",
      {},
      element("strong", {}, tryOut.played(condition.name)),
      `${condition.happens} ${tryOut.seen[condition.sees.checked]}`,
    ),
    button(tryOut.backToOrdinary, { class: "plain" }, stop),
  );
}

function choose(id: string): void {
  window.location.assign(id === "" ? window.location.pathname : `?condition=${id}`);
}
