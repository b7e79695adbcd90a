/**
 * How often is the rule behind a card right?
 *
 * One plain sentence, and under it the figures with what they rest on. Nothing where nobody knows.
 */
import { element, prose } from "../../dom/element";
import type { Accuracy, Advice, Share } from "../../wire/contract";
import { pane } from "../../words/spoken";
import { disclosure } from "./clause";
import { dateWords } from "./words";

export function howSure({ accuracy, rule, finding }: Advice): HTMLElement | null {
  if (accuracy === null) return null;
  return disclosure(
    pane.sure.title,
    `sure-${rule}-${finding}`,
    false,
    element("p", {}, sentence(accuracy)),
    accuracy.stepped_down === "" ? null : element("p", {}, pane.sure.quieter),
    figures(accuracy),
  );
}

/** "Right 46 of the 48 times it spoke in our test; 3 of 120 people called it wrong." */
export function sentence({ precision, wrong_rate: wrong }: Accuracy): string {
  const says = pane.sure;
  const right = precision === null ? says.notMeasured : says.right(precision.hits, precision.of);
  return says.sentence(wrong === null ? [right] : [right, says.wrong(wrong.hits, wrong.of)]);
}

function figures(accuracy: Accuracy): HTMLElement | null {
  const { precision, recall, wrong_rate: wrong } = accuracy;
  const says = pane.sure;
  const rows = [
    precision && row(says.precision, rate(precision)),
    recall && row(says.recall, rate(recall)),
    wrong && row(says.wrongRate, rate(wrong)),
    accuracy.drafts > 0 && row(says.triedOn, says.tried(accuracy.drafts, dateWords(accuracy.measured_on))),
    accuracy.misses !== "" && row(says.misses, accuracy.misses),
  ].filter((found) => found instanceof HTMLElement);
  return rows.length === 0 ? null : element("dl", { class: "figures" }, ...rows);
}

function row(name: string, words: string): HTMLElement {
  return element("div", {}, element("dt", {}, name), element("dd", {}, ...prose(words)));
}

/** "96% (likely 86 to 99%)": of few drafts a wide range, so that nobody takes them for many. */
function rate(share: Share): string {
  return pane.sure.rate(share.rate, share.low, share.high);
}
