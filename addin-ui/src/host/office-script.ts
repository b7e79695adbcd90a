/**
 * What stands in for Office.js in the pane's frame?
 *
 * The script of `pane-try.html`, loaded before the pane as Office.js is. It says hello to the compose window,
 * fills `window.Office` when it is welcomed, and keeps the frame's clock at the pretended time.
 */
import { Actions } from "./actions";
import type { Answer } from "./exchange";
import { type FromLaunch, isToLaunch } from "./launch-messages";
import { type FromHost, type FromPane, type HostEvent, isFromHost, type Welcome } from "./messages";
import { officeGlobal } from "./office-global";

const waiting = new Map<number, (answer: Answer) => void>();
const listeners = new Set<(event: HostEvent) => void>();
const RealDate = Date;
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
const ready = new Promise<{ host: string | null; platform: string | null }>((resolve) => {
  if (window.parent === window) {
    resolve({ host: null, platform: null });
    return;
  }
  window.addEventListener("message", ({ data, origin, source }: MessageEvent<unknown>) => {
    if (origin !== window.location.origin || source !== window.parent) return;
    if (isToLaunch(data)) actions.launch(data);
    else if (!isFromHost(data)) return;
    else if (data.sendwell === "welcome") {
      start(data.welcome);
      resolve({ host: "Outlook", platform: "OfficeOnline" });
    } else hear(data);
  });
  tell({ sendwell: "hello" });
});

office.onReady = (callback?: (info: object) => void) =>
  ready.then((info) => {
    callback?.(info);
    return info;
  });
Object.assign(window, { Office: office, Date: PretendDate });

function start(welcome: Welcome): void {
  clockOffset = welcome.clockOffset;
  Object.assign(office, officeGlobal(welcome, link));
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
