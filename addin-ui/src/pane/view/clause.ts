/** Why? The organisation's own words, with where they stand. */
import { element, prose } from "../../dom/element";
import type { Citation, Clause } from "../../wire/contract";
import { pane } from "../../words/spoken";
import { chevron } from "./icons";
import { policyWords } from "./words";

export function quotation(clause: Clause): HTMLElement {
  return element(
    "figure",
    { class: "clause" },
    element("blockquote", {}, element("p", {}, ...prose(pane.card.quoted(clause.quote)))),
    element("figcaption", {}, ...prose(policyWords(clause, " · "))),
  );
}

/** Where many clauses say the same, one more is enough to see at once. */
const ALSO_SHOWN = 1;

/** A disclosure; `key` lets it stay as the person left it when the pane is drawn again. */
export function disclosure(
  label: string,
  key: string,
  open: boolean,
  ...content: (Node | string | null)[]
): HTMLDetailsElement {
  return element(
    "details",
    { class: "disclosure", "data-key": key, open },
    element("summary", {}, chevron(), element("span", {}, label)),
    element("div", { class: "disclosure-body" }, ...content),
  );
}

/** Closed at first, so that the advice itself and the next card are seen. */
export function why(key: string, clause: Clause | null, also: readonly Citation[]): HTMLElement | null {
  if (clause === null && also.length === 0) return null;
  return disclosure(
    pane.card.why,
    key,
    false,
    clause === null ? null : quotation(clause),
    also.length === 0 ? null : element("p", { class: "also-title" }, pane.card.same),
    ...also.slice(0, ALSO_SHOWN).map((citation) => quotation(citation.clause)),
    also.length <= ALSO_SHOWN
      ? null
      : disclosure(
          pane.card.more(also.length - ALSO_SHOWN),
          `${key}-also`,
          false,
          ...also.slice(ALSO_SHOWN).map((citation) => quotation(citation.clause)),
        ),
  );
}
