/**
 * How does a test play a condition? The whole pane over the fake host in one page, with a stand-in for the service and
 * a clock that runs as fast as it likes. What the frames of the compose window do in a browser is done here without frames.
 */
import { readFileSync } from "node:fs";
import { vi } from "vitest";
import { Actions } from "../src/host/actions";
import { ComposeItem } from "../src/host/compose-item";
import type { Condition } from "../src/host/conditions/condition";
import { happen, openDraft } from "../src/host/conditions/happen";
import { playOf } from "../src/host/conditions/table";
import { Exchange } from "../src/host/exchange";
import type { FromLaunch } from "../src/host/launch-messages";
import { LaunchServer, type Runtime } from "../src/host/launch-server";
import type { HostEvent } from "../src/host/messages";
import { type HostLink, officeGlobal } from "../src/host/office-global";
import { playedFetch } from "../src/host/played-fetch";
import { onReadyOf } from "../src/host/readiness";
import { noting, standInService } from "./stand-in-service";

const OWN = "wealdshire.example";
const COLOURS = { controlBackgroundColor: "#f5f5f5", controlForegroundColor: "#242424" };
const THEME = { bodyBackgroundColor: "#ffffff", bodyForegroundColor: "#242424", ...COLOURS };
const PRIYA = { displayName: "Priya Shah", emailAddress: `p.shah@${OWN}` };
/** Long enough for every wait of ours and of Outlook's, and not for the next try at a service that is down. */
const SETTLED_MS = 20_000;

export interface Played {
  readonly item: ComposeItem;
  /** How many calls were under way at once, at most. */
  readonly most: () => number;
}
export interface Sent {
  /** The dialog's words; empty where none is shown. */
  readonly dialog: string;
  readonly toast: string;
  /** From the press to whatever was seen. */
  readonly afterMs: number;
}

/** A page that is loaded anew is a new start of the same code. */
export async function play(condition: Condition): Promise<Played> {
  vi.useFakeTimers();
  vi.resetModules();
  const played = playOf(condition);
  drawPage("pane-try.html");
  const item = new ComposeItem(holder());
  item.setFrom(PRIYA.displayName, PRIYA.emailAddress);
  openDraft(item, condition);
  const exchange = new Exchange(item, { ownDomain: OWN, play: played });
  const counted = counting(exchange);
  const listeners: ((event: HostEvent) => void)[] = [];
  item.onChange((change) => {
    if (change === "moved") for (const listener of listeners) listener({ type: "olkItemSelectedChanged" });
  });
  let page = 0;
  const open = (): Promise<unknown> => {
    const mine = (page += 1); // a page that was left asks Outlook for nothing more
    listeners.length = 0;
    const link: HostLink = {
      call: (name, args) => (mine === page ? counted.call(name, args) : new Promise(() => undefined)),
      onEvent: (listener) => listeners.push(listener),
    };
    const office = officeGlobal({ theme: THEME, user: PRIYA, clockOffset: 0 }, link, played);
    const found = Promise.resolve({ host: "Outlook", platform: played.client.platform });
    Object.assign(office, { onReady: onReadyOf(played.ready, found) });
    surround(condition, office);
    return import("../src/pane/main");
  };
  vi.doMock("../src/pane/begin-again", () => ({
    beginAgain: () => {
      vi.resetModules();
      drawPage("pane-try.html");
      void open();
    },
  }));
  await open();
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  if (condition.then !== undefined) {
    happen(condition.then, item, [exchange]);
    await vi.advanceTimersByTimeAsync(1);
    await vi.dynamicImportSettled(); // of a page that begins again
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
  }
  return { item, most: counted.most };
}

