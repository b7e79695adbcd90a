/**
 * How is a text for Outlook's dialog written: plain, or in its Markdown?
 *
 * Outlook takes up to 500 characters of each. In Markdown every value is escaped, so that no word of a draft, and
 * none of the service's, can become a link, a heading or emphasis. What is cut is cut before it is escaped.
 */
import { oneLine } from "./excerpts";

export interface Style {
  /** A value as it may stand in the text. */
  readonly value: (text: string) => string;
  readonly strong: (text: string) => string;
  /** Between a title and the words it is about. */
  readonly line: string;
  readonly list: (entries: readonly string[]) => string;
}

export const PLAIN: Style = {
  value: (text) => text,
  strong: (text) => text,
  line: "\n",
  list: (entries) => entries.map((entry) => `• ${entry}`).join("\n"),
};

export const MARKDOWN: Style = {
  value: escaped,
  strong: (text) => `**${text}**`,
  line: "\n\n",
  list: (entries) => entries.map((entry) => `- ${entry}`).join("\r"),
};

/** What means something wherever it stands, what does at the start, and what makes a bare address a link. */
const ANYWHERE = /[\\`*_[\]<>#|~&]/g;
const AT_START = /^([-+=]|\d{1,9}(?=[.)]))/;
const LINK = /(:)(?=\/\/)|\b(www|mailto)(?=[.:])/gi;

export function escaped(text: string): string {
  const safe = oneLine(text)
    .replace(ANYWHERE, "\\$&")
    .replace(LINK, (found) => (found === ":" ? "\\:" : `${found}\u200b`));
  return safe.replace(AT_START, (start) => (/\d/.test(start) ? `${start}\u200b` : `\\${start}`));
}

/** Cut at a word, with an ellipsis, never in the middle of a surrogate pair. */
export function fit(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, Math.max(0, longest - 1));
  const space = cut.lastIndexOf(" ");
  const kept = cut.slice(0, space > longest / 2 ? space : cut.length).replace(/\s+$/, "");
  return `${kept.replace(/[\ud800-\udbff]$/, "")}…`;
}

/** The same of a value that grows when it is written in the style. */
export function fitIn(style: Style, text: string, longest: number): string {
  let room = Math.min(text.length, Math.max(1, longest));
  let written = style.value(fit(text, room));
  while (written.length > longest && room > 1) {
    room = Math.max(1, room - Math.max(1, Math.ceil((written.length - longest) / 2)));
    written = style.value(fit(text, room));
  }
  return written;
}
