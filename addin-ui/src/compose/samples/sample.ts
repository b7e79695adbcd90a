/**
 * What is a sample draft?
 *
 * A draft as somebody might write it, with a time at which it is written, so that it shows the same thing every
 * day. Recipients are picked from the sample authority, and the days that it names from the calendar (`week.ts`),
 * when it is opened.
 */
import type { ComposeType, Entry } from "../../host/compose-item";
import { resolved } from "../../host/recipient-calls";
import { asEntry, type Person, schoolsByCluster } from "../people";
import type { Week } from "./week";

/** Schools one from each cluster in turn, a whole cluster, somebody by name, or an address as typed. */
export type Pick =
  { readonly schools: number } | { readonly cluster: number } | { readonly name: string } | string;

export interface Sample {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** A moment in ISO 8601 with its offset. */
  readonly at: string;
  readonly to: readonly Pick[];
  readonly cc?: readonly Pick[];
  readonly subject: string;
  readonly body: string;
  /** Either a size only, or a list of the sample schools and their addresses. */
  readonly attachments?: readonly (
    { readonly name: string; readonly size: number } | { readonly name: string; readonly holds: "schools" }
  )[];
  readonly composeType?: ComposeType;
}

/** A sample as it is written in a week. */
export type Written = (week: Week) => Sample;

/** Who can be writing, and where they work. */
export const OWN_DOMAIN = "wealdshire.example";
export const SENDERS = [
  { displayName: "Priya Shah", emailAddress: `p.shah@${OWN_DOMAIN}` },
  { displayName: "Admissions", emailAddress: `admissions@${OWN_DOMAIN}` },
  { displayName: "Communications Team", emailAddress: `communications@${OWN_DOMAIN}` },
] as const;

export const SIGNATURE = "<p>Priya Shah<br>Admissions officer<br>Wealdshire Council</p>";

export function pickEntries(picks: readonly Pick[], people: readonly Person[], ownDomain: string): Entry[] {
  const clusters = schoolsByCluster(people);
  const entry = (person: Person): Entry => asEntry(person, ownDomain);
  return picks.flatMap((pick): Entry[] => {
    if (typeof pick === "string") return [typed(pick, ownDomain)];
    if ("name" in pick)
      return people
        .filter((p) => p.name === pick.name)
        .slice(0, 1)
        .map(entry);
    if ("cluster" in pick) return (clusters[pick.cluster] ?? []).map(entry);
    return inTurn(clusters, pick.schools).map(entry);
  });
}

/** The first school of each cluster, then the second, until there are enough. */
function inTurn(clusters: readonly (readonly Person[])[], count: number): Person[] {
  const longest = Math.max(0, ...clusters.map((c) => c.length));
  const turns = Array.from({ length: longest }, (_, at) => clusters.flatMap((c) => c[at] ?? []));
  return turns.flat().slice(0, count);
}

function typed(text: string, ownDomain: string): Entry {
  const named = /^([^<>]*)<([^<>]*)>$/.exec(text);
  return named === null
    ? resolved(text, text, ownDomain)
    : resolved(named[1] ?? "", named[2] ?? "", ownDomain);
}
