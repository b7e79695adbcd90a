/**
 * How is somebody asked once before their message is changed?
 *
 * The button becomes a question in its place, with a yes in the same words and a way to leave it. Escape leaves it
 * too, and the focus is then where it was. A question that is open stays open when the pane is drawn anew, as long as it
 * asks the same.
 */
import { button, element, prose } from "../../dom/element";
import { fixes } from "../../words/spoken";

/** The question that is open: of which step, and what it asks. */
let open: { readonly key: string; readonly asks: string } | null = null;

/** `key` is of this step alone, so that the focus finds it again when the pane is drawn anew. */
export function askFirst(label: string, asks: string, key: string, run: () => Promise<void>): HTMLElement {
  const place = element("div", { class: "fix" });
  const offer = (): HTMLButtonElement => {
    if (open?.key === key) open = null;
    const first = button(label, { class: "action", "data-key": key, "aria-expanded": "false" }, () =>
      question().focus(),
    );
    place.replaceChildren(first);
    return first;
  };
  const yesTo = (yes: HTMLButtonElement): void => {
    if (yes.getAttribute("aria-disabled") === "true") return;
    open = null;
    yes.setAttribute("aria-disabled", "true"); // it keeps the focus, which goes on from there
    place.setAttribute("aria-busy", "true");
    void run().finally(() => {
      place.removeAttribute("aria-busy");
      if (!place.isConnected) return;
      const hadFocus = place.contains(document.activeElement) || document.activeElement === document.body;
      const first = offer();
      if (hadFocus) first.focus();
    });
  };
  const question = (): HTMLButtonElement => {
    open = { key, asks };
    const { group, yes } = questionOf(label, asks, key, yesTo, () => offer().focus());
    place.replaceChildren(group);
    return yes;
  };
  if (open?.key === key && open.asks === asks) question();
  else offer();
  return place;
}

function questionOf(
  label: string,
  asks: string,
  key: string,
  agree: (yes: HTMLButtonElement) => void,
  leave: () => void,
): { group: HTMLElement; yes: HTMLButtonElement } {
  const id = `${key}-asks`;
  const yes = button(label, { class: "action primary", "data-key": key, "aria-describedby": id }, () =>
    agree(yes),
  );
  const group = element(
    "div",
    { class: "fix-question", role: "group", "aria-labelledby": id },
    element("p", { id }, ...prose(asks)),
    element("div", { class: "actions" }, yes, button(fixes.notNow, { class: "action" }, leave)),
  );
  group.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
  });
  return { group, yes };
}
