/** What did the service answer about an item? Missing fields get their honest default; what is no item is told. */
import {
  type Alike,
  type Consent,
  type FollowedItem,
  type ForWhom,
  type Gate,
  type GoesTo,
  type ItemFields,
  type Mark,
  STAGES,
  type Suggestion,
} from "./item";
import { count, list, object, readIssue, safeHref, text, texts, UnreadableReply } from "./read-reply";

const CONSENTS: readonly Consent[] = ["none-shown", "given", "unknown"];

export function readForWhom(value: unknown): ForWhom {
  const v = object(value);
  return {
    phases: texts(v.phases),
    types: texts(v.types),
    clusters: texts(v.clusters),
    trusts: texts(v.trusts),
    lists: texts(v.lists),
    roles: texts(v.roles),
    schools: texts(v.schools),
  };
}

export function readFields(value: unknown): ItemFields {
  const v = object(value);
  return {
    headline: text(v.headline),
    summary: text(v.summary),
    body: text(v.body),
    for_whom: readForWhom(v.for_whom),
    closes: text(v.closes) || null,
    contact: text(v.contact),
    links: texts(v.links),
    documents: texts(v.documents),
    consent: CONSENTS.find((c) => c === v.consent) ?? "unknown",
  };
}

/** The service counts in code points; the words themselves are what can still be found after an edit. */
function mark(value: unknown, body: readonly string[]): Mark {
  const v = object(value);
  return { title: text(v.title), words: body.slice(count(v.start), count(v.end)).join("") };
}

function gate(value: unknown): Gate {
  const v = object(value);
  const parts = list(v.parts).map((part) => text(object(part).words));
  return {
    title: text(v.title),
    message: text(v.message),
    stops: v.stops === true,
    parts: [...new Set(parts)].filter((words) => words !== ""),
  };
}

function alike(value: unknown): Alike {
  const v = object(value);
  return { id: text(v.id), headline: text(v.headline), submitted_on: text(v.submitted_on) };
}

function goesTo(value: unknown): GoesTo {
  const v = object(value);
  return { count: count(v.count), urns: texts(v.urns), all: count(v.all) };
}

export function readSuggestion(value: unknown): Suggestion {
  const v = object(value);
  if (typeof v.item !== "object" || v.item === null) throw new UnreadableReply("That is not a filled form.");
  const item = readFields(v.item);
  const body = Array.from(item.body);
  return {
    item,
    marks: list(v.marks)
      .map((m) => mark(m, body))
      .filter(({ words }) => words.trim() !== ""),
    gates: list(v.gates).map(gate),
    alike: list(v.alike).map(alike),
    duty: text(v.duty),
    goes_to: goesTo(v.goes_to),
    issue: readIssue(v.issue),
    is_too_late: v.is_too_late === true,
  };
}

export function readFollowed(value: unknown): FollowedItem {
  const v = object(value);
  const stage = STAGES.find((s) => s === v.stage);
  if (text(v.id) === "" || stage === undefined) throw new UnreadableReply("That is not an item.");
  return {
    id: text(v.id),
    stage,
    said: text(v.said),
    version: count(v.version),
    link: safeHref(text(v.link)),
    may_withdraw: v.may_withdraw === true,
    item: readFields(v.item),
    gates: list(v.gates).map(gate),
    alike: list(v.alike).map(alike),
  };
}
