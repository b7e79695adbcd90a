/** Which cards did the person answer, and how does one come back? A closed list, below all that still asks. */
import { button, element, prose } from "../../dom/element";
import type { SetAside } from "../../wire/contract";
import { pane } from "../../words/spoken";
import { type Help, nameOf } from "./advice-card";
import { disclosure } from "./clause";

export function answered(aside: readonly SetAside[], help: Help): HTMLElement | null {
  const cards = aside.filter(({ why }) => why === "answered").map(({ advice }) => advice);
  if (cards.length === 0) return null;
  return disclosure(
    pane.verdict.answered(cards.length),
    "answered",
    false,
    element(
      "ul",
      { class: "answered" },
      ...cards.map((advice) =>
        element(
          "li",
          {},
          element("span", {}, ...prose(advice.title)),
          button(
            pane.verdict.showAgain,
            {
              class: "plain",
              "aria-label": pane.verdict.showAgainWhich(advice.title),
              "data-key": `advice-${nameOf(advice)}`, // so that the focus is on the card once it is back
            },
            () => {
              help.askAgain(advice);
            },
          ),
        ),
      ),
    ),
  );
}
