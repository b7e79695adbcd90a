/**
 * Which steps of a card does the route card offer already?
 *
 * The way to the right channel stands once, large, at the top. A tip does not offer it again; a card that weighs more
 * does, because Take Action leads straight to it, and then by the pane's own form where there is one. While the route
 * card asks which way is right, a card leads to the question instead.
 */
import { button } from "../../dom/element";
import { linkAway } from "../../dom/link";
import type { Action, Advice, Channel, Route } from "../../wire/contract";
import { hasWays, type Ways, wayButtons } from "../bulletin/ways";
import { pane } from "../../words/spoken";
import { ANSWER_NAME, askedOf } from "./one-question";

/** Where a step leads, by its kind. */
const LEADS: Readonly<Partial<Record<string, Channel>>> = {
  "route-to-bulletin": "bulletin",
  "ask-communications-team": "communications-team",
  "contact-local-officer": "local-officer",
  "use-secure-channel": "secure-channel",
  "phone-instead": "telephone",
};
/** Channels that the pane asks for by a form, where a policy's own step is only an address to write to. */
const BY_FORM: ReadonlySet<Channel> = new Set(["communications-team", "local-officer"]);
/** Steps that lead to another place, one press away: the secure channel, the telephone, a post box for reports. */
const OPENS: ReadonlySet<string> = new Set(["use-secure-channel", "phone-instead", "report"]);

/** The card that is about the very thing which the route card asks, and the steps that its answer decides. */
const NOT_KNOWN = "audience-shape/unknown-audience";
const BY_ANSWER: ReadonlySet<string> = new Set(["check-recipient", "route-to-bulletin"]);

/** What stands on the route card. */
export interface Above {
  readonly channel: Channel;
  /** The step that opens the channel, where a policy names one. */
  readonly door: Action | null;
  readonly ways: Ways | undefined;
  /** Something was sent there from this draft. */
  readonly isSent: boolean;
  /** It asks first, and offers the way with the answer. */
  readonly isAsking: boolean;
  /** The ways between which its question decides. */
  readonly asked: readonly Channel[];
}

export function aboveOf(
  route: Route,
  advice: readonly Advice[],
  ways: Ways | undefined,
  isSent: boolean,
): Above {
  const { channel } = route;
  const door = advice
    .flatMap(({ actions }) => actions)
    .find((action) => isOpening(action) && LEADS[action.kind] === channel);
  const asked = isSent ? [] : (route.question?.answers ?? []).map((answer) => answer.channel);
  return { channel, door: door ?? null, ways, isSent, isAsking: !isSent && askedOf(route) !== null, asked };
}

export const isOpening = ({ kind, href }: Action): boolean => OPENS.has(kind) && href !== "";

export function opening({ href, label }: Action): HTMLElement {
  const link = linkAway(href, label);
  link.classList.add("action");
  return link;
}

/** What a card has instead of this step; null where the step stands as it is. */
export function insteadOf(action: Action, advice: Advice, above: Above): HTMLElement[] | null {
  const { channel, door, ways, isSent } = above;
  if (above.isAsking && advice.finding === NOT_KNOWN && BY_ANSWER.has(action.kind))
    return action.kind === "check-recipient" ? [toQuestion(advice)] : [];
  if (isAsked(action, above)) return isFirstAsked(action, advice, above) ? [toQuestion(advice)] : [];
  if (LEADS[action.kind] !== channel || above.isAsking) return null;
  const isOffered = door !== null || (ways !== undefined && hasWays(channel));
  if (!isOffered) return null;
  if (advice.severity === "info") return [];
  if (!BY_FORM.has(channel)) return null;
  return isSent ? [] : wayButtons(channel, ways, `-${advice.id}`);
}

function isAsked({ kind }: Action, { asked }: Above): boolean {
  const lead = LEADS[kind];
  return lead !== undefined && asked.includes(lead);
}

/** Once on a card, and not on a tip: the question stands above it anyway. */
const isFirstAsked = (action: Action, { severity, actions }: Advice, above: Above): boolean =>
  severity !== "info" && actions.find((one) => isAsked(one, above)) === action;

/** To the answer that was picked, or else to the first. */
const toQuestion = ({ rule, finding }: Advice): HTMLElement =>
  button(pane.route.toQuestion, { class: "action", "data-key": `to-question-${rule}-${finding}` }, () => {
    const all = [...document.querySelectorAll<HTMLInputElement>(`input[name=${ANSWER_NAME}]`)];
    const input = all.find(({ checked }) => checked) ?? all[0];
    input?.focus();
    input?.closest(".route")?.scrollIntoView({ block: "nearest" });
  });
