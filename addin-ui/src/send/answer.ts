/**
 * What is Outlook told when somebody presses Send?
 *
 * A verdict becomes the answer of a Smart Alerts handler: at most 500 characters, plain and in Markdown, the strongest
 * advice first with the words it is about, and a way to its card in the pane. Advice that is only shown never holds a message. Pure, and
 * kept within Outlook's limits here.
 */
import { policyWords } from "../pane/view/words";
import { events } from "../words/spoken";
import { type Advice, type CheckReply, SEVERITIES, type Severity } from "../wire/contract";
import { quotable } from "./excerpts";
import { fit, fitIn, MARKDOWN, PLAIN, type Style } from "./style";

export interface SendAnswer {
  readonly allowEvent: boolean;
  readonly errorMessage?: string;
  readonly errorMessageMarkdown?: string;
  readonly cancelLabel?: string;
  readonly commandId?: string;
  readonly contextData?: string;
  readonly sendModeOverride?: "promptUser";
}

export const LONGEST_MESSAGE = 500;
export const LONGEST_LABEL = 20;
export const PANE_COMMAND = "composePane";

export function answerFor(reply: CheckReply): SendAnswer {
  const holding = holdingOf(reply);
  const [first] = holding;
  if (first === undefined) return { allowEvent: true };
  const more = othersIn(holding.length - 1, foldedIn(reply));
  const excerpts = quotable(first, reply);
  const plain = messageFor(first, excerpts, more, PLAIN);
  const rich = messageFor(first, excerpts, more, MARKDOWN);
  return {
    allowEvent: false,
    errorMessage: fit(plain, LONGEST_MESSAGE),
    errorMessageMarkdown: rich.length > LONGEST_MESSAGE ? fitIn(MARKDOWN, plain, LONGEST_MESSAGE) : rich,
    ...wayToPane(events.dialog.seeMore, first.rule),
    ...(isLeftToMode(first) ? {} : { sendModeOverride: "promptUser" }),
  };
}

/**
 * What must come out, and what waits for a reason, is left to the mode that the organisation deployed the add-in with. A
 * card that takes no reason would leave nobody a way on.
 */
const isLeftToMode = ({ severity, answer_key }: Advice): boolean =>
  severity === "block" || (severity === "justify" && answer_key !== "");

/** The button that opens the pane, at the card of this rule; at its top where there is none. */
export const wayToPane = (
  label: string,
  rule: string,
): Pick<SendAnswer, "cancelLabel" | "commandId" | "contextData"> => ({
  cancelLabel: label,
  commandId: PANE_COMMAND,
  contextData: JSON.stringify({ v: 1, rule }),
});

/** What holds the message, the strongest first. */
function holdingOf(reply: CheckReply): Advice[] {
  return reply.advice
    .filter((a) => a.mode === "enforce" && rank(a.severity) >= rank("warn"))
    .sort((a, b) => rank(b.severity) - rank(a.severity));
}

/** Cards that would hold it too, were there not graver ones: they stay in the pane. */
const foldedIn = (reply: CheckReply): number => reply.set_aside.filter(({ why }) => why === "folded").length;

function othersIn(others: number, smaller: number): string {
  if (others + smaller === 0) return "";
  const { more, smaller: lesser } = events.dialog;
  return `\n\n${smaller === 0 ? more(others) : lesser(others, smaller)}`;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

function messageFor(first: Advice, excerpts: readonly string[], more: string, style: Style): string {
  const { policy, cited } = events.dialog;
  const clause =
    first.clause === null
      ? ""
      : `\n\n${policy(style.value(cited(first.clause.quote, policyWords(first.clause, ", "))))}`;
  const title = style.strong(style.value(first.title));
  const head =
    first.severity === "block"
      ? `${style.value(comesOut(first, excerpts))}\n\n${title}\n\n`
      : `${title}${atFault(first, excerpts, style)}\n\n`;
  const room = LONGEST_MESSAGE - more.length;
  const message = fitIn(style, first.message, Math.max(LEAST_OF_MESSAGE, room - head.length - clause.length));
  const whole = head + message + clause;
  return (style === PLAIN ? fit(whole, room) : whole) + more;
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
function atFault(
  { check, spans, title }: Advice,
  [first, ...others]: readonly string[],
  style: Style,
): string {
  const isWritten = !ABOUT_READERS.has(check) && spans.every((s) => WRITTEN.has(s.field));
  if (first === undefined || title.includes(first) || !isWritten) return "";
  const { quoted } = events.dialog;
  return style.line + style.value(quoted(fit(first, LONGEST_AT_FAULT))) + andMore(others.length);
}

/** "Take this out first: “••• 5919”." Excerpts of numbers are masked by the service. */
function comesOut({ actions }: Advice, excerpts: readonly string[]): string {
  const { quoted, first, takeOut, takeOutFirst } = events.dialog;
  const named = excerpts.slice(0, MOST_NAMED).map((e) => quoted(fit(e, LONGEST_NAMED)));
  if (named.length === 0) {
    const step = actions.find((a) => TAKES_OUT.has(a.kind) && a.label !== "");
    return first(step?.label ?? takeOut);
  }
  return `${takeOutFirst(named.join(", "))}${andMore(excerpts.length - named.length)}.`;
}

const andMore = (others: number): string => (others > 0 ? events.dialog.andMore(others) : "");
