/** What does the pane show when there is no verdict to show? */
import { button, element } from "../../dom/element";
import { SignedOut } from "../../sign-in/grant";
import type { Trouble } from "../../wire/client";
import type { NoMessage } from "../opened";
import type { PaneState } from "../state";
import { cloudOff, people, severityIcon } from "./icons";

export function emptyState(): HTMLElement {
  return element(
    "section",
    { class: "quiet", "data-state": "empty" },
    people(),
    element("h2", { tabindex: -1, "data-key": "state" }, "Nothing to check yet"),
    element("p", {}, "Add a recipient or start writing. The draft is checked when you pause."),
  );
}

/** The same on the page for text messages and posts. */
export function nothingPasted(): HTMLElement {
  return element(
    "section",
    { class: "quiet", "data-state": "empty" },
    people(),
    element("h2", { tabindex: -1, "data-key": "state" }, "Nothing to check yet"),
    element("p", {}, "Paste or type the words. They are checked when you pause."),
  );
}

export function loadingState(isLong: boolean): HTMLElement {
  const line = (width: string): HTMLElement => element("div", { class: `bone ${width}` });
  return element(
    "section",
    { class: "loading", "data-state": "loading" },
    element(
      "p",
      { class: "loading-words" },
      isLong ? "Still checking; you can carry on" : "Checking the draft",
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
      isAnswered
        ? "Nothing else to check"
        : hasGaps
          ? "No rule applies to what was checked"
          : "No rule applies",
    ),
    element("p", {}, "Please still read it through."),
    element("p", { class: "not-read" }, "Pictures, PDFs and Office files are not read yet."),
  );
}

export function troubleState(trouble: Trouble, retry: () => void): HTMLElement {
  return element(
    "section",
    { class: "quiet trouble", "data-state": "trouble", "data-trouble": trouble.kind },
    cloudOff(),
    element("h2", { tabindex: -1, "data-key": "state" }, "Not checked"),
    element("p", { class: "not-blocked" }, "Your mail is not blocked."),
    element("p", {}, trouble.message),
    element("p", {}, nextStep(trouble)),
    wayOn(trouble, retry),
  );
}

/** Where a session of our pages has ended, nothing here can begin another. */
function wayOn(trouble: Trouble, retry: () => void): HTMLElement | null {
  if (trouble.kind === "signed-out" && !(trouble instanceof SignedOut)) return null;
  const label = trouble instanceof SignedOut ? "Sign in" : "Try again";
  return button(label, { class: "action", "data-key": "way-on" }, retry);
}

const nextStep = (trouble: Trouble): string =>
  trouble instanceof SignedOut
    ? "Your draft is safe. Sign in to have it checked, or carry on and send."
    : NEXT_STEPS[trouble.kind];

const NEXT_STEPS: Readonly<Record<Trouble["kind"], string>> = {
  unreachable: "You can carry on and send. Sendwell keeps trying.",
  slow: "You can carry on and send. Sendwell keeps trying.",
  busy: "You can carry on. Sendwell tries again shortly.",
  "too-big": "Make the message smaller to have it checked, or send it as it is.",
  refused: "You can carry on. If this goes on, tell the help desk.",
  "signed-out": "Your draft is safe. Close and open this pane to sign in again.",
  "no-sign-in": "You can carry on and send. Sendwell tries again when you write on.",
  broken: "You can carry on and send. If this goes on, tell the help desk.",
};

/** What the foot of the pane may say: that something was checked only when it was. */
export function footWords(state: PaneState): string {
  switch (state.kind) {
    case "verdict":
      return state.unread.length + state.reply.not_checked.length > 0
        ? "All else was checked against your organisation’s own policy. No text of your message is kept."
        : "Checked against your organisation’s own policy. No text of your message is kept.";
    case "trouble":
      return "This draft was not checked against your organisation’s policy.";
    case "no-message":
      return "";
    default:
      return "Drafts are checked against your organisation’s own policy. No text of them is kept.";
  }
}

const NO_MESSAGE: Readonly<Record<NoMessage, readonly [title: string, words: string]>> = {
  outside: [
    "Open this in Outlook",
    "This page reads the message you are writing. Open it from the Sendwell button of a new message.",
  ],
  "not-ready": [
    "Outlook has not answered",
    "Not checked. Your mail is not blocked. Sendwell goes on waiting; if nothing changes, close this pane and open it again.",
  ],
  "no-item": [
    "Outlook does not let Sendwell see this message",
    "In some mailboxes and folders Outlook keeps add-ins out. This message is not checked, and not blocked.",
  ],
  meeting: [
    "Meeting invitations are not checked",
    "Sendwell looks at e-mails. Your invitation is not blocked.",
  ],
  reading: [
    "Nothing is being written here",
    "Sendwell looks at messages that you write. Open it from a new message, a reply, or one you pass on.",
  ],
};

export function noMessage(why: NoMessage): HTMLElement {
  const [title, words] = NO_MESSAGE[why];
  return element(
    "section",
    { class: "quiet", "data-state": why },
    cloudOff(),
    element("h2", { tabindex: -1, "data-key": "state" }, title),
    element("p", {}, words),
  );
}
