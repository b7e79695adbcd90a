/**
 * What is Outlook told when somebody presses Send?
 *
 * A verdict becomes the answer of a Smart Alerts handler: at most 500 characters of plain text, the strongest
 * advice first with the words it is about, and a way to its card in the pane. Advice that is only shown never holds a message. Pure, and
 * kept within Outlook's limits here.
 */
import { policyWords } from "../pane/view/words";
import { type Advice, type CheckReply, SEVERITIES, type Severity } from "../wire/contract";
import { quotable } from "./excerpts";

export interface SendAnswer {
  readonly allowEvent: boolean;
  readonly errorMessage?: string;
  readonly cancelLabel?: string;
  readonly commandId?: string;
  readonly contextData?: string;
  readonly sendModeOverride?: "promptUser";
}

export const LONGEST_MESSAGE = 500;
export const LONGEST_LABEL = 20;
const PANE_COMMAND = "composePane";

export function answerFor(reply: CheckReply): SendAnswer {
  const holding = holdingOf(reply);
  const [first] = holding;
  if (first === undefined) return { allowEvent: true };
  return {
    allowEvent: false,
    errorMessage: messageFor(first, quotable(first, reply), othersIn(holding.length - 1, foldedIn(reply))),
    cancelLabel: "See what to do",
    commandId: PANE_COMMAND,
    contextData: JSON.stringify({ v: 1, rule: first.rule }),
    sendModeOverride: "promptUser",
  };
}

/** What holds the message, the strongest first. */
function holdingOf(reply: CheckReply): Advice[] {
  return reply.advice
    .filter((a) => a.mode === "enforce" && rank(a.severity) >= rank("warn"))
    .sort((a, b) => rank(b.severity) - rank(a.severity));
}

/** Whether something should come out before the message goes: then not sending is the choice to offer first. */
export const isGrave = (reply: CheckReply): boolean => holdingOf(reply)[0]?.severity === "block";

/** Cards that would hold it too, were there not graver ones: they stay in the pane. */
const foldedIn = (reply: CheckReply): number => reply.set_aside.filter(({ why }) => why === "folded").length;

function othersIn(others: number, smaller: number): string {
  if (others + smaller === 0) return "";
  const things = (count: number): string => (count === 1 ? "thing" : "things");
  if (smaller === 0) return `\n\nAnd ${others} more ${things(others)} to check.`;
  const more = others === 0 ? "" : `${others} more and `;
  return `\n\nAnd ${more}${smaller} smaller ${things(smaller)} in the pane.`;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

function messageFor(first: Advice, excerpts: readonly string[], more: string): string {
  const clause =
    first.clause === null ? "" : `\n\nPolicy: “${first.clause.quote}” (${policyWords(first.clause, ", ")})`;
  const head =
    first.severity === "block"
      ? `${comesOut(first, excerpts)}\n\n${first.title}\n\n`
      : `${first.title}${atFault(first, excerpts)}\n\n`;
  const room = LONGEST_MESSAGE - more.length;
  const message = fit(first.message, Math.max(LEAST_OF_MESSAGE, room - head.length - clause.length));
  return fit(head + message + clause, room) + more;
}

/** A policy is cut only when the words before it would become too few to understand. */
const LEAST_OF_MESSAGE = 80;
const MOST_NAMED = 2;
const LONGEST_NAMED = 40;
const LONGEST_AT_FAULT = 60;
const WRITTEN: ReadonlySet<string> = new Set(["subject", "body", "attachments"]);
/** Here it is the readers that matter: the greeting that shows who they are is nobody's fault. */
const ABOUT_READERS: ReadonlySet<string> = new Set(["audience-shape", "internal-audience"]);

const TAKES_OUT: ReadonlySet<string> = new Set(["redact", "remove", "trim-recipients"]);

/** The words that "the words shown" are, on a line of their own; of a list of readers one name would tell nothing. */
function atFault({ check, spans, title }: Advice, [first, ...others]: readonly string[]): string {
  const isWritten = !ABOUT_READERS.has(check) && spans.every((s) => WRITTEN.has(s.field));
  if (first === undefined || title.includes(first) || !isWritten) return "";
  return `\n“${fit(first, LONGEST_AT_FAULT)}”${others.length > 0 ? ` and ${others.length} more` : ""}`;
}

/** "Take this out first: “••• 5919”." Excerpts of numbers are masked by the service. */
function comesOut({ actions }: Advice, excerpts: readonly string[]): string {
  const named = excerpts.slice(0, MOST_NAMED).map((e) => `“${fit(e, LONGEST_NAMED)}”`);
  const others = excerpts.length - named.length;
  if (named.length === 0) {
    const step = actions.find((a) => TAKES_OUT.has(a.kind) && a.label !== "");
    return `${step?.label ?? "Take this out"} first.`;
  }
  return `Take this out first: ${named.join(", ")}${others > 0 ? ` and ${others} more` : ""}.`;
}

/** Cut at a word, with an ellipsis, never in the middle of a surrogate pair. */
export function fit(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > longest / 2 ? space : cut.length).trimEnd()}…`;
}
