/**
 * What does the bar say while somebody writes?
 *
 * That Sendwell is on; soon after recipients or files change, who it goes to and by which way; and what cannot be
 * checked. Many changes at once are one look. It is a help only: whatever goes wrong, the event is completed.
 */
import { beginBar, isPhone, tell } from "../bar/bar";
import { hasReaders, type Told, toldOfNothing, toldOfVerdict, toldWithout } from "../bar/told";
import { fingerprint } from "../outlook/fingerprint";
import { type DraftRead, readDraft } from "../outlook/read-draft";
import { leaveClosed } from "../send/closed";
import { leftTicket } from "../send/ticket";
import type { Draft, Unchecked } from "../wire/contract";
import { events } from "../words/spoken";
import { askCheck, askClosed, NotChecked } from "./ask-service";
import { completeOnce } from "./once";
import { openItem } from "./open-item";

const SOON_MS = 300;
/** A look that is still under way at Send may stand in its way, so none takes long. */
const GIVE_UP_MS = 2500;
const { text, subject, to, cc, bcc } = events.unread;
const PASSING: ReadonlySet<string> = new Set([text, subject, to, cc, bcc]);

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
  const { draft, unread } = await readTwice(item, isOver);
  const print = fingerprint(draft);
  if (isOver() || print === shown) return;
  const told = hasReaders(draft) ? await toldOf(item, draft, unread) : toldOfNothing(isPhone());
  if (isOver()) return;
  shown = print;
  await tell(item, told);
}

/** Outlook answers only a few calls at a time: what the pane beside was given may be had a moment later. */
async function readTwice(item: Office.MessageCompose, isOver: () => boolean): Promise<DraftRead> {
  const read = await readDraft(item);
  if (!read.unread.some(({ reason }) => PASSING.has(reason))) return read;
  await new Promise((resolve) => setTimeout(resolve, SOON_MS));
  return isOver() ? read : readDraft(item);
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
