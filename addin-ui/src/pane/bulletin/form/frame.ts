/**
 * What do all forms for the bulletin have in common?
 *
 * One press sends, once; what is wrong is said at its field, and the first such field has the focus. What is wrong
 * with no field is said above the button, with a way on where there is one. While it is sent nothing in it can be
 * changed, so that what was sent is what stands there.
 */
import { button, type Child, element } from "../../../dom/element";
import { bulletin } from "../../../words/spoken";
import type { Input, Part } from "./field";

/** Something to press that may help, such as to sign in. */
export interface WayOn {
  readonly label: string;
  readonly run: () => void;
}
export interface Form<T> {
  readonly part: HTMLElement;
  read(): T;
  fail(words: string, faults: ReadonlyMap<string, string>, wayOn?: WayOn): void;
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
  const help = element("div", { class: "actions", hidden: true });
  const leave = button(bulletin.press.leave, { class: "action" }, acts.leave);
  const send = element("button", { type: "submit", class: "action primary" }, label);
  const form = element(
    "form",
    { class: "item-form", novalidate: true, "aria-labelledby": "form-title" },
    ...parts,
    trouble,
    help,
    element("p", { class: "hint" }, kept),
    element("div", { class: "actions" }, send, leave),
  );
  let waiting = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!waiting) acts.submit();
  });
  const written = (): Input[] => [...form.querySelectorAll<Input>("textarea, input")];
  const keepStill = (event: Event): void => {
    const pressed = (event.target as Element).closest("button, input, label");
    if (!waiting || pressed === null || pressed === leave) return;
    event.preventDefault();
    event.stopPropagation();
  };
  form.addEventListener("click", keepStill, true);
  const offer = (wayOn: WayOn | undefined): HTMLElement | null => {
    const press = wayOn === undefined ? null : button(wayOn.label, { class: "action primary" }, wayOn.run);
    help.replaceChildren(...(press === null ? [] : [press]));
    help.hidden = press === null;
    return press;
  };
  return {
    part: form,
    read,
    fail(words, faults, wayOn) {
      const elsewhere = [...faults].filter(([name]) => !(name in fields)).map(([, said]) => said);
      trouble.textContent = [words, ...elsewhere].join(" ");
      for (const [name, one] of Object.entries(fields)) one.fault(faults.get(name) ?? "");
      const press = offer(wayOn);
      const first = Object.entries(fields).find(([name]) => faults.has(name))?.[1].input ?? press ?? send;
      const folded = first.closest("details");
      if (folded !== null) folded.open = true;
      first.focus();
    },
    wait(isWaiting) {
      waiting = isWaiting;
      send.setAttribute("aria-disabled", String(isWaiting));
      send.textContent = isWaiting ? bulletin.press.sending : label;
      for (const input of written()) input.readOnly = isWaiting;
      if (!isWaiting) return;
      trouble.textContent = "";
      if (help.contains(document.activeElement)) send.focus();
      offer(undefined);
    },
  };
}
