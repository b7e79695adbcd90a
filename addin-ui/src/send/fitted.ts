/** What of an answer does this Outlook know? Older ones are given no more than that. */
import { isSupported } from "../outlook/calls";
import type { SendAnswer } from "./answer";

export function fittedToOutlook(answer: SendAnswer): SendAnswer {
  const { errorMessageMarkdown, ...plain } = answer;
  if (isSupported("1.15")) return answer;
  if (isSupported("1.14")) return plain;
  const { allowEvent, errorMessage } = plain;
  return errorMessage === undefined ? { allowEvent } : { allowEvent, errorMessage };
}
