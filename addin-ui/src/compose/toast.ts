/** How does the compose window say something in passing? A message at the foot that a screen reader hears too. */
import { button, byId, element, icon } from "../dom/element";
import { tryOut } from "../words/spoken";

const SHOWN_MS = 9000;
let hiding: ReturnType<typeof setTimeout> | undefined;

const close = (): void => {
  byId("toast").replaceChildren();
};
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") close();
});

export function toast(title: string, words: string): void {
  byId("toast").replaceChildren(
    element("div", { class: "toast-words" }, element("strong", {}, title), element("span", {}, words)),
    button(tryOut.closeNotice, { class: "tool" }, close, icon("M6 6l8 8M14 6l-8 8")),
  );
  clearTimeout(hiding);
  hiding = setTimeout(close, SHOWN_MS);
}
