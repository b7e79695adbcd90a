/**
 * What stands in for Office.js in the pane's frame?
 *
 * The script of `pane-try.html`, loaded before the pane as Office.js is. It says hello to the compose window,
 * fills `window.Office` when it is welcomed, and keeps the frame's clock at the pretended time.
 */
import { Actions } from "./actions";
import { conditionOf, playOf } from "./conditions/table";
import type { Answer } from "./exchange";
import { type FromLaunch, isToLaunch } from "./launch-messages";
import { type FromHost, type FromPane, type HostEvent, isFromHost, type Welcome } from "./messages";
import { officeGlobal } from "./office-global";
import { playedFetch } from "./played-fetch";
import { closeStorage, type Info, onReadyOf, OUTSIDE } from "./readiness";

const waiting = new Map<number, (answer: Answer) => void>();
const listeners = new Set<(event: HostEvent) => void>();
const RealDate = Date;
const played = playOf(conditionOf(new URLSearchParams(window.location.search).get("condition")));
/** The frame in which events run may be given no message where the pane has one. */
const here =
  played.atSend === "without-item" && !window.location.pathname.includes("pane")
    ? { ...played, item: "none" as const }
    : played;
let lastCall = 0;
let clockOffset = 0;

class PretendDate extends RealDate {
  constructor(...args: [] | [string | number | Date]) {
    if (args.length === 0) super(RealDate.now() + clockOffset);
    else super(...args);
  }

  static override now(): number {
    return RealDate.now() + clockOffset;
  }
}

function tell(message: FromPane | FromLaunch): void {
  window.parent.postMessage(message, window.location.origin);
}

const link = {
  call: (name: string, args: readonly unknown[]): Promise<Answer> =>
    new Promise((resolve) => {
      lastCall += 1;
      waiting.set(lastCall, resolve);
      tell({ sendwell: "call", id: lastCall, name, args });
    }),
  onEvent: (listener: (event: HostEvent) => void): void => {
    listeners.add(listener);
  },
};

const actions = new Actions(tell);
const office: Record<string, unknown> = { actions };
const found = new Promise<Info>((resolve) => {
  if (window.parent === window) {
    resolve(OUTSIDE);
    return;
  }
  window.addEventListener("message", ({ data, origin, source }: MessageEvent<unknown>) => {
    if (origin !== window.location.origin || source !== window.parent) return;
    if (isToLaunch(data)) actions.launch(data);
    else if (!isFromHost(data)) return;
    else if (data.sendwell === "welcome") {
      start(data.welcome);
      resolve({ host: "Outlook", platform: played.client.platform });
    } else hear(data);
  });
  tell({ sendwell: "hello" });
});

office.onReady = onReadyOf(played.ready, found);
Object.assign(window, { Date: PretendDate, fetch: playedFetch(played, window.fetch.bind(window)) });
if (played.ready.is !== "blocked") Object.assign(window, { Office: office });
if (played.storage === "closed") closeStorage();

function start(welcome: Welcome): void {
  clockOffset = welcome.clockOffset;
  Object.assign(office, officeGlobal(welcome, link, here));
}

function hear(message: Exclude<FromHost, { sendwell: "welcome" }>): void {
  if (message.sendwell === "clock") clockOffset = message.offset;
  else if (message.sendwell === "answer") {
    waiting.get(message.id)?.(message.answer);
    waiting.delete(message.id);
  } else {
    const { event } = message;
    if (event.type === "officeThemeChanged")
      (office.context as { officeTheme: unknown }).officeTheme = event.officeTheme;
    for (const listener of listeners) listener(event);
  }
}
