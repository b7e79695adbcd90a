/** How does a test look at the pane? Drawn into a bare page, read back as words. */
import { Surface } from "../src/pane/surface";
import type { PaneState } from "../src/pane/state";
import type { Help } from "../src/pane/view/advice-card";
import type { TroubleKind } from "../src/wire/client";
import type { CheckReply } from "../src/wire/contract";

export const noHelp: Help = {
  offer: () => null,
  form: () => null,
  reword: () => null,
  callWrong: () => undefined,
  keep: () => undefined,
  askAgain: () => undefined,
};

export function surface(help = noHelp, retry = (): void => undefined): Surface {
  window.matchMedia = (query: string) =>
    ({ matches: false, media: query, addEventListener: () => undefined }) as unknown as MediaQueryList;
  document.body.innerHTML = `<p id="busy"></p><div id="theme"></div><p id="live"></p><div id="notice"></div><main id="content"></main><footer id="foot"></footer>`; // eslint-disable-line no-restricted-syntax -- the frame of the page, no data
  return new Surface(help, retry);
}

const EVERY_TROUBLE: Record<TroubleKind, true> = {
  unreachable: true,
  unreadable: true,
  slow: true,
  busy: true,
  "too-big": true,
  refused: true,
  "signed-out": true,
  "no-sign-in": true,
  broken: true,
};
/** Every kind of trouble there is: the compiler misses none. */
export const TROUBLES = Object.keys(EVERY_TROUBLE) as TroubleKind[];

export const verdict = (reply: CheckReply, rest: object = {}): PaneState => ({
  kind: "verdict",
  reply,
  unread: [],
  wait: "none",
  ...rest,
});
export const content = (): HTMLElement => document.getElementById("content")!;
export const words = (): string => content().textContent.replace(/\s+/g, " ");
export const foot = (): string => document.getElementById("foot")?.textContent ?? "";
export const live = (): string | null => document.getElementById("live")?.textContent ?? null;
export const all = (selector: string): HTMLElement[] => [
  ...content().querySelectorAll<HTMLElement>(selector),
];
