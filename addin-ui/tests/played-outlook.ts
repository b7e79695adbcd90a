/**
 * How does a test play a condition? The whole pane over the fake host in one page, with a stand-in for the service and
 * a clock that runs as fast as it likes. What the frames of the compose window do in a browser is done here without frames.
 */
import { readFileSync } from "node:fs";
import { vi } from "vitest";
import { ComposeItem } from "../src/host/compose-item";
import type { Condition } from "../src/host/conditions/condition";
import { happen, openDraft } from "../src/host/conditions/happen";
import { playOf } from "../src/host/conditions/table";
import { Exchange } from "../src/host/exchange";
import type { HostEvent } from "../src/host/messages";
import { officeGlobal } from "../src/host/office-global";
import { playedFetch } from "../src/host/played-fetch";
import { onReadyOf } from "../src/host/readiness";
import { standInService } from "./stand-in-service";

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
  const link = {
    call: counted.call,
    onEvent: (listener: (event: HostEvent) => void) => listeners.push(listener),
  };
  const office = officeGlobal({ theme: THEME, user: PRIYA, clockOffset: 0 }, link, played);
  const found = Promise.resolve({ host: "Outlook", platform: played.client.platform });
  Object.assign(office, { onReady: onReadyOf(played.ready, found) });
  surround(condition, office);
  await openPane();
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  if (condition.then !== undefined) {
    happen(condition.then, item, [exchange]);
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
  }
  return { item, most: counted.most };
}

/** A page that is loaded anew is a new start of the same code. */
async function openPane(): Promise<void> {
  vi.doMock("../src/pane/begin-again", () => ({
    beginAgain: () => {
      vi.resetModules();
      drawPage("pane-try.html");
      void import("../src/pane/main");
    },
  }));
  await import("../src/pane/main");
}

function surround(condition: Condition, office: object): void {
  const played = playOf(condition);
  vi.stubGlobal("fetch", playedFetch(played, standInService));
  if (played.ready.is === "blocked") vi.stubGlobal("Office", undefined);
  else vi.stubGlobal("Office", office);
  if (played.ready.is === "blocked") Reflect.deleteProperty(globalThis, "Office");
  if (played.storage === "closed") vi.stubGlobal("localStorage", closed);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
  Element.prototype.scrollIntoView = () => undefined;
  window.focus = () => undefined;
  window.scrollTo = () => undefined;
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
