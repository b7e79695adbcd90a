/**
 * How does the route card lead to where the draft should go?
 *
 * By a button for each way that the pane has; once something was sent from this draft, by what became of that, so
 * that it is not sent twice by accident.
 */
import { button, element, prose } from "../../dom/element";
import type { RequestKind } from "../../wire/bulk-request";
import type { Channel } from "../../wire/contract";
import { bulletin } from "../../words/spoken";

/** What a draft can be made into here. */
export type Way = "item" | RequestKind;
/** By channel, the likeliest first. */
const WAYS: Readonly<Partial<Record<Channel, readonly Way[]>>> = {
  bulletin: ["item"],
  "communications-team": ["urgent", "chosen"],
  "local-officer": ["cluster-note"],
};

/** What the pane can do for a draft that should not go as an e-mail. */
export interface Ways {
  readonly open: (way: Way) => void;
  /** Goes to where what was sent is followed. */
  readonly show: () => void;
}
/** Something that was sent from the open draft, in words. */
export interface SentFrom {
  readonly title: string;
  readonly stage: string;
  readonly said: string;
}

export const hasWays = (channel: Channel): boolean => WAYS[channel] !== undefined;

/** Null where the pane has no way to this channel. */
export function waysTo(channel: Channel, ways: Ways | undefined, isMain: boolean): HTMLElement | null {
  const [first, ...more] = wayButtons(channel, ways, "");
  if (first === undefined) return null;
  if (isMain) first.classList.add("primary");
  return element("div", { class: "actions" }, first, ...more);
}

/** `place` tells those on a card from those above. */
export function wayButtons(channel: Channel, ways: Ways | undefined, place: string): HTMLElement[] {
  if (ways === undefined) return [];
  return (WAYS[channel] ?? []).map((way) =>
    button(
      bulletin.ways[way],
      { class: "action", "data-key": `way-${way}${place}` },
      () => {
        ways.open(way);
      },
      ...prose(bulletin.ways[way]),
    ),
  );
}

export function whatWasSent(
  sent: readonly SentFrom[],
  channel: Channel,
  ways: Ways | undefined,
): HTMLElement {
  const another = WAYS[channel]?.[0];
  return element(
    "div",
    { class: "item-note" },
    element("h3", {}, bulletin.said.sentAlready),
    ...sent.map(({ title, stage, said }) =>
      element("p", {}, element("strong", {}, ...prose(bulletin.stands(title, stage))), ...prose(said)),
    ),
    ways === undefined
      ? null
      : element(
          "div",
          { class: "actions" },
          button(bulletin.press.see, { class: "action", "data-key": "see-sent" }, ways.show),
          another === undefined
            ? null
            : button(bulletin.press.another, { class: "plain", "data-key": "another" }, () => {
                ways.open(another);
              }),
        ),
  );
}
