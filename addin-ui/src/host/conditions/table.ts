/** Which conditions are there, and under which heads? The one list of them; what is played and tested and published is this. */
import { ORDINARY, type Play, play } from "../play";
import { CALLS } from "./calls";
import { CLIENTS } from "./clients";
import type { Condition } from "./condition";
import { ITEMS } from "./items";
import { KEEPING } from "./keeping";
import { LOADING } from "./loading";
import { RECIPIENTS } from "./recipients";
import { SENDING } from "./sending";
import { SERVICE } from "./service";

export const HEADS: readonly (readonly [title: string, conditions: readonly Condition[]])[] = [
  ["Who it is for", RECIPIENTS],
  ["Which message it is", ITEMS],
  ["What Outlook answers", CALLS],
  ["Which Outlook it is", CLIENTS],
  ["How Outlook starts", LOADING],
  ["What can be kept and shown", KEEPING],
  ["The service and the network", SERVICE],
  ["When Send is pressed", SENDING],
];

export const CONDITIONS: readonly Condition[] = HEADS.flatMap(([, conditions]) => conditions);

export const conditionOf = (id: string | null): Condition | null =>
  CONDITIONS.find((condition) => condition.id === id) ?? null;

export const playOf = (condition: Condition | null): Play =>
  condition?.play === undefined ? ORDINARY : play(condition.play);
