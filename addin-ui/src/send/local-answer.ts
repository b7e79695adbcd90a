/**
 * What is Outlook told when the service gave no verdict?
 *
 * The mail is free, with a word that it was not checked. What the add-in saw by itself it says, and lets the person
 * decide. Only what the organisation closed waits: then nothing is said to relax the mode it deployed.
 */
import { LONGEST_MESSAGE, type SendAnswer, wayToPane } from "./answer";
import type { Closable, LocalFinding } from "./local/look";
import { fit, fitIn, MARKDOWN, PLAIN, type Style } from "./style";
import { events } from "../words/spoken";
import type { WhyNot } from "./why-not";

export function localAnswer(
  why: WhyNot,
  findings: readonly LocalFinding[],
  closed: readonly Closable[],
): SendAnswer {
  const waits = closed.includes("unchecked") || findings.some(({ about }) => closed.includes(about));
  if (findings.length === 0 && !waits) return { allowEvent: true };
  const plain = messageFor(why, findings, waits, PLAIN);
  const rich = messageFor(why, findings, waits, MARKDOWN);
  return {
    allowEvent: false,
    errorMessage: fit(plain, LONGEST_MESSAGE),
    errorMessageMarkdown: rich.length > LONGEST_MESSAGE ? fitIn(MARKDOWN, plain, LONGEST_MESSAGE) : rich,
    ...wayToPane(events.dialog.openPane, ""),
    ...(waits ? {} : { sendModeOverride: "promptUser" }),
  };
}

function messageFor(why: WhyNot, findings: readonly LocalFinding[], waits: boolean, style: Style): string {
  const says = events.dialog;
  const head = style.strong(says.onlySeen[why]) + (findings.length > 0 ? says.soItLooked : says.soNothing);
  const seen = findings.length === 0 ? [] : [style.list(findings.map((finding) => entryOf(finding, style)))];
  return [head, ...seen, waits ? says.waits : says.notBlocked].join("\n\n");
}

const MOST_NAMED = 2;

function entryOf({ title, excerpts }: LocalFinding, style: Style): string {
  if (excerpts.length === 0) return `${style.value(title)}.`;
  const named = excerpts.slice(0, MOST_NAMED).map(events.dialog.quoted);
  const others = excerpts.length - named.length;
  return `${style.value(`${title}: ${named.join(", ")}`)}${others > 0 ? events.dialog.andMore(others) : ""}.`;
}
