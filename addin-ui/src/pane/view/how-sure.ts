/**
 * How often is the rule behind a card right?
 *
 * One plain sentence, and under it the figures with what they rest on. Nothing where nobody knows.
 */
import { element, prose } from "../../dom/element";
import type { Accuracy, Advice, Share } from "../../wire/contract";
import { disclosure } from "./clause";
import { counted, dateWords } from "./words";

export function howSure({ accuracy, rule, finding }: Advice): HTMLElement | null {
  if (accuracy === null) return null;
  return disclosure(
    "How sure is this?",
    `sure-${rule}-${finding}`,
    false,
    element("p", {}, sentence(accuracy)),
    accuracy.stepped_down === "" ? null : element("p", {}, QUIETER),
    figures(accuracy),
  );
}

const QUIETER = "We ask for more than that, so this one is quieter than the policy has it.";

/** "Right 46 of the 48 times it spoke in our test; 3 of 120 people called it wrong." */
export function sentence({ precision, wrong_rate: wrong }: Accuracy): string {
  const right =
    precision === null
      ? "It has not been measured yet"
      : `Right ${precision.hits} of the ${counted(precision.of, "time")} it spoke in our test`;
  return wrong === null
    ? `${right}.`
    : `${right}; ${wrong.hits} of ${counted(wrong.of, "person", "people")} called it wrong.`;
}

function figures(accuracy: Accuracy): HTMLElement | null {
  const { precision, recall, wrong_rate: wrong } = accuracy;
  const rows = [
    precision && row("Right when it speaks", rate(precision)),
    recall && row("Speaks when it should", rate(recall)),
    wrong && row("Called wrong", rate(wrong)),
    accuracy.drafts > 0 &&
      row("Tried on", `${counted(accuracy.drafts, "draft")}, ${dateWords(accuracy.measured_on)}`),
    accuracy.misses !== "" && row("Known to miss", accuracy.misses),
  ].filter((found) => found instanceof HTMLElement);
  return rows.length === 0 ? null : element("dl", { class: "figures" }, ...rows);
}

function row(name: string, words: string): HTMLElement {
  return element("div", {}, element("dt", {}, name), element("dd", {}, ...prose(words)));
}

/** "96% (likely 86 to 99%)": of few drafts a wide range, so that nobody takes them for many. */
function rate(share: Share): string {
  return `${percent(share.rate)}% (likely ${percent(share.low)} to ${percent(share.high)}%)`;
}

const percent = (part: number): string => String(Math.round(part * 100));
