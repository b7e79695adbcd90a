/**
 * What in the text should not be public, and how does it come out with one press?
 *
 * Found again by its words, so that it still comes out after the person has written on; and it can be put back
 * as long as the text is as it was left.
 */
import { button, element } from "../../dom/element";
import type { Mark } from "../../wire/item";

export function marks(
  found: readonly Mark[],
  body: HTMLTextAreaElement | HTMLInputElement,
): HTMLElement | null {
  const own = [...new Map(found.map((mark) => [mark.words, mark])).values()];
  if (own.length === 0) return null;
  return element(
    "section",
    { class: "marks", "aria-labelledby": "marks-title" },
    element("h3", { id: "marks-title" }, "Best not public"),
    element("ul", {}, ...own.map((mark) => line(mark, body))),
  );
}

function line(mark: Mark, body: HTMLTextAreaElement | HTMLInputElement): HTMLElement {
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
      const now = was.split(mark.words).map(trimmed).join("").trim();
      before = { was, now };
      set(now);
    }
  };
  const act = button("Take it out", { class: "action" }, press);
  const said = element("span", { class: "mark-state", "aria-live": "polite" });
  const show = (): void => {
    const canPutBack = before !== null && body.value === before.now;
    said.textContent = out() ? "Taken out" : "";
    act.textContent = canPutBack ? "Put it back" : "Take it out";
    act.setAttribute("aria-label", `${act.textContent}: ${mark.words}`);
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

/** What stood before and after keeps one space between. */
function trimmed(part: string, at: number): string {
  return at === 0 ? part : part.replace(/^ /, "");
}
