/**
 * What stands in the bar above the message?
 *
 * One line of ours about the message, and one about what was not checked: two of the five that Outlook holds, 150
 * characters each. On a phone there is room for one.
 */
import { ask } from "../outlook/calls";
import { PANE_COMMAND } from "../send/answer";
import { fit } from "../send/style";
import { BAR } from "../send/words";

export const LONGEST_NOTE = 150;
const ABOUT = "sendwell";
const GAP = "sendwell-gap";
/** A `bt:Image` of the manifest. */
const ICON = "Icon.16x16";

export interface Told {
  readonly about?: string;
  /** Empty when everything was checked. */
  readonly gap?: string;
  /** Offers the pane, where Outlook can. */
  readonly offersPane?: boolean;
}

const platform = (): string => {
  try {
    return String(Office.context.platform);
  } catch {
    return "";
  }
};

export const isPhone = (): boolean => ["Android", "iOS"].includes(platform());

/** What stands there need not be said again, and who closed it does not want it back. */
let said = "";

/** With another message. */
export function beginBar(): void {
  said = "";
}

/** Never throws: a bar that Outlook does not take changes nothing about the answer. */
export async function tell(
  item: Office.MessageCompose,
  { about, gap, offersPane = false }: Told,
): Promise<void> {
  if (isPhone()) {
    const words = [about, gap].filter((part) => part !== undefined && part !== "");
    if (words.length > 0) await put(item, ABOUT, words.join(" · "), false);
    return;
  }
  const isNews = about !== undefined && about !== said;
  said = about ?? said;
  await Promise.all([
    isNews ? put(item, ABOUT, about, offersPane) : null,
    gap === undefined ? null : gap === "" ? remove(item, GAP) : put(item, GAP, gap, false),
  ]);
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
        actionText: BAR.openPane,
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
