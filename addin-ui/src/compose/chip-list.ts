/** How does a row of recipients look? Chips that say by shape and word when a name is a group or unknown. */
import { button, element, icon } from "../dom/element";
import type { Entry } from "../host/compose-item";
import { tryOut } from "../words/spoken";

const GROUP =
  "M7 4.5a2.3 2.3 0 1 0 0 4.6a2.3 2.3 0 1 0 0-4.6M2.5 15.5c0-2.6 1.8-4.3 4.5-4.3s4.5 1.7 4.5 4.3M13 5a2 2 0 1 1 0 4M14 11.3c2 .4 3.5 2 3.5 4.2";
const CROSS = "M6 6l8 8M14 6l-8 8";

export function chip(entry: Entry, onRemove: () => void): HTMLLIElement {
  const isList = entry.recipientType === "distributionList";
  const note = !entry.resolved ? tryOut.notFound : isList ? tryOut.list : "";
  return element(
    "li",
    {
      class: `chip${entry.resolved ? "" : " chip-unresolved"}`,
      tabindex: -1,
      title: entry.emailAddress || note,
      "data-address": entry.emailAddress,
    },
    isList && icon(GROUP, "icon chip-icon"),
    element("span", { class: "chip-name" }, entry.displayName),
    note === "" ? null : element("span", { class: "unseen" }, tryOut.aside(note)),
    button(tryOut.remove(entry.displayName), { class: "chip-remove", tabindex: -1 }, onRemove, icon(CROSS)),
  );
}
