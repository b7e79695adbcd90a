/**
 * Whom can the compose window write to?
 *
 * The sample authority's people, for suggestions while typing and for the sample drafts. Without the service
 * the list is empty and addresses are typed in full.
 */
import type { Entry } from "../host/compose-item";
import { readWeek, SOME_WEEK, type Week } from "./samples/week";

export interface Person {
  readonly name: string;
  /** Empty for a contact list. */
  readonly address: string;
  readonly kind: "user" | "group" | "contact-list" | "outside";
  readonly about: string;
}

export interface Cast {
  readonly people: readonly Person[];
  /** In which the samples are written. */
  readonly week: Week;
}

export async function fetchCast(): Promise<Cast> {
  try {
    const response = await fetch("/try/people.json");
    const told = (await response.json()) as { people?: unknown; week?: unknown };
    const people = Array.isArray(told.people) ? (told.people as Person[]) : [];
    return { people, week: readWeek(told.week) };
  } catch {
    return { people: [], week: SOME_WEEK };
  }
}

export function asEntry(person: Person, ownDomain: string): Entry {
  const inside = person.address.toLowerCase().endsWith(`@${ownDomain}`);
  const isList = person.kind === "group" || person.kind === "contact-list";
  return {
    displayName: person.name,
    emailAddress: person.address,
    recipientType: isList ? "distributionList" : inside ? "user" : "externalUser",
    resolved: true,
  };
}

/** The best matches first: a word that starts with what was typed, then one that holds it. */
export function suggest(people: readonly Person[], typed: string, most = 7): Person[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return [];
  const ranked = people.flatMap((person) => {
    const rank = rankOf(person, wanted);
    // of one school, the office first: otherwise its other addresses push the other schools out
    return rank === null ? [] : [{ person, rank: isOfOneRole(person) ? rank + 0.5 : rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ person }) => person);
}

const isOfOneRole = (person: Person): boolean => isSchool(person) && !person.about.startsWith("office");

function rankOf({ name, address, about }: Person, wanted: string): number | null {
  const lower = name.toLowerCase();
  if (lower.startsWith(wanted)) return 0;
  if (lower.split(/[\s'’-]+/).some((word) => word.startsWith(wanted))) return 1;
  if (address.toLowerCase().startsWith(wanted)) return 2;
  if (lower.includes(wanted) || address.toLowerCase().includes(wanted)) return 3;
  return about.toLowerCase().includes(wanted) ? 4 : null;
}

/** A name typed in full is the person of that name, as when Outlook checks names. */
export function resolveName(people: readonly Person[], name: string): Person | null {
  const same = people.filter((p) => p.name.toLowerCase() === name.trim().toLowerCase());
  return same.length === 1 ? (same[0] ?? null) : null;
}

export const isSchool = (person: Person): boolean => person.address.endsWith(".sch.example");

/** One address a school (its office where it has one), by cluster; an address that serves several is left out. */
export function schoolsByCluster(people: readonly Person[]): Person[][] {
  const bySchool = new Map<string, Person>();
  const times = new Map<string, number>();
  for (const { address } of people) times.set(address, (times.get(address) ?? 0) + 1);
  for (const person of people.filter((p) => isSchool(p) && times.get(p.address) === 1)) {
    const domain = person.address.slice(person.address.indexOf("@"));
    if (!bySchool.has(domain) || person.address.startsWith("office@")) bySchool.set(domain, person);
  }
  const clusters = new Map<string, Person[]>();
  for (const person of bySchool.values()) {
    const cluster = person.about.split("·").at(-1)?.trim() ?? "";
    clusters.set(cluster, [...(clusters.get(cluster) ?? []), person]);
  }
  clusters.delete("no cluster");
  return [...clusters.values()];
}
