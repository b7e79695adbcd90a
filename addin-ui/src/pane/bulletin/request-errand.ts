/**
 * How is mail asked for that does not fit the bulletin, and how is the request followed?
 *
 * The form is filled with what the draft and its verdict say: the duty that makes it urgent, the officers of the
 * cluster. What nobody said stays empty.
 */
import { element, prose } from "../../dom/element";
import type { DraftRead } from "../../outlook/read-draft";
import type { AskedFields, FollowedRequest, RequestClient, RequestKind } from "../../wire/bulk-request";
import type { Advice, CheckReply, Mailbox } from "../../wire/contract";
import type { BulletinClient, GoesTo, Suggestion } from "../../wire/item";
import { disclosure } from "../view/clause";
import type { Errand, Filling } from "./errand";
import type { Followable, Followed } from "./following/followed";
import { type OwnWords, requestForm } from "./form/request-form";
import { toBeginWith } from "./form/which-schools";
import type { KeptForm } from "./kept-form";
import { bulletin } from "../../words/spoken";

export interface RequestTools {
  readonly items: BulletinClient;
  readonly requests: RequestClient;
  readonly followed: Followed<FollowedRequest>;
  readonly read: () => Promise<DraftRead>;
  /** What is known of the draft just now. */
  readonly verdict: () => CheckReply | null;
}

export function requestErrand(
  kind: RequestKind,
  { items, requests, followed, read, verdict }: RequestTools,
  kept: KeptForm<AskedFields>,
): Errand<AskedFields> {
  let from: Mailbox | null = null;
  return {
    title: bulletin.titles[kind],
    words: "",
    kept,
    refill: { press: bulletin.press.refill, said: bulletin.said.refilled },
    async fill() {
      const { draft } = await read();
      from = draft.from ?? null;
      const found = await items.suggest(draft);
      const asked = askedOf(kind, draft.subject, found, verdict());
      return filling(asked, { text: found.item.body, marks: found.marks, goesTo: found.goes_to });
    },
    around: (fields) => filling(fields, { text: "", marks: [], goesTo: goesToOf(fields) }),
    async send(fields) {
      const made = await requests.ask(kept.key, fields, from);
      void kept.clear();
      await followed.takeFromHere(made);
      return followed.sent(made, bulletin.said.requestSent);
    },
    async goOn() {
      await kept.clear(); // the name stands for what arrived before
      return bulletin.said.sendAnew;
    },
  };
}

function askedOf(
  kind: RequestKind,
  subject: string,
  found: Suggestion,
  verdict: CheckReply | null,
): AskedFields {
  const { item } = found;
  return {
    kind,
    subject: subject.trim() || item.headline,
    body: "",
    for_whom: kind === "cluster-note" ? item.for_whom : toBeginWith(item.for_whom, found.goes_to),
    draft_schools: found.goes_to.count || null,
    is_for_all: false,
    reason: reasonFor(kind, verdict),
    duty: kind === "urgent" ? found.duty : "",
    deadline: item.closes,
    officer: kind === "cluster-note" ? (verdict?.route.officers.join(", ") ?? "") : "",
    is_chasing: kind === "urgent" && isPast(item.closes) && adviceOn(verdict, CHASING) !== undefined,
    documents: [],
  };
}

/** What is known of it without the service. */
const goesToOf = ({ draft_schools, for_whom }: AskedFields): GoesTo => ({
  count: draft_schools ?? 0,
  urns: for_whom.schools,
  all: 0,
});

/** Why these schools, as the draft says it, or as the route says it of one or two clusters. */
function reasonFor(kind: RequestKind, verdict: CheckReply | null): string {
  if (kind === "chosen") return excerpt(adviceOn(verdict, SELECTION));
  const reasons = verdict?.route.channel === "local-officer" ? verdict.route.reasons : [];
  return kind === "cluster-note" ? (/^[^.]*\./.exec(reasons[0]?.message ?? "")?.[0] ?? "") : "";
}

const isPast = (day: string | null): boolean =>
  day !== null && day < new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/London" });

const SELECTION = "audience-shape/selection-reason";
const CHASING = "urgency-and-deadline/chasing-statutory";

const adviceOn = (verdict: CheckReply | null, finding: string): Advice | undefined =>
  verdict?.advice.find((one) => one.finding === finding);

/** The draft's own words that a check pointed at. */
function excerpt(advice: Advice | undefined): string {
  const spans = advice?.spans ?? [];
  return (spans.find(({ primary }) => primary) ?? spans[0])?.excerpt ?? "";
}

function filling(fields: AskedFields, words: OwnWords): Filling<AskedFields> {
  return { fields, draw: (now, acts) => requestForm(now, words, acts) };
}

const isAlive = ({ state }: FollowedRequest): boolean => state !== "declined" && state !== "withdrawn";

export function followableRequests(client: RequestClient): Followable<FollowedRequest> {
  return {
    name: "requests",
    takenBack: bulletin.said.requestBack,
    follow: (id) => client.follow(id),
    withdraw: (id, version) => client.withdraw(id, version),
    line: (thing) => ({
      id: thing.id,
      version: thing.version,
      title: thing.asked.subject,
      state: thing.state,
      stage: bulletin.states[thing.state],
      said: thing.said,
      link: "",
      isAlive: isAlive(thing),
      mayTakeBack: thing.may_withdraw,
      mend: null,
      more: isAlive(thing) ? urgencyTest(thing) : null,
    }),
  };
}

function urgencyTest({ id, urgency }: FollowedRequest): HTMLElement | null {
  if (urgency === null) return null;
  return element(
    "div",
    {},
    element("p", {}, ...prose(urgency.said)),
    disclosure(
      bulletin.said.urgencyTest,
      `urgency-${id}`,
      false,
      element(
        "ul",
        { class: "gates" },
        ...urgency.steps.map(({ asks, said, quote }) =>
          element(
            "li",
            {},
            element("strong", {}, ...prose(asks)),
            element("span", {}, ...prose(said)),
            quote === "" ? null : element("q", {}, ...prose(quote)),
          ),
        ),
      ),
    ),
  );
}
