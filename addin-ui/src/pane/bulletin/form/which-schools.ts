/**
 * Which schools does somebody mean whose draft is to some of them only?
 *
 * Those of the draft, all, or all of a kind. Nobody's mail to eight becomes one to all because a form was left as
 * it was: what the draft does not settle has to be chosen.
 */
import { element } from "../../../dom/element";
import type { AskedFields } from "../../../wire/bulk-request";
import type { ForWhom, GoesTo } from "../../../wire/item";
import { bulletin } from "../../../words/spoken";

type Which = "own" | "all" | "kinds";

export interface WhichSchools {
  readonly part: HTMLElement;
  /** What a fault is said of, and what has the focus then. */
  readonly group: HTMLElement;
  readonly input: HTMLElement;
  readonly urns: readonly string[];
  /** Null while nothing is. */
  chosen(): Which | null;
}

/** Null where the draft is to all schools, or to none that are known; a note goes to its cluster. */
export function whichSchools(asked: AskedFields, goesTo: GoesTo): WhichSchools | null {
  if (asked.kind === "cluster-note" || !isToSome(goesTo)) return null;
  const { count, urns, all } = goesTo;
  const labels: readonly (readonly [Which, string | null])[] = [
    ["own", urns.length === 0 ? null : bulletin.ownSchools(count, urns.length)],
    ["all", asked.kind === "chosen" ? null : bulletin.allSchools(all)],
    ["kinds", bulletin.which.kinds],
  ];
  const given: Which | null = asked.is_for_all ? "all" : asked.for_whom.schools.length > 0 ? "own" : null;
  const choices = labels.flatMap(([which, label]) => (label === null ? [] : [choice(which, label, given)]));
  const group = element(
    "div",
    { role: "radiogroup", "aria-label": bulletin.which.label },
    ...choices.map(({ part }) => part),
  );
  return {
    part: element("div", {}, element("p", { class: "hint" }, bulletin.draftSchools(count, all)), group),
    group,
    input: choices[0]?.input ?? group,
    urns,
    chosen: () => choices.find(({ input }) => input.checked)?.which ?? null,
  };
}

/** Schools to begin with: those of the draft, where each can be named and its words say nothing else. */
export function toBeginWith(whom: ForWhom, goesTo: GoesTo): ForWhom {
  const { phases, types, clusters, trusts, lists } = whom;
  const saysKinds = [phases, types, clusters, trusts, lists].some(({ length }) => length > 0);
  const isNamed = isToSome(goesTo) && goesTo.urns.length === goesTo.count;
  return saysKinds || !isNamed ? whom : { ...whom, schools: goesTo.urns };
}

export const isToSome = ({ count, all }: GoesTo): boolean => count > 0 && (all === 0 || count < all);

function choice(
  which: Which,
  label: string,
  given: Which | null,
): { which: Which; part: HTMLElement; input: HTMLInputElement } {
  const input = element("input", {
    type: "radio",
    name: "which-schools",
    value: which,
    checked: which === given,
  });
  return { which, input, part: element("label", { class: "tick" }, input, element("span", {}, label)) };
}
