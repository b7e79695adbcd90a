/**
 * What does only the writer know, when the route depends on it?
 *
 * How many schools a list is for, whether a law sets the deadline, whether it is meant for just these schools. The
 * person picks an answer and sees where the message then goes. The answer stays in the pane: it is not sent
 * anywhere, and the draft is not changed.
 */
import { element, prose } from "../../dom/element";
import type { Channel, Doubt, Route } from "../../wire/contract";
import { pane } from "../../words/spoken";
import { channelIcon } from "./icons";
import { channelWords } from "./words";

export const ANSWER_NAME = "asked";

/** One question with the channel of each answer. */
export interface Asked {
  /** What is open, so that an answer to one question is never taken for an answer to another. */
  readonly about: Doubt | "schools";
  readonly asks: string;
  readonly answers: readonly { readonly channel: Channel; readonly label: string }[];
}

type Details = readonly (HTMLElement | null)[];

/** Null where the route is sure. */
export function askedOf({ channel, alternatives, question }: Route): Asked | null {
  if (question != null) return { about: question.doubt, asks: question.asks, answers: question.answers };
  if (channel !== "unknown-audience") return null;
  const label = (one: Channel, otherwise: string): string => ofSchools()[one] ?? otherwise;
  const answers = alternatives.map((a) => ({ channel: a.channel, label: label(a.channel, a.message) }));
  return { about: "schools", asks: channelWords(channel), answers };
}

/** What each channel is the answer to. A channel without one says its own condition. */
const ofSchools = (): Readonly<Partial<Record<Channel, string>>> => ({
  send: pane.route.oneSchool,
  "local-officer": pane.route.ofAFewClusters,
  bulletin: pane.route.moreSchools,
});

/** Radio buttons; `details` is what to show of a channel once it is the answer, such as its next issue. */
export function oneQuestion(asked: Asked, details: (channel: Channel) => Details): HTMLElement | null {
  if (asked.answers.length === 0) return null;
  const result = element("div", { class: "answer", "aria-live": "polite" });
  const pick = (channel: Channel): void => {
    result.replaceChildren(...answerTo(channel, details(channel)));
  };
  return element(
    "div",
    { class: "question" },
    element(
      "fieldset",
      {},
      element("legend", { class: "unseen" }, ...prose(asked.asks)),
      ...asked.answers.map(({ channel, label }) => choice(asked.about, channel, label, pick)),
    ),
    result,
  );
}

function choice(
  about: Asked["about"],
  channel: Channel,
  label: string,
  pick: (channel: Channel) => void,
): HTMLElement {
  const input = element("input", {
    type: "radio",
    name: ANSWER_NAME,
    value: `${about}:${channel}`,
    "data-key": `answer-${channel}`,
  });
  input.addEventListener("change", () => {
    pick(channel);
  });
  return element("label", {}, input, element("span", {}, ...prose(label)));
}

function answerTo(channel: Channel, details: Details): HTMLElement[] {
  const words = element(
    "p",
    { class: "answer-channel" },
    channelIcon(channel),
    element("strong", {}, ...prose(channel === "send" ? pane.route.sendYourself : channelWords(channel))),
  );
  return [words, ...details.filter((detail) => detail !== null)];
}
