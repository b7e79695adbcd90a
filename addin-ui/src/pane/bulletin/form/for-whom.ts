/**
 * Which schools need it?
 *
 * Nothing ticked is all schools, unless the draft is to some only: then somebody says which are meant. Kinds that
 * only the draft names (a cluster, a list) are there, ticked, to be taken out again; where clusters are asked for
 * they can be written. Whose desk it is for does not choose schools.
 */
import { element } from "../../../dom/element";
import type { ForWhom } from "../../../wire/item";
import { disclosure } from "../../view/clause";
import { bulletin } from "../../../words/spoken";
import { type Field, field, type Part, say, tick } from "./field";
import type { WhichSchools } from "./which-schools";

export interface ForWhomField extends Part {
  read(): ForWhom;
  /** Whether somebody said that all schools are meant. */
  isForAll(): boolean;
}
interface More {
  readonly asksClusters?: boolean;
  /** Where the draft is to some schools only. */
  readonly which?: WhichSchools | null;
}

const NARROWS = ["phases", "types", "clusters", "trusts", "lists"] as const;
const FAULT = "item-whom-fault";

export function forWhomField(
  given: ForWhom,
  { asksClusters = false, which = null }: More = {},
): ForWhomField {
  const boxes = new Map<keyof ForWhom, HTMLInputElement[]>();
  const box = (name: keyof ForWhom, value: string, label: string): HTMLElement => {
    const [part, input] = tick({ value, checked: given[name].includes(value) }, label);
    boxes.set(name, [...(boxes.get(name) ?? []), input]);
    return part;
  };
  const boxesOf = (name: keyof ForWhom, all: Readonly<Record<string, string>>): HTMLElement =>
    element("div", { class: "ticks" }, ...Object.entries(all).map(([value, l]) => box(name, value, l)));
  const clusters = asksClusters ? clustersField(given) : null;
  const named = NARROWS.filter((name) => name !== "phases" && !(asksClusters && name === "clusters"));
  const said = element("p", { class: "hint", "aria-live": "polite" });
  const wrong = element("p", { id: FAULT, class: "fault" });
  const kinds = element(
    "div",
    {},
    said,
    clusters?.part,
    boxesOf("phases", bulletin.phases),
    ...named.flatMap((name) => given[name].map((value) => box(name, value, value))),
  );
  const fieldset = element(
    "fieldset",
    { class: "field", "data-field": "for_whom", "aria-describedby": FAULT },
    element("legend", {}, bulletin.labels.whom),
    which?.part,
    kinds,
    wrong,
    disclosure(bulletin.labels.roles, "item-roles", given.roles.length > 0, boxesOf("roles", bulletin.roles)),
  );
  const chosen = (name: keyof ForWhom): string[] =>
    name === "clusters" && clusters !== null
      ? written(clusters)
      : (boxes.get(name) ?? []).filter(({ checked }) => checked).map(({ value }) => value);
  const ofKinds = (name: keyof ForWhom): string[] => (kinds.hidden ? [] : chosen(name));
  const read = (): ForWhom => ({
    phases: ofKinds("phases"),
    types: ofKinds("types"),
    clusters: ofKinds("clusters"),
    trusts: ofKinds("trusts"),
    lists: ofKinds("lists"),
    roles: chosen("roles"),
    schools: which?.chosen() === "own" ? which.urns : [],
  });
  const input = which?.input ?? clusters?.input ?? boxes.get("phases")?.[0] ?? fieldset;
  const fault = say(wrong, which?.group ?? input);
  const tell = (): void => {
    fault("");
    kinds.hidden = which !== null && which.chosen() !== "kinds";
    const nothing = which === null ? bulletin.said.all : bulletin.said.tickKinds;
    said.textContent = NARROWS.every((name) => chosen(name).length === 0) ? nothing : bulletin.said.narrowed;
  };
  fieldset.addEventListener("input", tell);
  tell();
  return { part: fieldset, input, fault, read, isForAll: () => which?.chosen() === "all" };
}

function clustersField({ clusters }: ForWhom): Field {
  return field({
    name: "clusters",
    label: bulletin.labels.clusters,
    value: clusters.join(", "),
    hint: bulletin.hints.clusters,
  });
}

const written = ({ input }: Field): string[] =>
  input.value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
