/**
 * What is one field of the form?
 *
 * A label, what it is filled with, how long it may be, and what is wrong with it. The fault is tied to the
 * field, so that a screen reader tells it together with the field.
 */
import { element } from "../../../dom/element";
import { bulletin } from "../../../words/spoken";

/** Something in a form that can be wrong: what has the focus then, and where it is said. */
export interface Part {
  readonly part: HTMLElement;
  readonly input: HTMLElement;
  /** An empty text takes the fault away. */
  fault(words: string): void;
}
export type Input = HTMLInputElement | HTMLTextAreaElement;
export interface Field extends Part {
  readonly input: Input;
}

interface Shape {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly most?: number;
  readonly rows?: number;
  readonly type?: string;
  readonly hint?: string | undefined;
}

export function field(shape: Shape): Field {
  const { name, label, value, most, rows, hint } = shape;
  const id = `item-${name}`;
  const about = [hint === undefined ? "" : `${id}-hint`, `${id}-fault`].join(" ").trim();
  const attributes = { id, name, "aria-describedby": about, autocomplete: "off" };
  const input =
    rows === undefined
      ? element("input", { ...attributes, type: shape.type ?? "text" })
      : element("textarea", { ...attributes, rows });
  input.value = value;
  const wrong = element("p", { id: `${id}-fault`, class: "fault" });
  const counter = most === undefined ? null : element("span", { class: "counter" });
  const count = (): void => {
    if (counter === null || most === undefined) return;
    const length = Array.from(input.value.trim()).length;
    counter.textContent = bulletin.length(length, most);
    counter.classList.toggle("too-long", length > most);
  };
  const fault = say(wrong, input);
  input.addEventListener("input", () => {
    count();
    fault("");
  });
  count();
  const part = element(
    "div",
    { class: "field", "data-field": name },
    element("div", { class: "field-top" }, element("label", { for: id }, label), counter),
    hint === undefined ? null : element("p", { id: `${id}-hint`, class: "hint" }, hint),
    input,
    wrong,
  );
  return { part, input, fault };
}

/** Says a fault in `at`, and marks what it is about. */
export function say(at: HTMLElement, about: HTMLElement): (words: string) => void {
  return (words) => {
    at.textContent = words;
    if (words === "") about.removeAttribute("aria-invalid");
    else about.setAttribute("aria-invalid", "true");
  };
}

/** A box to tick with its label. */
export function tick(
  attributes: Parameters<typeof element>[1],
  label: string,
): [HTMLElement, HTMLInputElement] {
  const box = element("input", { type: "checkbox", ...attributes });
  return [element("label", { class: "tick" }, box, element("span", {}, label)), box];
}
