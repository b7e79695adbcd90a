/**
 * What is Outlook told when somebody presses Send?
 *
 * A verdict becomes the answer of a Smart Alerts handler: at most 500 characters of plain text, the strongest
 * advice first, and a way to its card in the pane. Advice that is only shown never holds a message. Pure, and
 * kept within Outlook's limits here.
 */
import { type Advice, type CheckReply, SEVERITIES, type Severity } from "../wire/contract";

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
  const holding = reply.advice
    .filter((a) => a.mode === "enforce" && rank(a.severity) >= rank("warn"))
    .sort((a, b) => rank(b.severity) - rank(a.severity));
  const [first] = holding;
  if (first === undefined) return { allowEvent: true };
  return {
    allowEvent: false,
    errorMessage: messageFor(first, holding.length - 1),
    cancelLabel: "See what to do",
    commandId: PANE_COMMAND,
    contextData: JSON.stringify({ v: 1, rule: first.rule }),
    sendModeOverride: "promptUser",
  };
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

function messageFor(first: Advice, others: number): string {
  const more = others === 0 ? "" : `\n\nAnd ${others} more ${others === 1 ? "thing" : "things"} to check.`;
  const clause = first.clause === null ? "" : `\n\nPolicy: “${first.clause.quote}” (${first.clause.section})`;
  const words = `${first.title}\n\n${first.message}`;
  return fit(words + clause, LONGEST_MESSAGE - more.length) + more;
}

/** Cut at a word, with an ellipsis, never in the middle of a surrogate pair. */
export function fit(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > longest / 2 ? space : cut.length).trimEnd()}…`;
}
