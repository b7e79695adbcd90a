/**
 * How does the pane link to something else?
 *
 * Always in a window of its own: inside Outlook's frame a plain link would put its page where the pane is.
 */
import { pane } from "../words/spoken";
import { element, prose } from "./element";

export function linkAway(href: string, label: string): HTMLAnchorElement {
  const opens = /^https?:/i.test(href) ? pane.opensInTab : "";
  return element(
    "a",
    { href, target: "_blank", rel: "noopener noreferrer" },
    ...prose(label),
    opens === "" ? null : element("span", { class: "unseen" }, opens),
  );
}
