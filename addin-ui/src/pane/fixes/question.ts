/**
 * How is somebody asked once before their message is changed?
 *
 * The button becomes a question in its place, with a yes in the same words and a way to leave it. Escape leaves it
 * too, and the focus is then where it was.
 */
import { button, element, prose } from "../../dom/element";
import { FIX_WORDS } from "./words";

/** `key` is of this step alone, so that the focus finds it again when the pane is drawn anew. */
export function askFirst(label: string, asks: string, key: string, run: () => Promise<void>): HTMLElement {
  const place = element("div", { class: "fix" });
  const offer = (hasFocus: boolean): void => {
    const first = button(label, { class: "action", "data-key": key, "aria-expanded": "false" }, question);
    place.replaceChildren(first);
    if (hasFocus) first.focus();
  };
  const question = (): void => {
    const leave = (): void => {
      offer(true);
    };
    const yes = button(
      label,
      { class: "action primary", "data-key": key, "aria-describedby": `${key}-asks` },
      () => {
        yes.disabled = true;
        place.setAttribute("aria-busy", "true");
        void run().finally(() => {
          place.removeAttribute("aria-busy");
          if (place.isConnected)
            offer(place.contains(document.activeElement) || document.activeElement === document.body);
        });
      },
    );
    const group = element(
      "div",
      { class: "fix-question", role: "group", "aria-labelledby": `${key}-asks` },
      element("p", { id: `${key}-asks` }, ...prose(asks)),
      element("div", { class: "actions" }, yes, button(FIX_WORDS.notNow, { class: "action" }, leave)),
    );
    group.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave();
    });
    place.replaceChildren(group);
    yes.focus();
  };
  offer(false);
  return place;
}
