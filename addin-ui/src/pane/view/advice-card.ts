/**
 * What was found, why does it matter, and what can be done?
 *
 * One card for each piece of advice. What the pane can do is a button; what the person does is said in words,
 * with a link where there is somewhere to go, so that no button does nothing.
 */
import { button, element, prose } from "../../dom/element";
import { linkAway } from "../../dom/link";
import type { Action, Advice, Attach, KeepReason, Rewording, Span, WrongReason } from "../../wire/contract";
import { pane } from "../../words/spoken";
import type { Ways } from "../bulletin/ways";
import { why } from "./clause";
import { howSure } from "./how-sure";
import { severityIcon } from "./icons";
import { attachWords } from "./attach-words";
import { keepAsItIs } from "./keep-as-it-is";
import { kinderWords } from "./kinder-words";
import { type Above, insteadOf, isOpening, opening } from "./said-above";
import { thisIsWrong } from "./this-is-wrong";
import { fieldWords, severityWords, stepWords } from "./words";

/** What the pane itself can do for a piece of advice; null when it can only say what to do. */
export interface Help {
  offer(action: Action, advice: Advice): { readonly label: string; readonly run: () => void } | null;
  /** A small form in the card, such as one for a missing subject. */
  form(action: Action, advice: Advice): HTMLElement | null;
  /** Puts kinder words in; null where there is no draft to put them in. */
  reword(rewording: Rewording): (() => void) | null;
  /** Hides the card for this draft and its thread, and notes that it was wrong. */
  callWrong(advice: Advice, reason: WrongReason): void;
  /** Likewise for what the person keeps as it is; the reason is empty where none is asked for. */
  keep(advice: Advice, reason: KeepReason | ""): void;
  /** Chooses what goes along for a reviewer with the answer to come, and says what was chosen. */
  readonly attach?: (advice: Advice, extent: Attach | "") => void;
  readonly attached?: (advice: Advice) => Attach | "";
  /** To where the draft should go instead, where the pane has ways there. */
  readonly ways?: Ways;
  /** Brings back what was answered. */
  askAgain(advice: Advice): void;
}

const MOST_EXCERPTS = 4;

/** What a card is called in the page: by what it is about, wherever it stands. */
export const nameOf = ({ rule, finding }: Advice): string => `${rule}-${finding.replace("/", "-")}`;

export function adviceCard(advice: Advice, help: Help, above: Above): HTMLElement {
  const titleId = `advice-${advice.id}`;
  return element(
    "article",
    {
      class: `card card-${advice.severity}`,
      "aria-labelledby": titleId,
      "data-finding": advice.finding,
      "data-rule": advice.rule,
    },
    element(
      "p",
      { class: "severity" },
      severityIcon(advice.severity),
      element("span", {}, severityWords(advice.severity)),
    ),
    element("h3", { id: titleId, tabindex: -1, "data-key": titleId }, ...prose(advice.title)),
    element("p", { class: "message" }, ...prose(advice.message)),
    excerpts(advice.spans),
    kinderWords(advice, help),
    whatToDo(advice, help, above),
    element(
      "div",
      { class: "card-more" },
      why(`why-${advice.rule}`, advice.clause, advice.also),
      howSure(advice),
      attachWords(advice, help),
      keepAsItIs(advice, help),
      thisIsWrong(advice, help),
    ),
  );
}

function excerpts(spans: readonly Span[]): HTMLElement | null {
  const shown = spans.filter((s) => s.excerpt !== "" && !spans.some((other) => isWithin(s, other)));
  const found = [...new Map(shown.map((s) => [s.excerpt + s.field, s])).values()];
  if (found.length === 0) return null;
  const more = found.length - MOST_EXCERPTS;
  return element(
    "ul",
    { class: "excerpts", "aria-label": pane.card.found },
    ...found
      .slice(0, MOST_EXCERPTS)
      .map((span) =>
        element(
          "li",
          {},
          element("q", {}, span.excerpt),
          span.field !== "body" && element("span", { class: "where" }, fieldWords(span.field)),
        ),
      ),
    more > 0 && element("li", { class: "more" }, pane.card.andMore(more)),
  );
}

/** Words of a longer stretch that is shown anyway would be read twice. */
const isWithin = (one: Span, other: Span): boolean =>
  WORDS.has(one.field) &&
  one.field === other.field &&
  other.excerpt.includes(one.excerpt) &&
  other.start <= one.start &&
  one.end <= other.end &&
  other.end - other.start > one.end - one.start;

/** Where places are characters; elsewhere they number people or files. */
const WORDS: ReadonlySet<string> = new Set(["subject", "body"]);

function whatToDo(advice: Advice, help: Help, above: Above): HTMLElement | null {
  const buttons: HTMLElement[] = [];
  const words: HTMLElement[] = [];
  const forms: HTMLElement[] = [];
  for (const action of advice.actions) {
    if (action.kind === "reword" && advice.rewordings.length > 0) continue; // the card says it with the words
    const instead = insteadOf(action, advice, above);
    const offered = help.offer(action, advice);
    const form = help.form(action, advice);
    if (instead !== null) buttons.push(...instead);
    else if (form !== null) (form.classList.contains("fix") ? buttons : forms).push(form);
    else if (isOpening(action)) buttons.push(opening(action));
    else if (offered !== null)
      buttons.push(
        button(offered.label, { class: "action", "data-key": `do-${action.kind}-${advice.id}` }, offered.run),
      );
    else if (action.href !== "" || !NOT_A_STEP.has(action.kind)) words.push(...step(action));
  }
  if (buttons.length + words.length + forms.length === 0) return null;
  return element(
    "div",
    { class: "to-do" },
    buttons.length === 0 ? null : element("div", { class: "actions" }, ...buttons),
    ...forms,
    words.length === 0 ? null : element("h4", {}, pane.card.youCan),
    words.length === 0 ? null : element("ul", {}, ...words),
  );
}

/** `explain` is the disclosure below; `none` and `record` ask nothing of anybody. */
const NOT_A_STEP: ReadonlySet<string> = new Set(["explain", "none", "record"]);

/** What the person does, as a line of a list. */
function step({ kind, label, href }: Action): HTMLElement[] {
  if (label === "") return [];
  const { before, words } = stepWords(kind, label);
  return [element("li", {}, before, ...(href === "" ? prose(words) : [linkAway(href, words)]))];
}
