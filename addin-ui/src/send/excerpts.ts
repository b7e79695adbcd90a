/**
 * Which of the sender's own words may stand in Outlook's dialog?
 *
 * The dialog may be seen over a shoulder, so nothing of a secret is quoted, nor a sentence that holds one. Numbers
 * come masked from the service. The words are made one plain line, which cannot turn the text around them.
 */
import type { Advice, CheckReply, Span } from "../wire/contract";

const SECRETS = "credentials";
/** Control characters, and those that change the direction of what follows. (`\p{Cc}` is newer than ES2016.) */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const NOT_PLAIN = /[\s\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

export const oneLine = (text: string): string => text.replace(NOT_PLAIN, " ").trim();

/** What may be quoted of this advice, each once, what it is mainly about first. */
export function quotable(advice: Advice, reply: CheckReply): string[] {
  if (advice.check === SECRETS) return [];
  const secrets = reply.advice
    .filter((a) => a.check === SECRETS)
    .reduce<readonly Span[]>((all, a) => [...all, ...a.spans], []);
  const open = advice.spans.filter((span) => !secrets.some((secret) => overlaps(span, secret)));
  const ordered = [...open.filter((s) => s.primary), ...open.filter((s) => !s.primary)];
  return [...new Set(ordered.map((s) => oneLine(s.excerpt)))].filter((e) => e !== "");
}

const overlaps = (one: Span, other: Span): boolean =>
  one.field === other.field && one.start < other.end && other.start < one.end;
