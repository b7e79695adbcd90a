/**
 * What stands in the bar above the message?
 *
 * One line of ours about the message, and one about what was not checked: two of the five that Outlook holds, 150
 * characters each. On a phone there is room for one.
 */
import { ask } from "../outlook/calls";
import { PANE_COMMAND } from "../send/answer";
import { fit } from "../send/style";
import { events } from "../words/spoken";
import type { Told } from "./told";

export const LONGEST_NOTE = 150;
const ABOUT = "sendwell";
const GAP = "sendwell-gap";
/** A `bt:Image` of the manifest. */
const ICON = "Icon.16x16";

const platform = (): string => {
  try {
    return String(Office.context.platform);
  } catch {
    return "";
  }
};

export const isPhone = (): boolean => ["Android", "iOS"].includes(platform());

/** What stands there need not be said again, and who closed it does not want it back. Null: nobody here has told yet. */
let said: string | null = "";

/** With another message. */
export function beginBar(): void {
  said = "";
}

/** Where others may have told before: what stands in the bar was said, and what does not was closed. */
export function goOnWithBar(): void {
  said = null;
}

/**
 * Never throws: a bar that Outlook does not take changes nothing about the answer. Whoever is in haste does not look whether
 * somebody else has put other words there meanwhile.
 */
export async function tell(
  item: Office.MessageCompose,
  { about, gap, offersPane = false }: Told,
  isHasty = false,
): Promise<void> {
  if (isPhone()) {
    const words = [about, gap].filter((part) => part !== undefined && part !== "");
    if (words.length > 0) await put(item, ABOUT, words.join(" · "), false);
    return;
  }
  await Promise.all([
    about === undefined ? null : tellAbout(item, about, offersPane, isHasty),
    gap === undefined ? null : gap === "" ? remove(item, GAP) : put(item, GAP, gap, false),
  ]);
}

async function tellAbout(
  item: Office.MessageCompose,
  about: string,
  offersPane: boolean,
  isHasty: boolean,
): Promise<unknown> {
  const before = said;
  said = about;
  if (about === "") return before === "" ? null : remove(item, ABOUT);
  if (before !== null && before !== about) return put(item, ABOUT, about, offersPane);
  if (isHasty) return null;
  const there = await standing(item);
  return there === null || there === fit(about, LONGEST_NOTE) ? null : put(item, ABOUT, about, offersPane);
}

/** Null where nothing stands, or Outlook does not say. */
async function standing(item: Office.MessageCompose): Promise<string | null> {
  const all = await ask<Office.NotificationMessageDetails[]>((done) => {
    item.notificationMessages.getAllAsync(done);
  }).catch(() => []);
  return all.find(({ key }) => key === ABOUT)?.message ?? null;
}

function put(item: Office.MessageCompose, key: string, words: string, offersPane: boolean): Promise<unknown> {
  const message = fit(words, LONGEST_NOTE);
  const plain = { type: "informationalMessage", message, icon: ICON, persistent: false };
  const offering = {
    type: "insightMessage",
    message,
    icon: ICON,
    actions: [
      {
        actionType: "showTaskPane",
        actionText: events.bar.openPane,
        commandId: PANE_COMMAND,
        contextData: '{"v":1}',
      },
    ],
  };
  const details = offersPane && platform() === "OfficeOnline" ? offering : plain;
  return quietly((done) => {
    item.notificationMessages.replaceAsync(key, details, done);
  });
}

const remove = (item: Office.MessageCompose, key: string): Promise<unknown> =>
  quietly((done) => {
    item.notificationMessages.removeAsync(key, done);
  });

const quietly = (call: (done: (result: Office.AsyncResult<void>) => void) => void): Promise<unknown> =>
  ask(call).catch(() => null);
