/**
 * What is the page at `/`?
 *
 * A window that looks and behaves like composing in Outlook on the web, over the fake host, so that the real
 * pane can be tried without Outlook.
 *
 * The address may carry `?condition=...`: one of the ways in which Outlook or the network is hard on an add-in, as
 * the list beside the date plays them.
 */
import "../styles/tokens.css";
import "../styles/compose.css";
import { byId } from "../dom/element";
import { ComposeItem, FIELD_NAMES } from "../host/compose-item";
import { playOf } from "../host/conditions/table";
import { Exchange } from "../host/exchange";
import { LaunchFrame } from "../host/launch-frame";
import { LaunchServer } from "../host/launch-server";
import type { Welcome } from "../host/messages";
import { PaneServer } from "../host/pane-server";
import { speakAs } from "../words/fill-page";
import { events, tryOut } from "../words/spoken";
import { Appearance } from "./appearance";
import { attachmentBar } from "./attachment-bar";
import { chosenCondition, conditionPicker, conditionQuery, playCondition } from "./conditions";
import { Editor } from "./editor";
import { noteBar } from "./note-bar";
import { PaneFrame } from "./pane-frame";
import { type Cast, fetchCast } from "./people";
import { PretendClock } from "./pretend-clock";
import { RecipientField } from "./recipient-field";
import { clear, openSample } from "./samples/open-sample";
import { samplePicker, samplesIn } from "./samples/picker";
import { OWN_DOMAIN, SENDERS } from "./samples/sample";
import { SOME_WEEK } from "./samples/week";
import { Sending } from "./sending";
import { toast } from "./toast";

speakAs(navigator.language);
let cast: Cast = { people: [], week: SOME_WEEK };
const castKnown = fetchCast().then((found) => {
  cast = found;
});
const condition = chosenCondition();
const editor = new Editor(byId("body"), byId("tools"), () => {
  item.announce("body");
});
const item: ComposeItem = new ComposeItem(editor);
const manners = { ownDomain: OWN_DOMAIN, play: playOf(condition) };
const exchange = new Exchange(item, manners);
const clock = new PretendClock();
const appearance = new Appearance();
const welcome = (): Welcome => ({ theme: appearance.theme, user: SENDERS[0], clockOffset: clock.offset });
const server = new PaneServer(exchange, welcome);
/** The add-in's events run beside the pane, with calls of their own on the same message. */
const outlookEvents = new LaunchFrame(
  new Exchange(item, manners),
  welcome,
  `/addin/launch-try.html${conditionQuery()}`,
);
const launch = new LaunchServer(outlookEvents, manners.play);

start();

function start(): void {
  const pane = new PaneFrame(server);
  appearance.onChange((theme) => {
    server.setTheme(theme);
  });
  clock.onChange((offset) => {
    server.setClock(offset);
    outlookEvents.setClock(offset);
    item.announce("to"); // so that the pane looks again at once, as it would when the day had moved on
  });
  fields();
  subject();
  sender();
  attachmentBar(item);
  noteBar(item);
  importance();
  conditionPicker(condition);
  samplePicker((id) => {
    void castKnown.then(() => {
      const sample = samplesIn(cast.week).find((one) => one.id === id);
      if (sample === undefined) return;
      clock.set(new Date(sample.at));
      openSample(item, sample, cast.people, OWN_DOMAIN);
      begin();
    });
  });
  const sending = new Sending(item, launch, (context) => {
    pane.open(context);
  });
  const begin = (): void => {
    sending.begin();
    pane.renew();
  };
  const sendIt = (): void => void sending.send();
  byId("send").addEventListener("click", sendIt);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!event.repeat && document.querySelector("dialog[open]") === null) sendIt();
  });
  byId("discard").addEventListener("click", () => {
    clear(item);
    begin();
    byId("to-input").focus();
    toast(...tryOut.discarded);
  });
  sending.begin();
  if (condition !== null) {
    clock.set(new Date(SOME_WEEK.monday)); // at night or at the weekend other rules would speak as well
    void castKnown.then(() => {
      if (cast.week.monday !== SOME_WEEK.monday) clock.set(new Date(cast.week.monday));
    });
    playCondition(condition, item, [exchange, outlookEvents.exchange]);
  }
  pane.open();
  pane.show("draft");
}

function fields(): void {
  const around = { item, ownDomain: OWN_DOMAIN, people: () => cast.people };
  for (const name of FIELD_NAMES) new RecipientField(around, name, byId(`row-${name}`), events.fields[name]);
  const showBcc = byId("show-bcc");
  byId("row-cc").append(showBcc); // after the field it stands beside, in the order of Tab too
  const reveal = (): void => {
    byId("row-bcc").hidden = false;
    showBcc.hidden = true;
  };
  showBcc.addEventListener("click", () => {
    reveal();
    byId("bcc-input").focus();
  });
  item.onChange((change) => {
    if (change === "bcc" && item.entries("bcc").length > 0) reveal();
  });
}

function subject(): void {
  const input = byId("subject") as HTMLInputElement;
  input.addEventListener("input", () => {
    item.subject = input.value;
  });
  item.onChange((change) => {
    if (change === "subject") input.value = item.subject;
  });
}

function sender(): void {
  const select = byId("from") as HTMLSelectElement;
  const choose = (): void => {
    const chosen = SENDERS[select.selectedIndex] ?? SENDERS[0];
    item.setFrom(chosen.displayName, chosen.emailAddress);
  };
  select.append(...SENDERS.map((s) => new Option(`${s.displayName} (${s.emailAddress})`, s.emailAddress)));
  select.addEventListener("change", choose);
  choose();
}

function importance(): void {
  const toggle = byId("importance");
  toggle.addEventListener("click", () => {
    item.importance = item.importance === "high" ? "normal" : "high";
    toggle.setAttribute("aria-pressed", String(item.importance === "high"));
  });
}
