/** What does the whole verdict look like? Readers, route, advice in order of weight, and what was not checked. */
import { element, prose } from "../../dom/element";
import type { Advice, CheckReply, Unchecked } from "../../wire/contract";
import { SEVERITIES } from "../../wire/contract";
import { pane } from "../../words/spoken";
import type { SentFrom } from "../bulletin/ways";
import { adviceCard, type Help, nameOf } from "./advice-card";
import { answered } from "./answered";
import { disclosure } from "./clause";
import { people } from "./icons";
import { KeptParts, settle } from "./kept-parts";
import { routeCard } from "./route-card";
import { aboveOf } from "./said-above";
import { allClear } from "./states";
import { audienceFacts, capitalised, headline } from "./words";

const TIPS_SHOWN = 2;
const TO_CHECK = /(^| · )\d+ things? to check$/;

export function verdictView(
  reply: CheckReply,
  unread: readonly Unchecked[],
  help: Help,
  sent: readonly SentFrom[] = [],
  kept = new KeptParts(),
): HTMLElement[] {
  const ordered = named(reply.advice).sort(
    (a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity),
  );
  const firm = ordered.filter((a) => a.severity !== "info");
  const tips = ordered.filter((a) => a.severity === "info");
  const above = aboveOf(reply.route, ordered, help.ways, sent.length > 0);
  const isClear = reply.advice.length === 0 && reply.route.channel === "send";
  const gaps = [...unread, ...reply.not_checked];
  const isAnswered = reply.set_aside.length > 0;
  const around = [above.channel, above.door, above.asked, sent];
  const card = (advice: Advice): HTMLElement =>
    kept.part(["card", advice, around, asksWhom(advice) ? reply.audience : null], () =>
      adviceCard(advice, help, above),
    );
  const first = ordered[0];
  return [
    kept.part(["audience", reply.summary, reply.audience], () => audienceLine(reply)),
    isClear
      ? kept.part(["clear", gaps.length > 0, isAnswered], () => allClear(gaps.length > 0, isAnswered))
      : null,
    kept.part(["route", reply.route, around, first?.clause], () =>
      routeCard(reply.route, above, first, sent),
    ),
    adviceList(firm, tips, card, kept),
    kept.part(["answered", reply.set_aside], () => answered(reply.set_aside, help)),
    kept.part(["gaps", gaps], () => notChecked(gaps)),
  ].filter((part): part is HTMLElement => part !== null);
}

/** By what each is about: the service numbers them by their place, which changes when another comes. */
function named(cards: readonly Advice[]): Advice[] {
  const before = new Map<string, number>();
  return cards.map((advice) => {
    const name = nameOf(advice);
    const at = before.get(name) ?? 0;
    before.set(name, at + 1);
    return { ...advice, id: at === 0 ? name : `${name}-${at}` };
  });
}

/** Whoever is to be chosen from may be others by now. */
const asksWhom = ({ actions }: Advice): boolean => actions.some(({ chooses }) => (chooses ?? []).length > 0);

/** The number that the live region tells: cards at warn or above, or the route when it stands alone. */
export function toCheck(reply: CheckReply): number {
  const cards = reply.advice.filter((a) => a.severity !== "info").length;
  return cards === 0 && reply.route.channel !== "send" ? 1 : cards;
}

export function spokenSummary(reply: CheckReply, unread: readonly Unchecked[]): string {
  const count = toCheck(reply);
  const tips = reply.advice.length;
  const said = count > 0 ? headline(count) : tips > 0 ? pane.verdict.tips(tips) : pane.clear.spoken;
  return reply.not_checked.length + unread.length > 0 ? pane.verdict.someNotChecked(said) : said;
}

function audienceLine(reply: CheckReply): HTMLElement | null {
  const facts = audienceFacts(reply.audience);
  const said = reply.summary.replace(TO_CHECK, ""); // the heading of the list says it again
  if (said === "" && facts.length === 0) return null;
  const extra = facts.filter((fact) => !reply.summary.toLowerCase().includes(fact.toLowerCase()));
  return element(
    "div",
    { class: "audience" },
    people(),
    element(
      "p",
      {},
      element("strong", { class: "summary" }, ...prose(capitalised(said || facts.join(" · ")))),
      said !== "" && extra.length > 0 && element("span", { class: "facts" }, readers(reply, extra)),
    ),
  );
}

function readers({ audience: { recipients }, summary }: CheckReply, facts: readonly string[]): string {
  const isSaid = recipients === 0 || summary.startsWith(pane.readers.people(recipients));
  const total = isSaid ? [] : [pane.readers.recipients(recipients)];
  return [...total, ...facts].join(" · ");
}

function adviceList(
  firm: readonly Advice[],
  tips: readonly Advice[],
  card: (advice: Advice) => HTMLElement,
  kept: KeptParts,
): HTMLElement | null {
  if (firm.length + tips.length === 0) return null;
  const title = firm.length > 0 ? headline(firm.length) : pane.verdict.tips(tips.length);
  const list = kept.part(["advice"], () =>
    element("section", { class: "advice", "aria-labelledby": "advice-title" }),
  );
  settle(list, [
    kept.part(["advice-title", title], () => element("h2", { id: "advice-title" }, title)),
    ...[...firm, ...tips.slice(0, TIPS_SHOWN)].map(card),
    ...moreTips(tips.slice(TIPS_SHOWN).map(card), kept),
  ]);
  return list;
}

function moreTips(cards: readonly HTMLElement[], kept: KeptParts): HTMLElement[] {
  if (cards.length === 0) return [];
  const label = pane.verdict.moreTips(cards.length);
  const more = kept.part(["more-tips", label], () => disclosure(label, "more-tips", false));
  settle(more.lastElementChild ?? more, cards);
  return [more];
}

function notChecked(gaps: readonly Unchecked[]): HTMLElement | null {
  if (gaps.length === 0) return null;
  return element(
    "section",
    { class: "not-checked", "aria-labelledby": "gaps-title" },
    element("h2", { id: "gaps-title" }, pane.verdict.notChecked),
    element("ul", {}, ...gaps.map((gap) => element("li", {}, gap.reason || gap.check))),
  );
}
