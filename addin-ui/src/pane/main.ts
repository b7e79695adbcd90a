/**
 * What happens when the task pane opens?
 *
 * It waits for Outlook, then watches the open item, has it checked and shows the answer. It does not know
 * whether the Outlook around it is a real one.
 */
import "../styles/tokens.css";
import "../styles/pane.css";
import "../styles/bulletin.css";
import { ask, isSupported } from "../outlook/calls";
import { readDraft } from "../outlook/read-draft";
import { sessionOf } from "../outlook/session-data";
import { SignedOut } from "../sign-in/grant";
import { type OfPane, signInOfPane } from "../sign-in/of-pane";
import { createBulletinClient, createRequestClient } from "../wire/bulletin-client";
import type { RequestClient } from "../wire/bulk-request";
import type { Advice } from "../wire/contract";
import { createFixClient, type FixClient } from "../wire/fix";
import type { BulletinClient } from "../wire/item";
import { askMe } from "../wire/me";
import { type Client, createClient, Trouble } from "../wire/client";
import { fillPage, speakAs } from "../words/fill-page";
import { troubles } from "../words/spoken";
import { createHelp } from "./act";
import { Answers } from "./answers";
import { BarInStep } from "./bar-in-step";
import { beginAgain } from "./begin-again";
import { BulletinRoom } from "./bulletin/room";
import { Checker } from "./checker";
import { Fixer } from "./fixes/fixer";
import { Looking } from "./looking";
import { Notice, type Tell } from "./notice";
import { beginAgainWithAnother, type NoMessage, openedMessage } from "./opened";
import type { PaneState } from "./state";
import { Surface } from "./surface";
import type { Help } from "./view/advice-card";
import { Watch } from "./watch";
import { Welcome } from "./welcome";

const DEADLINE_MS = 15_000;

/** Take Action hands this to the pane. */
interface Context {
  readonly rule?: string;
}

function start(item: Office.MessageCompose): void {
  const again = (): void => {
    checker.forget();
    void watch.now();
  };
  const notice = new Notice();
  const welcome = new Welcome();
  const origin = window.location.origin;
  const door = signInOfPane(item, origin, DEADLINE_MS);
  const { client, fixes, items, requests } = clientsOf(origin, door);
  const redraw = (): void => show(checker.state);
  const answers = new Answers(client, notice.tell, redraw, again);
  const bulletin = new BulletinRoom({
    ...{ items, requests, redraw, signIn: () => door.signIn().then(again) },
    ...{ session: sessionOf(item), read: () => readDraft(item), tell: notice.tell },
    verdict: () => (checker.state.kind === "verdict" ? checker.state.reply : null),
  });
  const fixer = createFixer(item, { client, fixes, tell: notice.tell, again });
  const own = createHelp(item, notice.tell, fixer, again, () => subjectFor(item, items));
  const offer: Help["offer"] = (action, advice) => bulletin.offer(action) ?? own.offer(action, advice);
  const help = { ...own, ...given(answers), offer, ways: bulletin };
  const surface = new Surface(help, () => void pressed(checker, door, again));
  let wanted: string | null = null;
  const bar = new BarInStep(item);
  const show = (state: PaneState): void => {
    surface.draw(bulletin.with(answers.without(state)));
    bar.follow(state);
    if (wanted === null || state.kind === "starting" || state.kind === "loading") return;
    surface.focusOn(wanted);
    wanted = null;
  };
  const about = { host: hostName(), version: Office.context.diagnostics.version };
  const checker: Checker = new Checker(client, about, show, () => void watch.now());
  const watch: Watch = new Watch(
    new Looking(item, {
      check: (read) => checker.look(bar.of(read)),
      review: (read) => notice.review(read),
      failed: () => checker.stop(new Trouble("broken", troubles.noSense)),
    }),
  );
  const openAt = async (): Promise<void> => {
    const rule = await wantedRule(item);
    if (rule === null) return;
    wanted = rule;
    welcome.giveWay();
    bulletin.close(); // a form that is open would stand before the card
    show(checker.state);
  };
  listen(item, watch, openAt);
  followTheme(surface);
  if (document.hasFocus()) wanted = "";
  void openAt();
  void askMe(origin, DEADLINE_MS, door.fetcher).then(welcome.know, () => undefined); // it is not needed
  watch.start();
}