/** Presses Send in the compose window around the same message, whose events run in a runtime of their own. */
export async function pressSend(condition: Condition, item: ComposeItem): Promise<Sent> {
  vi.clearAllTimers(); // the pane is closed
  vi.resetModules();
  drawPage("index.html");
  document.body.append(Object.assign(document.createElement("input"), { id: "to-input" }));
  const played = playOf(condition);
  const here = played.atSend === "without-item" ? { ...played, item: "none" as const } : played;
  const exchange = new Exchange(item, { ownDomain: OWN, play: played });
  if (condition.then === "item-closes") happen(condition.then, item, [exchange]);
  const runtime = new DirectRuntime();
  const launch = new LaunchServer(runtime, played);
  const link = { call: exchange.call.bind(exchange), onEvent: () => undefined };
  const office = officeGlobal({ theme: THEME, user: PRIYA, clockOffset: 0 }, link, here);
  const { actions } = runtime;
  surround(condition, Object.assign(office, { actions, onReady: () => Promise.resolve({}) }));
  if (played.ready.is === "ready") await import("../src/launch/main");
  const { Sending } = await import("../src/compose/sending");
  const sending = new Sending(item, launch, () => undefined);
  sending.begin();
  condition.draft?.(item);
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  const pressed = Date.now();
  void sending.send();
  while (Date.now() - pressed < SETTLED_MS && seenAtSend() === "") await vi.advanceTimersByTimeAsync(50);
  const dialog = wordsOf("dialog.alert:not(.alert-busy)");
  return { dialog, toast: wordsOf("#toast"), afterMs: Date.now() - pressed };
}

const wordsOf = (selector: string): string =>
  (document.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
const seenAtSend = (): string => wordsOf("dialog.alert:not(.alert-busy)") + wordsOf("#toast");

/** The add-in's file runs here, without a frame. */
class DirectRuntime implements Runtime {
  readonly actions = new Actions((told) => {
    this.#hear(told);
  });
  #hear: (told: FromLaunch) => void = () => undefined;

  listen(hear: (told: FromLaunch) => void): void {
    this.#hear = hear;
  }

  start(id: number, name: string, details: object): void {
    this.actions.launch({ sendwell: "launch", id, name, details });
  }
}

function surround(condition: Condition, office: object): void {
  const played = playOf(condition);
  vi.stubGlobal("fetch", noting(playedFetch(played, standInService)));
  if (played.ready.is === "blocked") vi.stubGlobal("Office", undefined);
  else vi.stubGlobal("Office", office);
  if (played.ready.is === "blocked") Reflect.deleteProperty(globalThis, "Office");
  if (played.storage === "closed") vi.stubGlobal("localStorage", closed);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
  Element.prototype.scrollIntoView = () => undefined;
  window.focus = () => undefined;
  window.scrollTo = () => undefined;
  HTMLDialogElement.prototype.showModal = function show(): void {
    this.open = true; // what the test's page cannot do is not what is tested
  };
  HTMLDialogElement.prototype.close = function close(): void {
    this.open = false;
  };
  AbortSignal.timeout = (ms) => {
    const clock = new AbortController(); // the built-in one does not go by the clock of a test
    setTimeout(() => clock.abort(new DOMException("too late", "TimeoutError")), ms);
    return clock.signal;
  };
}

const closed: ProxyHandler<Storage> & object = new Proxy(
  {},
  {
    get: () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  },
);

function drawPage(name: string): void {
  const page = new DOMParser().parseFromString(readFileSync(name, "utf8"), "text/html");
  document.body.replaceChildren(...page.body.children);
}

function holder(): ComposeItem["body"] {
  let body = "";
  return {
    html: () => body,
    text: () => body.replace(/<[^<>]*>/g, " "),
    setHtml: (html) => {
      body = html;
    },
    insert: (html) => {
      body = html + body;
    },
  };
}

function counting(exchange: Exchange): { call: Exchange["call"]; most: () => number } {
  let running = 0;
  let most = 0;
  const call: Exchange["call"] = async (name, args) => {
    running += 1;
    most = Math.max(most, running);
    try {
      return await exchange.call(name, args);
    } finally {
      running -= 1;
    }
  };
  return { call, most: () => most };
}
