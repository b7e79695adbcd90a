/**
 * How many schools is it for, when Sendwell cannot know?
 *
 * The person picks an answer and sees where the message then goes. The answer stays in the pane: it is not
 * sent anywhere, and the draft is not changed.
 */
import { element, prose } from "../../dom/element";
import type { Channel, Route } from "../../wire/contract";
import { pane } from "../../words/spoken";
import { channelIcon } from "./icons";
import { channelWords } from "./words";

/** What each channel is the answer to. A channel without one says its own condition. */
const answers = (): Readonly<Partial<Record<Channel, string>>> => ({
  send: pane.route.oneSchool,
  "local-officer": pane.route.ofAFewClusters,
  bulletin: pane.route.moreSchools,
});
export const ANSWER_NAME = "schools";

type Details = readonly (HTMLElement | null)[];

/** Radio buttons; `details` is what to show of a channel once it is the answer, such as its next issue. */
export function schoolQuestion(route: Route, details: (channel: Channel) => Details): HTMLElement | null {
  if (route.alternatives.length === 0) return null;
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
      element("legend", { class: "unseen" }, channelWords("unknown-audience")),
      ...route.alternatives.map((other) =>
        choice(other.channel, answers()[other.channel] ?? other.message, pick),
      ),
    ),
    result,
  );
}

function choice(channel: Channel, label: string, pick: (channel: Channel) => void): HTMLElement {
  const input = element("input", {
    type: "radio",
    name: ANSWER_NAME,
    value: channel,
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
