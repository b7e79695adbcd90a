/**
 * What does the bar say while somebody writes?
 *
 * That Sendwell is on; soon after recipients or files change, who it goes to and by which way; and what cannot be
 * checked. Many changes at once are one look. It is a help only: whatever goes wrong, the event is completed.
 */
import { beginBar, isPhone, tell } from "../bar/bar";
import { hasReaders, type Told, toldOfNothing, toldOfVerdict, toldWithout } from "../bar/told";
import { fingerprint } from "../outlook/fingerprint";
import { readDraft } from "../outlook/read-draft";
import { leaveClosed } from "../send/closed";
import { leftTicket } from "../send/ticket";
import type { Draft, Unchecked } from "../wire/contract";
import { askCheck, askClosed, NotChecked } from "./ask-service";
import { completeOnce } from "./once";
import { openItem } from "./open-item";

const SOON_MS = 300;
/** A look that is still under way at Send may stand in its way, so none takes long. */
const GIVE_UP_MS = 2500;

let lastLook = 0;
let shown = "";

export function onNewMessageCompose(event: Office.MailboxEvent): void {
  shown = "";
  beginBar();
  started(event, async (item) => {
    await tell(item, { about: toldOfNothing(isPhone()).about ?? "" });
    await leaveClosed(item, await askClosed());
    await look(item);
  });
}

/** Recipients or attachments changed. */
export function onChanged(event: Office.MailboxEvent): void {
  started(event, look);
}

/** No look begun before now says anything any more: Send was pressed. */
export function endLooks(): void {
  lastLook += 1;
  shown = "";
}

function started(event: Office.MailboxEvent, what: (item: Office.MessageCompose) => Promise<void>): void {
  const complete = completeOnce(event);
  const done = (): void => complete();
  const item = openItem();
  if (item === null) {
    done();
    return;
  }
  const late = setTimeout(done, GIVE_UP_MS);
  what(item).then(
    () => {
      clearTimeout(late);
      done();
    },
    () => done(),
  );
}

async function look(item: Office.MessageCompose): Promise<void> {
  lastLook += 1;
  const mine = lastLook;
  const isOver = (): boolean => mine !== lastLook;
  await new Promise((resolve) => setTimeout(resolve, SOON_MS));
  if (isOver()) return;
  const { draft, unread } = await readDraft(item);
  const print = fingerprint(draft);
  if (isOver() || print === shown) return;
  const told = hasReaders(draft) ? await toldOf(item, draft, unread) : toldOfNothing(isPhone());
  if (isOver()) return;
  shown = print;
  await tell(item, told);
}

async function toldOf(
  item: Office.MessageCompose,
  draft: Draft,
  unread: readonly Unchecked[],
): Promise<Told> {
  try {
    return toldOfVerdict(await askCheck("compose", draft, await leftTicket(item)), unread, isPhone());
  } catch (error) {
    return toldWithout(error instanceof NotChecked ? error.why : "broken");
  }
}
