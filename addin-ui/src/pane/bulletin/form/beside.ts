/** What is to be said beside the form: which issue, what was told before, and what the editors will ask. */
import { element, prose } from "../../../dom/element";
import type { Issue } from "../../../wire/contract";
import type { Alike, Gate } from "../../../wire/item";
import { disclosure } from "../../view/clause";
import { dateWords, dayWords, momentWords } from "../../view/words";
import { bulletin } from "../../../words/spoken";
import type { Input } from "./field";

/** Which issue it can go out in; told anew when the day to act by is changed. */
export function timing(issue: Issue | null, isTooLate: boolean, closes: Input): HTMLElement | null {
  if (issue === null && !isTooLate) return null;
  const { value: was } = closes;
  const part = element("p", { class: "timing", role: "status" });
  const tell = (): void => {
    const { value: day } = closes;
    const isLate = day === was ? isTooLate : issue !== null && day !== "" && day < issue.goes_out;
    const goesOut = issue === null ? "" : dayWords(issue.goes_out);
    const { canGoOut } = bulletin;
    const tooLate = (day: string): string => (day === "" ? bulletin.dayIsPast : bulletin.tooLate(day));
    part.classList.toggle("too-late", isLate);
    part.replaceChildren(
      ...prose(
        isLate ? tooLate(goesOut) : issue === null ? "" : canGoOut(goesOut, momentWords(issue.cut_off)),
      ),
    );
  };
  closes.addEventListener("input", tell);
  tell();
  return part;
}

export function likeIt(alike: readonly Alike[]): HTMLElement | null {
  if (alike.length === 0) return null;
  return element(
    "section",
    { class: "item-note", "aria-labelledby": "alike-title" },
    element("h3", { id: "alike-title" }, bulletin.said.toldBefore),
    ...alike.map(({ headline, submitted_on: day }) =>
      element("p", {}, ...prose(bulletin.like(headline, dateWords(day)))),
    ),
    element("p", {}, bulletin.said.together),
  );
}

export function gates(found: readonly Gate[]): HTMLElement | null {
  if (found.length === 0) return null;
  return disclosure(
    found.some(({ stops }) => stops) ? bulletin.said.willAsk : bulletin.said.mayAsk,
    "item-gates",
    false,
    element(
      "ul",
      { class: "gates" },
      ...found.map(({ title, message, parts }) =>
        element(
          "li",
          {},
          element("strong", {}, ...prose(title)),
          element("span", {}, ...prose(message)),
          parts.length === 0 ? null : element("span", {}, ...prose(bulletin.meant(parts))),
        ),
      ),
    ),
  );
}
