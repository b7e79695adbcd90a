/** What does the pane show when there is no verdict to show? */
import { button, element } from "../../dom/element";
import { SignedOut } from "../../sign-in/grant";
import type { Trouble } from "../../wire/client";
import { pane } from "../../words/spoken";
import type { NoMessage } from "../opened";
import type { PaneState } from "../state";
import { cloudOff, people, severityIcon } from "./icons";

export function emptyState(): HTMLElement {
  return element(
    "section",
    { class: "quiet", "data-state": "empty" },
    people(),
    element("h2", { tabindex: -1, "data-key": "state" }, pane.empty.title),
    element("p", {}, pane.empty.words),
  );
}

/** The same on the page for text messages and posts. */
export function nothingPasted(): HTMLElement {
  return element(
    "section",
    { class: "quiet", "data-state": "empty" },
    people(),
    element("h2", { tabindex: -1, "data-key": "state" }, pane.empty.title),
    element("p", {}, pane.empty.pasted),
  );
}

export function loadingState(isLong: boolean): HTMLElement {
  const line = (width: string): HTMLElement => element("div", { class: `bone ${width}` });
  return element(
    "section",
    { class: "loading", "data-state": "loading" },
    element(
      "p",
      { class: "loading-words", tabindex: -1, "data-key": "state" },
      isLong ? pane.waiting.long : pane.waiting.first,
    ),
    element("div", { class: "skeleton", "aria-hidden": "true" }, line("w40"), line("w90"), line("w75")),
    element("div", { class: "skeleton", "aria-hidden": "true" }, line("w30"), line("w90"), line("w60")),
  );
}

export function allClear(hasGaps: boolean, isAnswered = false): HTMLElement {
  return element(
    "section",
    { class: hasGaps ? "quiet" : "quiet all-clear", "data-state": "all-clear" },
    severityIcon(hasGaps ? "info" : "clear"),
    element(
      "h2",
      { tabindex: -1, "data-key": "state" },
      isAnswered ? pane.clear.answered : hasGaps ? pane.clear.withGaps : pane.clear.title,
    ),
    element("p", {}, pane.clear.read),
    element("p", { class: "not-read" }, pane.clear.notRead),
  );
}

export function troubleState(trouble: Trouble, retry: () => void): HTMLElement {
  return element(
    "section",
    { class: "quiet trouble", "data-state": "trouble", "data-trouble": trouble.kind },
    cloudOff(),
    element("h2", { tabindex: -1, "data-key": "state" }, pane.trouble.title),
    element("p", { class: "not-blocked" }, pane.trouble.notBlocked),
    element("p", {}, trouble.message),
    element("p", {}, nextStep(trouble)),
    wayOn(trouble, retry),
  );
}

/** Where a session of our pages has ended, nothing here can begin another. */
function wayOn(trouble: Trouble, retry: () => void): HTMLElement | null {
  if (trouble.kind === "signed-out" && !(trouble instanceof SignedOut)) return null;
  const label = trouble instanceof SignedOut ? pane.trouble.signIn : pane.trouble.retry;
  return button(label, { class: "action", "data-key": "way-on" }, retry);
}

const nextStep = (trouble: Trouble): string =>
  trouble instanceof SignedOut ? pane.trouble.signInOrSend : pane.trouble.next[trouble.kind];

/** What the foot of the pane may say: that something was checked only when it was. */
export function footWords(state: PaneState): string {
  switch (state.kind) {
    case "verdict":
      if (state.wait === "long") return pane.foot.again;
      return state.unread.length + state.reply.not_checked.length > 0 ? pane.foot.partly : pane.foot.checked;
    case "trouble":
      return pane.foot.trouble;
    case "no-message":
      return "";
    default:
      return pane.foot.before;
  }
}

export function noMessage(why: NoMessage): HTMLElement {
  const [title, words] = pane.noMessage[why];
  return element(
    "section",
    { class: "quiet", "data-state": why },
    cloudOff(),
    element("h2", { tabindex: -1, "data-key": "state" }, title),
    element("p", {}, words),
  );
}
