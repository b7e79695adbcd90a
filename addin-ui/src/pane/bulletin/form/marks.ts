/**
 * What in the text should not be public, and how does it come out with one press?
 *
 * Found again by its words, so that it still comes out after the person has written on; and it can be put back
 * as long as the text is as it was left.
 */
import { button, element } from "../../../dom/element";
import type { Mark } from "../../../wire/item";
import { bulletin } from "../../../words/spoken";
import type { Input } from "./field";

export function marks(found: readonly Mark[], body: Input): HTMLElement | null {
  const own = [...new Map(found.map((mark) => [mark.words, mark])).values()];
  if (own.length === 0) return null;
  return element(
    "section",
    { class: "marks", "aria-labelledby": "marks-title" },
    element("h3", { id: "marks-title" }, bulletin.said.notPublic),
    element("ul", {}, ...own.map((mark) => line(mark, body))),
  );
}

function line(mark: Mark, body: Input): HTMLElement {
  let before: { was: string; now: string } | null = null;
  const out = (): boolean => !body.value.includes(mark.words);
  const set = (text: string): void => {
    body.value = text;
    body.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const press = (): void => {
    const was = body.value;
    if (before !== null && was === before.now) {
      const { was: back } = before;
      before = null;
      set(back);
    } else {
      const now = was.split(mark.words).reduce(joined).trim();
      before = { was, now };
      set(now);
    }
  };
  const act = button(bulletin.press.takeOut, { class: "action" }, press);
  const said = element("span", { class: "mark-state", "aria-live": "polite" });
  const show = (): void => {
    const canPutBack = before !== null && body.value === before.now;
    said.textContent = out() ? bulletin.said.takenOut : "";
    act.textContent = canPutBack ? bulletin.press.putBack : bulletin.press.takeOut;
    act.setAttribute("aria-label", bulletin.press.which(act.textContent, mark.words));
    act.hidden = out() && !canPutBack;
  };
  body.addEventListener("input", show);
  show();
  return element(
    "li",
    {},
    element("strong", {}, mark.title),
    element("q", {}, mark.words),
    element("span", { class: "mark-act" }, act, said),
  );
}

/** What stood before and after keeps one space between, and none before a full stop. */
function joined(before: string, after: string): string {
  return /^[.,;:!?)]/.test(after) ? before.replace(/ $/, "") + after : before + after.replace(/^ /, "");
}
