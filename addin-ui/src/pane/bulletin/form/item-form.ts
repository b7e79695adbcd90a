/** What will schools read in the bulletin? Filled from the draft, so that mostly one press sends it. */
import { element } from "../../../dom/element";
import type { Issue } from "../../../wire/contract";
import type { Alike, Consent, Gate, ItemFields, Mark } from "../../../wire/item";
import { disclosure } from "../../view/clause";
import { bulletin } from "../../../words/spoken";
import { gates, likeIt, timing } from "./beside";
import { type Field, field } from "./field";
import { forWhomField } from "./for-whom";
import { type Acts, type Form, formOf } from "./frame";
import { marks } from "./marks";

const HEADLINE_MAX = 60;
const SUMMARY_MAX = 100;
const CONSENTS: readonly Consent[] = ["given", "none-shown", "unknown"];

/** What is known of the item beside its words. */
export interface About {
  readonly marks: readonly Mark[];
  readonly gates: readonly Gate[];
  readonly alike: readonly Alike[];
  /** Which one it can go out in; null where that is not known. */
  readonly issue: Issue | null;
  readonly is_too_late: boolean;
  /** Whether there are pictures, or facts about a person. */
  readonly asksConsent: boolean;
}

export function itemForm(item: ItemFields, about: About, acts: Acts): Form<ItemFields> {
  const fields = makeFields(item);
  const whom = forWhomField(item.for_whom);
  const consent = consentQuestion(item.consent);
  const { headline, summary, closes, contact, links, body } = fields;
  return formOf(
    {
      parts: [
        timing(about.issue, about.is_too_late, closes.input),
        headline.part,
        summary.part,
        marks(about.marks, body.input),
        whom.part,
        closes.part,
        contact.part,
        links.part,
        disclosure(bulletin.said.wholeText, "item-body", false, body.part),
        about.asksConsent ? consent.part : null,
        likeIt(about.alike),
        gates(about.gates),
      ],
      fields: { headline, summary, for_whom: whom, closes, contact, links, body },
      read: () => ({
        ...item,
        ...typed(fields),
        for_whom: whom.read(),
        consent: about.asksConsent ? consent.read() : item.consent,
      }),
      send: bulletin.press.submit,
      kept: bulletin.said.keptForEditors,
    },
    acts,
  );
}

type Fields = Readonly<Record<"headline" | "summary" | "closes" | "contact" | "links" | "body", Field>>;

function makeFields(item: ItemFields): Fields {
  return {
    headline: field({
      name: "headline",
      label: bulletin.labels.headline,
      value: item.headline,
      most: HEADLINE_MAX,
    }),
    summary: field({
      name: "summary",
      label: bulletin.labels.summary,
      value: item.summary,
      most: SUMMARY_MAX,
      rows: 3,
    }),
    closes: field({ name: "closes", label: bulletin.labels.closes, value: item.closes ?? "", type: "date" }),
    contact: field({ name: "contact", label: bulletin.labels.contact, value: item.contact }),
    links: field({
      name: "links",
      label: bulletin.labels.links,
      value: item.links.join("\n"),
      rows: 2,
      hint: bulletin.hints.links,
    }),
    body: field({ name: "body", label: bulletin.labels.text, value: item.body, rows: 10 }),
  };
}

function typed(fields: Fields): Omit<ItemFields, "for_whom" | "documents" | "consent"> {
  return {
    headline: fields.headline.input.value.trim(),
    summary: fields.summary.input.value.trim(),
    body: fields.body.input.value,
    closes: fields.closes.input.value || null,
    contact: fields.contact.input.value.trim(),
    links: fields.links.input.value
      .split("\n")
      .map((link) => link.trim())
      .filter((link) => link !== ""),
  };
}

function consentQuestion(given: Consent): { part: HTMLElement; read: () => Consent } {
  const radios = CONSENTS.map((value) =>
    element("input", { type: "radio", name: "consent", value, checked: value === given }),
  );
  const part = element(
    "fieldset",
    { class: "field", "data-field": "consent" },
    element("legend", {}, bulletin.labels.consent),
    ...CONSENTS.map((value, at) =>
      element("label", { class: "tick" }, radios[at], element("span", {}, bulletin.consents[value])),
    ),
  );
  return { part, read: () => CONSENTS[radios.findIndex(({ checked }) => checked)] ?? "unknown" };
}
