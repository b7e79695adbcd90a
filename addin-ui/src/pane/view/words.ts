/** How do we say it? Channels, severities, fields, dates and counts in plain words. */
import type { Audience, Channel, Clause, Issue, Severity } from "../../wire/contract";

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  send: "Fine to send as an e-mail",
  bulletin: "Put it in the weekly e-bulletin",
  "communications-team": "Ask the Communications Team to send it",
  "local-officer": "Ask the local officer to pass it on",
  "secure-channel": "Use the secure channel",
  telephone: "Better by telephone",
  "unknown-audience": "How many schools is this for?",
};
const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  clear: "All clear",
  info: "Tip",
  warn: "Check this",
  justify: "Best not sent as it is",
  block: "Take this out first",
};
const FIELD_WORDS: Readonly<Record<string, string>> = {
  subject: "in the subject",
  body: "in the message",
  to: "in To",
  cc: "in Cc",
  bcc: "in Bcc",
  attachments: "in the attachments",
};
const SHORT_CHANNELS: Readonly<Record<Channel, string>> = {
  send: "Send it as an e-mail",
  bulletin: "The weekly e-bulletin",
  "communications-team": "The Communications Team",
  "local-officer": "The local officer",
  "secure-channel": "The secure channel",
  telephone: "The telephone",
  "unknown-audience": "Find out who it is for",
};

/** Some policies label a step with a bare name; these words make it read on after "You can". */
const STEPS: Readonly<Record<string, { readonly says: RegExp; readonly before: string }>> = {
  "use-secure-channel": { says: /^(use|send)\b/i, before: "use the " },
  "ask-communications-team": { says: /^ask\b/i, before: "tell the Communications Team: " },
  "ask-head": { says: /^ask\b/i, before: "ask: " },
};

/** A step as it reads after "You can": "take it out", "use the secure channel". */
export function stepWords(kind: string, label: string): { before: string; words: string } {
  const step = STEPS[kind];
  const before = step === undefined || step.says.test(label) ? "" : step.before;
  const whole = label.replace(/^put in (?=the )/i, "Put it in ");
  return {
    before,
    words: /^[A-Z][a-z]/.test(whole) ? whole.charAt(0).toLowerCase() + whole.slice(1) : whole,
  };
}

export const channelWords = (channel: Channel, officers = 1): string =>
  channel === "local-officer" && officers > 1
    ? "Ask the local officers to pass it on"
    : CHANNEL_WORDS[channel];
export const shortChannel = (channel: Channel): string => SHORT_CHANNELS[channel];
export const severityWords = (severity: Severity): string => SEVERITY_WORDS[severity];
export const fieldWords = (field: string): string => FIELD_WORDS[field] ?? "";

/** The policy and the place in it, so that anybody can look it up. */
export const policyWords = (clause: Clause, between: string): string =>
  [clause.title || sourceWords(clause.source), clause.section].filter((part) => part !== "").join(between);

/** A pack's id as a name: "kent-schools" is Kent Schools. */
const sourceWords = (source: string): string =>
  source.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => (dash && " ") + letter.toUpperCase());

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

/** "Friday 27 November, cut-off Wednesday noon": the year only where it is not this one. */
export function issueWords(issue: Issue): { goesOut: string; cutOff: string } {
  return { goesOut: dayWords(issue.goes_out), cutOff: momentWords(issue.cut_off) };
}

/** A calendar day (`2026-11-27`), the same wherever it is read. */
export function dayWords(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(date.getTime())
    ? day
    : inLondon(date, { weekday: "long", day: "numeric", month: "long" });
}

/** A calendar day with its year: "21 November 2026". */
export function dateWords(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(date.getTime())
    ? day
    : inLondon(date, { day: "numeric", month: "long", year: "numeric" });
}

/** A moment as a clock in London shows it. */
export function momentWords(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const time = inLondon(date, { hour: "2-digit", minute: "2-digit" });
  const day = inLondon(date, { weekday: "long", day: "numeric", month: "long" });
  return `${day}, ${time === "12:00" ? "noon" : time}`;
}

export function tileWords(day: string): { weekday: string; number: string; month: string } | null {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return null;
  return {
    weekday: inLondon(date, { weekday: "short" }),
    number: inLondon(date, { day: "numeric" }),
    month: inLondon(date, { month: "short" }),
  };
}

function inLondon(date: Date, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", ...parts })
    .format(date)
    .replace(",", "");
}

/** What is known of the readers, most telling first; "at least" when it is a lower bound. */
export function audienceFacts(audience: Audience): string[] {
  const least = audience.is_lower_bound ? "at least " : "";
  const facts = [
    audience.schools > 0 && least + counted(audience.schools, "school"),
    audience.clusters > 1 && counted(audience.clusters, "cluster"),
    audience.schools > 0 &&
      audience.phases.length > 0 &&
      audience.phases.length <= 2 &&
      audience.phases.join(" and "),
    audience.people > 0 &&
      audience.people !== audience.recipients &&
      `${least}${counted(audience.people, "person", "people")}`,
    audience.outside > 0 && `${audience.outside} outside`,
    audience.schools > 0 && // else the summary says it
      audience.members_outside > 0 &&
      `${audience.members_outside} outside in groups`,
    audience.webmail > 0 && `${audience.webmail} on personal webmail`,
    audience.unknown > 0 && counted(audience.unknown, "list or name not known", "lists or names not known"),
  ];
  return facts.filter((fact): fact is string => fact !== false);
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function headline(count: number): string {
  return count === 0 ? "No rule applies" : `${counted(count, "thing")} to check`;
}
