/** When is Outlook ready, as the add-in is told? At once, late, twice, never, or not there at all: as the play has it. */
import type { Ready } from "./play";

export interface Info {
  readonly host: string | null;
  readonly platform: string | null;
}
type Told = (info: Info) => void;

export const OUTSIDE: Info = { host: null, platform: null };

/** `Office.onReady`; `found` comes when the Outlook around it has answered. */
export function onReadyOf(ready: Ready, found: Promise<Info>): (callback?: Told) => Promise<Info> {
  const info = becomes(ready, found);
  const times = ready.is === "ready" ? (ready.times ?? 1) : 1;
  return (callback) =>
    info.then((known) => {
      for (let time = 0; time < times; time += 1) callback?.(known);
      return known;
    });
}

function becomes(ready: Ready, found: Promise<Info>): Promise<Info> {
  if (ready.is === "outside") return Promise.resolve(OUTSIDE);
  if (ready.is !== "ready") return new Promise(() => undefined);
  const { afterMs = 0 } = ready;
  return found.then((info) => new Promise((resolve) => setTimeout(resolve, afterMs, info)));
}

/** Every use of it throws, as in a frame that the browser keeps from storage. */
export function closeStorage(): void {
  Object.defineProperty(window, "localStorage", {
    configurable: true,
    get: () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
}
