/**
 * In which week are the sample drafts written, and which days do they name?
 *
 * The service tells the week, by its calendar: then a sample names the issue that is really being put together, and
 * days on which schools are there, whatever day it is. Without the service it is always the same week.
 */
export interface Week {
  /** The moment of writing, in ISO 8601 with its offset. */
  readonly monday: string;
  /** Days of term from then on, in ISO 8601; empty when they are not known. */
  readonly termDays: readonly string[];
  /** "autumn", and after it "spring", which begins in "January". */
  readonly term: string;
  readonly nextTerm: string;
  readonly nextTermFrom: string;
}

/** A week of autumn, as good as any. */
export const SOME_WEEK: Week = {
  monday: "2026-11-16T10:00:00+00:00",
  termDays: [],
  term: "autumn",
  nextTerm: "spring",
  nextTermFrom: "January",
};
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function readWeek(told: unknown): Week {
  const said = (typeof told === "object" && told !== null ? told : {}) as Record<string, unknown>;
  const text = (name: string, otherwise: string): string =>
    typeof said[name] === "string" && said[name] !== "" ? said[name] : otherwise;
  const monday = text("monday", "");
  if (Number.isNaN(Date.parse(monday))) return SOME_WEEK;
  return {
    monday,
    termDays: Array.isArray(said.term_days) ? said.term_days.filter((day) => typeof day === "string") : [],
    term: text("term", SOME_WEEK.term),
    nextTerm: text("next_term", SOME_WEEK.nextTerm),
    nextTermFrom: text("next_term_from", SOME_WEEK.nextTermFrom),
  };
}

/** So many hours after the Monday morning. */
export const hoursAfter = ({ monday }: Week, hours: number): string =>
  new Date(Date.parse(monday) + hours * HOUR_MS).toISOString();

/** "Friday 4 December", so many days after the Monday; when schools are away then, the first such Friday after. */
export const day = (week: Week, days: number): string => said(week, days, { weekday: "long" });
/** "4 December". */
export const date = (week: Week, days: number): string => said(week, days, {});
/** "Friday 4 December 2026". */
export const dayAndYear = (week: Week, days: number): string =>
  `${day(week, days)} ${String(found(week, days).getUTCFullYear())}`;
/** "16 November 2026". */
export const dateAndYear = (week: Week, days: number): string =>
  `${date(week, days)} ${String(found(week, days).getUTCFullYear())}`;
/** "December". */
export const month = (week: Week, days: number): string => named(found(week, days), { month: "long" });

function said(week: Week, days: number, weekday: Intl.DateTimeFormatOptions): string {
  const on = found(week, days);
  const parts = [
    ...(weekday.weekday === undefined ? [] : [named(on, weekday)]),
    String(on.getUTCDate()),
    named(on, { month: "long" }),
  ];
  return parts.join(" ");
}

const named = (on: Date, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { ...how, timeZone: "UTC" }).format(on);

function found({ monday, termDays }: Week, days: number): Date {
  const wanted = new Date(Date.parse(monday.slice(0, 10)) + days * DAY_MS);
  const iso = wanted.toISOString().slice(0, 10);
  const next = termDays.find((term) => term >= iso && weekdayOf(term) === wanted.getUTCDay());
  return next === undefined ? wanted : new Date(next);
}

const weekdayOf = (iso: string): number => new Date(iso).getUTCDay();
