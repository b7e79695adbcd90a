/**
 * What will schools read?
 *
 * Filled from the draft, so that mostly one press sends it. What is wrong is said at its field, and the first
 * such field has the focus.
 */
import { button, element, prose } from "../../dom/element";
import type { Alike, Consent, Gate, ItemFields, Mark } from "../../wire/item";
import { disclosure } from "../view/clause";
import { dateWords } from "../view/words";
import { type Field, field } from "./field";
import { forWhomField } from "./for-whom";
import { marks } from "./marks";
import { HEADLINE_MAX, SUMMARY_MAX } from "./words";

export interface Filled {
  readonly item: ItemFields;
  readonly marks: readonly Mark[];
  readonly gates: readonly Gate[];
  readonly alike: readonly Alike[];
  /** Whether there are pictures, or facts about a person. */
  readonly asksConsent: boolean;
}
export interface ItemForm {
  readonly part: HTMLElement;
  read(): ItemFields;
  /** At their fields; what belongs to none, and `words`, above the button. */
  fail(words: string, faults: ReadonlyMap<string, string>): void;
  wait(isWaiting: boolean): void;
}

export function itemForm(filled: Filled, submit: () => void, leave: () => void): ItemForm {
  const { item } = filled;
  const fields = makeFields(item);
  const whom = forWhomField(item.for_whom);
  const consent = consentQuestion(item.consent);
  const trouble = element("p", { class: "fault", role: "alert" });
  const send = element("button", { type: "submit", class: "action primary" }, SEND);
  const text = disclosure("The whole text", "item-body", false, fields.body.part);
  const form = element(
    "form",
    { class: "item-form", novalidate: true, "aria-labelledby": "form-title" },
    fields.headline.part,
    fields.summary.part,
    marks(filled.marks, fields.body.input),
    whom.part,
    fields.closes.part,
    fields.contact.part,
    fields.links.part,
    text,
    filled.asksConsent ? consent.part : null,
    likeIt(filled.alike),
    gates(filled.gates),
    trouble,
    element("p", { class: "hint" }, "What you send here is kept for the editors. Your message is not."),
    element("div", { class: "actions" }, send, button("Back to the message", { class: "action" }, leave)),
  );
  let waiting = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!waiting) submit();
  });
  return {
    part: form,
    read: () => ({
      ...item,
      ...typed(fields),
      for_whom: whom.read(),
      consent: filled.asksConsent ? consent.read() : item.consent,
    }),
    fail(words, faults) {
      trouble.textContent = words;
      for (const [name, one] of Object.entries(fields)) one.fault(faults.get(name) ?? "");
      const first = Object.entries(fields).find(([name]) => faults.has(name))?.[1];
      if (first === fields.body) text.open = true;
      (first?.input ?? send).focus();
    },
    wait(isWaiting) {
      waiting = isWaiting;
      send.setAttribute("aria-disabled", String(isWaiting));
      send.textContent = isWaiting ? "Sending…" : SEND;
      if (isWaiting) trouble.textContent = "";
    },
  };
}

const SEND = "Send to the editor";

type Fields = Readonly<Record<"headline" | "summary" | "closes" | "contact" | "links" | "body", Field>>;

function makeFields(item: ItemFields): Fields {
  return {
    headline: field({ name: "headline", label: "Headline", value: item.headline, most: HEADLINE_MAX }),
    summary: field({ name: "summary", label: "Summary", value: item.summary, most: SUMMARY_MAX, rows: 3 }),
    closes: field({ name: "closes", label: "Act by", value: item.closes ?? "", type: "date" }),
    contact: field({ name: "contact", label: "Whom to ask", value: item.contact }),
    links: field({
      name: "links",
      label: "Links",
      value: item.links.join("\n"),
      rows: 2,
      hint: "One on each line.",
    }),
    body: field({ name: "body", label: "Text", value: item.body, rows: 10 }),
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

const CONSENTS: readonly (readonly [Consent, string])[] = [
  ["given", "Yes, everybody in it (or their parents) agreed to this"],
  ["none-shown", "No people are shown or described"],
  ["unknown", "I have to ask first"],
];

function consentQuestion(given: Consent): { part: HTMLElement; read: () => Consent } {
  const radios = CONSENTS.map(([value]) =>
    element("input", { type: "radio", name: "consent", value, checked: value === given }),
  );
  const part = element(
    "fieldset",
    { class: "field", "data-field": "consent" },
    element("legend", {}, "May the people in it be shown and named?"),
    ...CONSENTS.map(([, label], at) =>
      element("label", { class: "tick" }, radios[at], element("span", {}, label)),
    ),
  );
  return { part, read: () => CONSENTS[radios.findIndex(({ checked }) => checked)]?.[0] ?? "unknown" };
}

function likeIt(alike: readonly Alike[]): HTMLElement | null {
  if (alike.length === 0) return null;
  return element(
    "section",
    { class: "item-note", "aria-labelledby": "alike-title" },
    element("h3", { id: "alike-title" }, "Told before?"),
    ...alike.map(({ headline, submitted_on: day }) =>
      element("p", {}, ...prose(`It is like “${headline}” of ${dateWords(day)}.`)),
    ),
    element("p", {}, "If it is the same news, the editors put the two together."),
  );
}

function gates(found: readonly Gate[]): HTMLElement | null {
  if (found.length === 0) return null;
  return disclosure(
    found.some(({ stops }) => stops)
      ? "The editors will ask you about this"
      : "The editors may ask you about this",
    "item-gates",
    false,
    element(
      "ul",
      { class: "gates" },
      ...found.map(({ title, message }) =>
        element("li", {}, element("strong", {}, ...prose(title)), element("span", {}, ...prose(message))),
      ),
    ),
  );
}
