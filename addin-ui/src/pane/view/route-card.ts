/**
 * Where should it go?
 *
 * The hero of the pane when an e-mail is not the right channel: the channel, when it leaves, why, and what
 * else would do. When an e-mail is fine, one quiet line. What the first card says by the same clause is said
 * there alone.
 */
import { element, prose } from "../../dom/element";
import { linkAway } from "../../dom/link";
import type { Advice, Channel, Clause, Issue, Reason, Route } from "../../wire/contract";
import { pane } from "../../words/spoken";
import { type SentFrom, waysTo, whatWasSent } from "../bulletin/ways";
import { disclosure, quotation } from "./clause";
import { channelIcon, severityIcon } from "./icons";
import { type Asked, askedOf, oneQuestion } from "./one-question";
import { type Above, opening } from "./said-above";
import { channelWords, issueWords, shortChannel, tileWords } from "./words";

/** A way to a channel, as buttons; null where the pane has none. */
type To = (channel: Channel, isMain: boolean) => HTMLElement | null;

export function routeCard(
  route: Route,
  above: Above,
  first?: Advice,
  sent: readonly SentFrom[] = [],
): HTMLElement | null {
  if (route.channel === "send") return fineToSend(route);
  const { ways } = above;
  const to: To = (channel, isMain) =>
    isMain && sent.length > 0
      ? whatWasSent(sent, channel, ways)
      : (waysTo(channel, ways, isMain) ?? (isMain ? throughDoor(above, channel) : null));
  return otherChannel(withoutSaid(route, first), to, sent.length > 0);
}

/** Straight to where it should go, such as the secure channel. */
function throughDoor({ channel, door }: Above, to: Channel): HTMLElement | null {
  if (door === null || channel !== to) return null;
  const link = opening(door);
  link.classList.add("primary");
  return element("div", { class: "actions" }, link);
}

/** The route without its main reason where the first card gives it, by the same clause. */
function withoutSaid(route: Route, first?: Advice): Route {
  const [main, ...more] = route.reasons;
  const clause = first?.clause ?? null;
  if (main === undefined || clause === null || !isSame(main.clause, clause)) return route;
  return { ...route, reasons: more.map((r) => (isSame(r.clause, clause) ? { ...r, clause: null } : r)) };
}

const isSame = (one: Clause | null, other: Clause): boolean => one !== null && keyOf(one) === keyOf(other);
const keyOf = (clause: Clause): string => [clause.source, clause.section, clause.quote].join("\n");

function fineToSend(route: Route): HTMLElement | null {
  const [first] = route.reasons;
  if (first === undefined) return null;
  return element(
    "section",
    { class: "route route-send", "aria-labelledby": "route-title", "data-channel": route.channel },
    severityIcon("clear"),
    element(
      "div",
      {},
      element("h2", { id: "route-title", tabindex: -1, "data-key": "route" }, ...prose(channelWords("send"))),
      element("p", {}, ...prose(first.message)),
      quotedReasons(route.reasons, false),
      alternatives(route, () => null),
    ),
  );
}

function otherChannel(route: Route, to: To, isSent: boolean): HTMLElement {
  const asked = askedOf(route);
  return element(
    "section",
    { class: "route route-other", "aria-labelledby": "route-title", "data-channel": route.channel },
    element(
      "p",
      { class: "eyebrow" },
      channelIcon(asked === null ? route.channel : "unknown-audience"),
      element("span", {}, asked === null ? pane.route.right : pane.route.question),
    ),
    element(
      "h2",
      { id: "route-title", tabindex: -1, "data-key": "route" },
      ...prose(asked?.asks ?? channelWords(route.channel, route.officers.length)),
    ),
    ...(asked === null ? knownParts(route) : askedParts(route, asked, to)),
    asked === null || isSent ? to(route.channel, true) : null,
    quotedReasons(route.reasons, true),
    asked === null ? alternatives(route, to) : null,
  );
}

function knownParts(route: Route): (HTMLElement | null)[] {
  return [
    route.issue === null ? null : issueTile(route.issue),
    ...route.reasons.map((reason) => element("p", { class: "reason" }, ...prose(reason.message))),
    officers(route.officers),
  ];
}

/** The heading asks the question already, so a reason need not end with it again. */
const ASKED_AGAIN = /\s*How many schools is (it|this) for\?$/;

function askedParts(route: Route, asked: Asked, to: To): (HTMLElement | null)[] {
  const reasons = route.reasons.map(({ message }) => message.replace(ASKED_AGAIN, ""));
  const details = (channel: Channel): (HTMLElement | null)[] => [
    channel === "bulletin" && route.issue !== null ? issueTile(route.issue) : null,
    to(channel, true),
  ];
  return [
    ...reasons.map((reason) => element("p", { class: "reason" }, ...prose(reason))),
    oneQuestion(asked, details),
  ];
}

function issueTile(issue: Issue): HTMLElement {
  const { goesOut, cutOff } = issueWords(issue);
  const tile = tileWords(issue.goes_out);
  return element(
    "div",
    { class: "issue" },
    tile === null
      ? null
      : element(
          "div",
          { class: "tile", "aria-hidden": "true" },
          element("span", { class: "tile-weekday" }, tile.weekday),
          element("span", { class: "tile-number" }, tile.number),
          element("span", { class: "tile-month" }, tile.month),
        ),
    element(
      "p",
      {},
      element("strong", {}, pane.route.nextIssue(goesOut)),
      element("span", { class: "cut-off" }, pane.route.cutOff(cutOff)),
    ),
  );
}

function officers(names: readonly string[]): HTMLElement | null {
  if (names.length === 0) return null;
  const label = pane.route.officers(names.length);
  return element("p", { class: "officers" }, element("span", {}, label), ...names.map(officer));
}

function officer(name: string): HTMLElement {
  return /^[^\s@<>?&]+@[^\s@<>?&]+$/.test(name)
    ? linkAway(`mailto:${name}`, name)
    : element("strong", {}, name);
}

function quotedReasons(reasons: readonly Reason[], open: boolean): HTMLElement | null {
  const clauses = distinct(reasons.flatMap(({ clause }) => (clause === null ? [] : [clause])));
  return clauses.length === 0
    ? null
    : disclosure(pane.card.why, `why-route-${String(open)}`, open, ...clauses.map(quotation));
}

function distinct(clauses: readonly Clause[]): Clause[] {
  return [...new Map(clauses.map((c) => [keyOf(c), c])).values()];
}

function alternatives(route: Route, to: To): HTMLElement | null {
  if (route.alternatives.length === 0) return null;
  return element(
    "div",
    { class: "alternatives" },
    element("h3", {}, pane.route.or),
    element(
      "ul",
      {},
      ...route.alternatives.map((other) =>
        element(
          "li",
          {},
          channelIcon(other.channel),
          element(
            "span",
            {},
            element("strong", {}, ...prose(shortChannel(other.channel))),
            element("span", {}, ...prose(other.message)),
            to(other.channel, false),
          ),
        ),
      ),
    ),
  );
}
