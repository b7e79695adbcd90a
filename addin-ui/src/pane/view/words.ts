/** How is it said? Channels, severities, fields, dates and counts, looked up in the language that is spoken. */
import type { Audience, Channel, Clause, Issue, Severity } from "../../wire/contract";
import { dates, pane } from "../../words/spoken";

/** Labels that read on after "You can" as they are; others are given words before them. */
const READS_ON: Readonly<Record<string, RegExp>> = {
  "use-secure-channel": /^(use|send)\b/i,
  "ask-communications-team": /^ask\b/i,
  "ask-head": /^ask\b/i,
};

/** A step as it reads after "You can": "take it out", "use the secure channel". */
export function stepWords(kind: string, label: string): { before: string; words: string } {
  const readsOn = READS_ON[kind];
  const before = readsOn === undefined || readsOn.test(label) ? "" : (pane.card.steps[kind] ?? "");
  const whole = label.replace(/^put in (?=the )/i, "Put it in "); // the label is the service's
  return {
    before,
    words: /^[A-Z][a-z]/.test(whole) ? whole.charAt(0).toLowerCase() + whole.slice(1) : whole,
  };
}

export const channelWords = (channel: Channel, officers = 1): string =>
  channel === "local-officer" && officers > 1 ? pane.localOfficers : pane.channels[channel];
export const shortChannel = (channel: Channel): string => pane.shortChannels[channel];
export const severityWords = (severity: Severity): string => pane.severities[severity];
export const fieldWords = (field: string): string => pane.where[field] ?? "";

/** The policy and the place in it, so that anybody can look it up. */
export const policyWords = (clause: Clause, between: string): string =>
  [clause.title || sourceWords(clause.source), clause.section].filter((part) => part !== "").join(between);

/** A pack's id as a name: "kent-schools" is Kent Schools. */
const sourceWords = (source: string): string =>
  source.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => (dash && " ") + letter.toUpperCase());

/** "Friday 27 November, cut-off Wednesday 25 November, noon". */
export function issueWords(issue: Issue): { goesOut: string; cutOff: string } {
  return { goesOut: dayWords(issue.goes_out), cutOff: momentWords(issue.cut_off) };
}

const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const isDate = (date: Date): boolean => !Number.isNaN(date.getTime());

/** A calendar day (`2026-11-27`), the same wherever it is read. */
export const dayWords = (day: string): string => (isDate(atNoon(day)) ? dates.day(atNoon(day)) : day);

/** A calendar day with its year: "21 November 2026". */
export const dateWords = (day: string): string => (isDate(atNoon(day)) ? dates.date(atNoon(day)) : day);

/** A moment as a clock in London shows it. */
export function momentWords(moment: string): string {
  const date = new Date(moment);
  return isDate(date) ? dates.moment(date) : moment;
}

export function tileWords(day: string): { weekday: string; number: string; month: string } | null {
  const date = atNoon(day);
  if (!isDate(date)) return null;
  return { weekday: dates.weekday(date), number: dates.number(date), month: dates.month(date) };
}

/** What is known of the readers, most telling first; "at least" when it is a lower bound. */
export function audienceFacts(audience: Audience): string[] {
  const says = pane.readers;
  const least = (fact: string): string => (audience.is_lower_bound ? says.least(fact) : fact);
  const facts = [
    audience.schools > 0 && least(says.schools(audience.schools)),
    audience.clusters > 1 && says.clusters(audience.clusters),
    audience.schools > 0 &&
      audience.phases.length > 0 &&
      audience.phases.length <= 2 &&
      says.phases(audience.phases),
    audience.people > 0 && audience.people !== audience.recipients && least(says.people(audience.people)),
    audience.outside > 0 && says.outside(audience.outside),
    audience.schools > 0 && // else the summary says it
      audience.members_outside > 0 &&
      says.outsideInGroups(audience.members_outside),
    audience.webmail > 0 && says.webmail(audience.webmail),
    audience.unknown > 0 && says.unknown(audience.unknown),
  ];
  return facts.filter((fact): fact is string => fact !== false);
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const headline = (count: number): string =>
  count === 0 ? pane.clear.title : pane.verdict.toCheck(count);
