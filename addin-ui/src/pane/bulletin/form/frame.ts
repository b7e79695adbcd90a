/**
 * What do all forms for the bulletin have in common?
 *
 * One press sends, once; what is wrong is said at its field, and the first such field has the focus. What is wrong
 * with no field is said above the button.
 */
import { button, type Child, element } from "../../../dom/element";
import { bulletin } from "../../../words/spoken";
import type { Part } from "./field";

export interface Form<T> {
  readonly part: HTMLElement;
  read(): T;
  fail(words: string, faults: ReadonlyMap<string, string>): void;
  wait(isWaiting: boolean): void;
}
export interface Acts {
  readonly submit: () => void;
  readonly leave: () => void;
}
interface Made<T> {
  readonly parts: readonly Child[];
  /** By the names that the service has for them, in the order of the form. */
  readonly fields: Readonly<Record<string, Part>>;
  readonly read: () => T;
  readonly send: string;
  /** What is kept of it, and by whom. */
  readonly kept: string;
}

export function formOf<T>({ parts, fields, read, send: label, kept }: Made<T>, acts: Acts): Form<T> {
  const trouble = element("p", { class: "fault", role: "alert" });
  const send = element("button", { type: "submit", class: "action primary" }, label);
  const form = element(
    "form",
    { class: "item-form", novalidate: true, "aria-labelledby": "form-title" },
    ...parts,
    trouble,
    element("p", { class: "hint" }, kept),
    element("div", { class: "actions" }, send, button(bulletin.press.leave, { class: "action" }, acts.leave)),
  );
  let waiting = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!waiting) acts.submit();
  });
  return {
    part: form,
    read,
    fail(words, faults) {
      const elsewhere = [...faults].filter(([name]) => !(name in fields)).map(([, said]) => said);
      trouble.textContent = [words, ...elsewhere].join(" ");
      for (const [name, one] of Object.entries(fields)) one.fault(faults.get(name) ?? "");
      const first = Object.entries(fields).find(([name]) => faults.has(name))?.[1].input ?? send;
      const folded = first.closest("details");
      if (folded !== null) folded.open = true;
      first.focus();
    },
    wait(isWaiting) {
      waiting = isWaiting;
      send.setAttribute("aria-disabled", String(isWaiting));
      send.textContent = isWaiting ? bulletin.press.sending : label;
      if (isWaiting) trouble.textContent = "";
    },
  };
}