interface Clients {
  readonly client: Client;
  readonly fixes: FixClient;
  readonly items: BulletinClient;
  readonly requests: RequestClient;
}

function clientsOf(origin: string, { fetcher }: OfPane): Clients {
  return {
    client: createClient(origin, DEADLINE_MS, fetcher),
    fixes: createFixClient(origin, DEADLINE_MS, fetcher),
    items: createBulletinClient(origin, DEADLINE_MS, fetcher),
    requests: createRequestClient(origin, DEADLINE_MS, fetcher),
  };
}

interface Fixing {
  readonly client: Client;
  readonly fixes: FixClient;
  readonly tell: Tell;
  readonly again: () => void;
}

function createFixer(item: Office.MessageCompose, { client, fixes, tell, again }: Fixing): Fixer {
  const followed = ({ rule, finding }: Advice): void => {
    void client
      .choose({ rule, finding, chosen: "followed", reason: "", answer_key: "" })
      .catch(() => undefined); // it was done, whether or not that could be noted
  };
  return new Fixer({ item, client: fixes, read: () => readDraft(item), tell, again, followed });
}

/** What the words of the draft are about, whatever its subject says: as it would stand above them in the bulletin. */
async function subjectFor(item: Office.MessageCompose, items: BulletinClient): Promise<string> {
  const { draft } = await readDraft(item);
  return (await items.suggest({ ...draft, subject: "" })).item.headline;
}

/** Signs in first, where that is what is missing. */
async function pressed(checker: Checker, door: OfPane, again: () => void): Promise<void> {
  try {
    const { state } = checker;
    if (state.kind === "trouble" && state.trouble instanceof SignedOut) await door.signIn();
    again();
  } catch (why) {
    checker.stop(why as Trouble);
  }
}

/** What the cards take as answers. */
const given = (answers: Answers): Pick<Help, "callWrong" | "keep" | "askAgain" | "attach" | "attached"> => ({
  callWrong: answers.callWrong.bind(answers),
  keep: answers.keep.bind(answers),
  attach: answers.attach.bind(answers),
  attached: answers.attached.bind(answers),
  askAgain: answers.askAgain.bind(answers),
});

function listen(item: Office.MessageCompose, watch: Watch, openAt: () => Promise<void>): void {
  const now = (): void => void watch.now();
  if (isSupported("1.7")) item.addHandlerAsync(Office.EventType.RecipientsChanged, now);
  if (isSupported("1.8")) item.addHandlerAsync(Office.EventType.AttachmentsChanged, now);
  if (isSupported("1.15"))
    item.addHandlerAsync(Office.EventType.InitializationContextChanged, () => void openAt());
}

function followTheme(surface: Surface): void {
  const paint = (): void => {
    surface.setBackground(
      (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor,
    );
  };
  paint();
  if (isSupported("1.14")) Office.context.mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, paint);
}

async function wantedRule(item: Office.MessageCompose): Promise<string | null> {
  try {
    const told = await ask<string>((done) => {
      item.getInitializationContextAsync(done);
    });
    const context = JSON.parse(told) as Context;
    return context.rule ?? "";
  } catch {
    return null; // the pane was opened in the ordinary way
  }
}

function hostName(): string {
  const platform = String(Office.context.platform);
  return platform === "OfficeOnline" ? "outlook-web" : `outlook-${platform.toLowerCase()}`;
}

function startWithout(why: NoMessage): void {
  const nothing: Help = {
    offer: () => null,
    form: () => null,
    reword: () => null,
    callWrong: () => undefined,
    keep: () => undefined,
    askAgain: () => undefined,
  };
  const surface = new Surface(nothing, beginAgain);
  surface.draw({ kind: "no-message", why });
}

async function open(): Promise<void> {
  fillPage();
  const opened = await openedMessage(startWithout);
  speakAsOutlook();
  if (typeof opened === "string") startWithout(opened);
  else start(opened);
  if (opened !== "outside") beginAgainWithAnother();
}

/** Where there is one. */
function speakAsOutlook(): void {
  try {
    speakAs(Office.context.displayLanguage);
  } catch {
    // there is no Outlook around the page, or one that does not say
  }
}

void open();
