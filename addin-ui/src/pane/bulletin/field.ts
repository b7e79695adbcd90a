/**
 * What is one field of the form?
 *
 * A label, what it is filled with, how long it may be, and what is wrong with it. The fault is tied to the
 * field, so that a screen reader tells it together with the field.
 */
import { element } from "../../dom/element";

export interface Field {
  readonly part: HTMLElement;
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  /** An empty text takes the fault away. */
  fault(words: string): void;
}

interface Shape {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly most?: number;
  readonly rows?: number;
  readonly type?: string;
  readonly hint?: string;
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
  const fault = element("p", { id: `${id}-fault`, class: "fault" });
  const counter = most === undefined ? null : element("span", { class: "counter" });
  const count = (): void => {
    if (counter === null || most === undefined) return;
    const length = Array.from(input.value.trim()).length;
    counter.textContent = `${length} of ${most}`;
    counter.classList.toggle("too-long", length > most);
  };
  const say = (words: string): void => {
    fault.textContent = words;
    if (words === "") input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  };
  input.addEventListener("input", () => {
    count();
    say("");
  });
  count();
  const part = element(
    "div",
    { class: "field", "data-field": name },
    element("div", { class: "field-top" }, element("label", { for: id }, label), counter),
    hint === undefined ? null : element("p", { id: `${id}-hint`, class: "hint" }, hint),
    input,
    fault,
  );
  return { part, input, fault: say };
}
