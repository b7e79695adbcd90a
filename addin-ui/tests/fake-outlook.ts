/** How does a test get an Outlook? The fake host without a page: no frame, no wait, faults on demand. */
import { ComposeItem, type Entry } from "../src/host/compose-item";
import { Exchange } from "../src/host/exchange";
import type { HostEvent } from "../src/host/messages";
import { officeGlobal } from "../src/host/office-global";
import { play } from "../src/host/play";
import { resolved } from "../src/host/recipient-calls";

export const OWN = "wealdshire.example";
const THEME = {
  bodyBackgroundColor: "#ffffff",
  bodyForegroundColor: "#242424",
  controlBackgroundColor: "#f5f5f5",
  controlForegroundColor: "#242424",
};

export interface Outlook {
  readonly held: ComposeItem;
  readonly item: Office.MessageCompose;
  readonly exchange: Exchange;
  /** How many calls were under way at once, at most. */
  readonly most: () => number;
  readonly emit: (event: HostEvent) => void;
}

export function openOutlook({
  faults = [] as string[],
  mailbox = "1.16",
  delay = [0, 1] as [number, number],
  differs = {},
} = {}): Outlook {
  let body = "";
  const holder = {
    html: () => body,
    text: () => body.replace(/<[^<>]*>/g, ""),
    setHtml: (html: string) => {
      body = html;
    },
    insert: (html: string) => {
      body = html + body;
    },
  };
  const held = new ComposeItem(holder);
  const calls = Object.fromEntries(faults.map((name) => [name, "fails" as const]));
  const played = play({ mailbox, delay, calls, ...differs });
  const exchange = new Exchange(held, { ownDomain: OWN, play: played });
  const listeners: ((event: HostEvent) => void)[] = [];
  let running = 0;
  let most = 0;
  const call = async (name: string, args: readonly unknown[]): ReturnType<Exchange["call"]> => {
    running += 1;
    most = Math.max(most, running);
    try {
      return await exchange.call(name, args);
    } finally {
      running -= 1;
    }
  };
  const welcome = { theme: THEME, user: { displayName: "", emailAddress: "" }, clockOffset: 0 };
  const office = officeGlobal(welcome, { call, onEvent: (listener) => listeners.push(listener) }, played);
  Object.assign(globalThis, { Office: office });
  const item = (office as unknown as typeof Office).context.mailbox.item as Office.MessageCompose;
  const emit = (event: HostEvent): void => {
    listeners.forEach((listener) => {
      listener(event);
    });
  };
  return { held, item, exchange, most: () => most, emit };
}

export const person = (address: string, name = address): Entry => resolved(name, address, OWN);
export const crowd = (count: number): Entry[] =>
  Array.from({ length: count }, (_, i) => person(`p${i}@${OWN}`));
export const contactList = (name: string): Entry => ({
  displayName: name,
  emailAddress: "",
  recipientType: "distributionList",
  resolved: true,
});

export function settled<T>(
  call: (done: (result: Office.AsyncResult<T>) => void) => void,
): Promise<Office.AsyncResult<T>> {
  return new Promise((resolve) => {
    call(resolve);
  });
}
