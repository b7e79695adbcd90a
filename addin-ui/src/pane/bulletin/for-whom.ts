/**
 * Which schools need it?
 *
 * Nothing ticked is all schools. Kinds that only the draft names (a cluster, a list) are there, ticked, to be
 * taken out again; whose desk it is for does not choose schools.
 */
import { element } from "../../dom/element";
import type { ForWhom } from "../../wire/item";
import { disclosure } from "../view/clause";
import { PHASES, ROLES } from "./words";

export interface ForWhomField {
  readonly part: HTMLElement;
  read(): ForWhom;
}

const NAMED = ["types", "clusters", "trusts", "lists"] as const;

export function forWhomField(given: ForWhom): ForWhomField {
  const boxes = new Map<keyof ForWhom, HTMLInputElement[]>();
  const tick = (name: keyof ForWhom, value: string, label: string): HTMLElement => {
    const box = element("input", { type: "checkbox", value, checked: given[name].includes(value) });
    boxes.set(name, [...(boxes.get(name) ?? []), box]);
    return element("label", { class: "tick" }, box, element("span", {}, label));
  };
  const said = element("p", { class: "hint", "aria-live": "polite" });
  const fieldset = element(
    "fieldset",
    { class: "field", "data-field": "for_whom" },
    element("legend", {}, "Who needs it?"),
    said,
    element("div", { class: "ticks" }, ...Object.entries(PHASES).map(([v, l]) => tick("phases", v, l))),
    ...NAMED.flatMap((name) => given[name].map((value) => tick(name, value, value))),
    disclosure(
      "Whose desk is it for?",
      "item-roles",
      given.roles.length > 0,
      element("div", { class: "ticks" }, ...Object.entries(ROLES).map(([v, l]) => tick("roles", v, l))),
    ),
  );
  const ticked = (name: keyof ForWhom): string[] =>
    (boxes.get(name) ?? []).filter((box) => box.checked).map((box) => box.value);
  const read = (): ForWhom => ({
    phases: ticked("phases"),
    types: ticked("types"),
    clusters: ticked("clusters"),
    trusts: ticked("trusts"),
    lists: ticked("lists"),
    roles: ticked("roles"),
  });
  const say = (): void => {
    const isAll = ["phases" as const, ...NAMED].every((name) => ticked(name).length === 0);
    said.textContent = isAll ? "All schools. Tick some to narrow it." : "Only the kinds that are ticked.";
  };
  fieldset.addEventListener("change", say);
  say();
  return { part: fieldset, read };
}
