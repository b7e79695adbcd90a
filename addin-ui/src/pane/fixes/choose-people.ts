/**
 * Whom does the message really need to reach?
 *
 * Where a card says that too many get it and not who, the person ticks who stays. Nothing happens before the button.
 */
import { button, element } from "../../dom/element";
import type { Recipient } from "../../wire/contract";
import type { PeopleField, Place } from "../../wire/fix";
import { events, fixes } from "../../words/spoken";
import { disclosure } from "../view/clause";

export interface Choosing {
  readonly label: string;
  readonly key: string;
  readonly fields: readonly PeopleField[];
  /** Where the others go; null where they go out. */
  readonly to: PeopleField | null;
  /** Only the first of To stays ticked: whom a reply is to. */
  readonly onlyFirst: boolean;
  readonly people: (field: PeopleField) => Promise<readonly Recipient[]>;
  readonly run: (stays: readonly Place[]) => Promise<void>;
}

/** A list that is read when it is opened. */
export function choosePeople(choosing: Choosing): HTMLElement {
  const { label, key, to } = choosing;
  const body = element("div", { class: "choose" });
  const details = disclosure(label, key, false, body);
  details.addEventListener("toggle", () => {
    if (details.open && body.childElementCount === 0) void fill(body, choosing);
  });
  details.classList.add("choose-people");
  body.setAttribute("aria-label", to === null ? fixes.whoStays : fixes.whoMoves(events.fields[to]));
  return details;
}

async function fill(body: HTMLElement, { fields, to, onlyFirst, people, run, key }: Choosing): Promise<void> {
  const boxes: [Place, HTMLInputElement][] = [];
  const lists = await Promise.all(
    fields.map(async (field) => {
      const rows = (await people(field)).map(({ name, address }, at) => {
        const input = element("input", { type: "checkbox", "data-key": `${key}-${field}-${at}` });
        input.checked = !onlyFirst || (field === "to" && at === 0);
        boxes.push([{ field, at }, input]);
        return element("label", { class: "person" }, input, element("span", {}, name || address));
      });
      return element("fieldset", {}, element("legend", {}, events.fields[field]), ...rows);
    }),
  );
  const tick = (on: boolean) => () => {
    for (const [, input] of boxes) input.checked = on;
  };
  const go = button(
    to === null ? fixes.takeOthersOut : fixes.moveOthers(events.fields[to]),
    { class: "action primary" },
    () => {
      if (go.getAttribute("aria-disabled") === "true") return;
      go.setAttribute("aria-disabled", "true");
      const stays = boxes.filter(([, input]) => input.checked).map(([place]) => place);
      void run(stays).finally(() => {
        go.removeAttribute("aria-disabled");
      });
    },
  );
  body.replaceChildren(
    element("p", {}, to === null ? fixes.whoStays : fixes.whoMoves(events.fields[to])),
    element(
      "div",
      { class: "actions" },
      button(fixes.all, { class: "plain" }, tick(true)),
      button(fixes.none, { class: "plain" }, tick(false)),
    ),
    element("div", { class: "people-list" }, ...lists),
    element("div", { class: "actions" }, go),
  );
}
