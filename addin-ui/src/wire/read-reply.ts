/**
 * What did the service answer?
 *
 * Reads a reply field by field: unknown fields are ignored, missing ones get their honest default, and a
 * channel or severity that this version has never heard of falls back to something safe to show.
 */
import {
  type Accuracy,
  type Action,
  type Advice,
  type Audience,
  CHANNELS,
  type Channel,
  type CheckReply,
  type Citation,
  type Clause,
  DOUBTS,
  type Issue,
  type Question,
  type Rewording,
  type Route,
  type SetAside,
  SEVERITIES,
  type Severity,
  type Share,
  type Span,
} from "./contract";

type Json = Readonly<Record<string, unknown>>;

export class UnreadableReply extends Error {}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const object = (value: unknown): Json => (isObject(value) ? value : {});
export const text = (value: unknown): string => (typeof value === "string" ? value : "");
export const count = (value: unknown): number =>
  typeof value === "number" && Number.isFinite(value) ? value : 0;
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const texts = (value: unknown): readonly string[] =>
  list(value).filter((v): v is string => typeof v === "string");
const isThere = <T>(value: T | null): value is T => value !== null;
const severity = (value: unknown): Severity => SEVERITIES.find((s) => s === value) ?? "info";

/** An unknown channel is never shown as "send it". */
const channel = (value: unknown): Channel => CHANNELS.find((c) => c === value) ?? "unknown-audience";

function clause(value: unknown): Clause | null {
  if (!isObject(value)) return null;
  return {
    source: text(value.source),
    title: text(value.title),
    section: text(value.section),
    quote: text(value.quote),
  };
}

function span(value: unknown): Span {
  const v = object(value);
  return {
    field: text(v.field),
    start: count(v.start),
    end: count(v.end),
    excerpt: text(v.excerpt),
    primary: v.primary === true,
  };
}

function action(value: unknown): Action {
  const v = object(value);
  return {
    kind: text(v.kind),
    label: text(v.label),
    href: safeHref(text(v.href)),
    asks: text(v.asks),
    chooses: texts(v.chooses),
  };
}

function citation(value: unknown): Citation | null {
  const v = object(value);
  const cited = clause(v.clause);
  return cited === null ? null : { rule: text(v.rule), clause: cited };
}

/** One without its words could not be found in the draft. */
function rewording(value: unknown): Rewording | null {
  const v = object(value);
  if (text(v.words).trim() === "") return null;
  return {
    field: text(v.field),
    start: count(v.start),
    end: count(v.end),
    words: text(v.words),
    text: text(v.text),
  };
}

/** Only links that a person may follow: never a script. */
export function safeHref(href: string): string {
  return /^(https?:\/\/|mailto:|tel:)/i.test(href) ? href : "";
}

/** A share of nothing says nothing. */
function share(value: unknown): Share | null {
  const v = object(value);
  if (count(v.of) <= 0) return null;
  return {
    hits: count(v.hits),
    of: count(v.of),
    rate: count(v.rate),
    low: count(v.low),
    high: count(v.high),
  };
}

function accuracy(value: unknown): Accuracy | null {
  if (!isObject(value)) return null;
  return {
    precision: share(value.precision),
    recall: share(value.recall),
    drafts: count(value.drafts),
    measured_on: text(value.measured_on),
    misses: text(value.misses),
    wrong_rate: share(value.wrong_rate),
    stepped_down: text(value.stepped_down),
  };
}

function advice(value: unknown): Advice {
  const v = object(value);
  return {
    id: text(v.id),
    check: text(v.check),
    finding: text(v.finding),
    rule: text(v.rule),
    severity: severity(v.severity),
    mode: v.mode === "enforce" ? "enforce" : "warn",
    title: text(v.title),
    message: text(v.message),
    clause: clause(v.clause),
    spans: list(v.spans).map(span),
    actions: list(v.actions).map(action),
    rewordings: list(v.rewordings).map(rewording).filter(isThere),
    also: list(v.also).map(citation).filter(isThere),
    accuracy: accuracy(v.accuracy),
    answer_key: text(v.answer_key),
    attach_key: text(v.attach_key),
  };
}

/** One whose reason this version has never heard of was not answered by anybody here: it counts as folded. */
function setAside(value: unknown): SetAside {
  const v = object(value);
  return { why: REASONS.find((r) => r === v.why) ?? "folded", advice: advice(v.advice) };
}

const REASONS: readonly SetAside["why"][] = ["answered", "folded", "spent"];

export function readIssue(value: unknown): Issue | null {
  if (!isObject(value)) return null;
  return {
    number: count(value.number),
    goes_out: text(value.goes_out),
    cut_off: text(value.cut_off),
  };
}

function route(value: unknown): Route {
  const v = object(value);
  return {
    channel: channel(v.channel),
    reasons: list(v.reasons).map((r) => ({
      message: text(object(r).message),
      clause: clause(object(r).clause),
    })),
    issue: readIssue(v.issue),
    alternatives: list(v.alternatives).map((a) => ({
      channel: channel(object(a).channel),
      message: text(object(a).message),
    })),
    officers: texts(v.officers),
    question: question(v.question),
  };
}

/** One that this version has never heard of, or without a choice, is not asked: the channel stands. */
function question(value: unknown): Question | null {
  const v = object(value);
  const doubt = DOUBTS.find((d) => d === v.doubt);
  const answers = list(v.answers).map((a) => ({
    channel: channel(object(a).channel),
    label: text(object(a).label),
  }));
  if (doubt === undefined || text(v.asks) === "" || answers.length < 2) return null;
  return { doubt, asks: text(v.asks), answers };
}

function audience(value: unknown): Audience {
  const v = object(value);
  return {
    recipients: count(v.recipients),
    people: count(v.people),
    is_lower_bound: v.is_lower_bound === true,
    schools: count(v.schools),
    clusters: count(v.clusters),
    phases: texts(v.phases),
    inside: count(v.inside),
    outside: count(v.outside),
    webmail: count(v.webmail),
    groups: count(v.groups),
    unknown: count(v.unknown),
    members_outside: count(v.members_outside),
  };
}

/** Throws `UnreadableReply` for anything that is not a reply at all: never mistaken for "all clear". */
export function readReply(value: unknown): CheckReply {
  if (!isObject(value) || !SEVERITIES.some((s) => s === value.verdict) || !isObject(value.route)) {
    throw new UnreadableReply("The service answered something that is not a verdict.");
  }
  const cards = list(value.advice).map(advice);
  const isHeld = severity(value.verdict) !== "clear" && cards.length === 0;
  if (isHeld || cards.some(({ title }) => title === "")) {
    throw new UnreadableReply("The service found something, and what it is cannot be read.");
  }
  return {
    verdict: severity(value.verdict),
    advice: cards,
    route: route(value.route),
    audience: audience(value.audience),
    not_checked: list(value.not_checked).map((u) => ({
      check: text(object(u).check),
      reason: text(object(u).reason),
    })),
    set_aside: list(value.set_aside).map(setAside),
    summary: text(value.summary),
  };
}
