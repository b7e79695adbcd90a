/**
 * How does Outlook run the add-in's events?
 *
 * In a hidden frame of their own, with calls of their own, that loads the add-in's one file. The first completion
 * of an event counts, later ones only in `spare`. A function that was never associated, or a file that did not
 * load, is "unavailable"; one that does not complete in five minutes is given up.
 */
import { element } from "../dom/element";
import type { Exchange } from "./exchange";
import { isFromLaunch, type ToLaunch } from "./launch-messages";
import type { Welcome } from "./messages";
import { PaneServer } from "./pane-server";

export const GIVEN_UP_AFTER_MS = 5 * 60 * 1000;
/** Classic Outlook waits this long for the file before it says that the add-in is not available. */
export const LOADED_WITHIN_MS = 15_000;

export type Completion = Readonly<Record<string, unknown>>;
export type Fired = { readonly completed: Completion } | "unavailable" | "timed-out";

export class LaunchServer {
  /** Completions after the first of the same event: an add-in should have none. */
  spare = 0;
  readonly #server: PaneServer;
  readonly #frame: HTMLIFrameElement;
  readonly #associated = new Set<string>();
  readonly #waiting = new Map<number, (fired: Fired) => void>();
  #whenAssociated: (() => void)[] = [];
  #last = 0;

  constructor(
    readonly exchange: Exchange,
    welcome: () => Welcome,
    source = "/addin/launch-try.html",
  ) {
    this.#server = new PaneServer(exchange, welcome);
    this.#frame = element("iframe", { src: source, title: "Sendwell’s events", hidden: true });
    window.addEventListener("message", ({ data, origin, source: from }: MessageEvent<unknown>) => {
      if (from === null || from !== this.#frame.contentWindow || origin !== window.location.origin) return;
      if (isFromLaunch(data)) this.#hear(data);
    });
    document.body.append(this.#frame);
    this.#server.serve(this.#frame);
  }

  setClock(offset: number): void {
    this.#server.setClock(offset);
  }

  /** Runs the function that the add-in associated with this event. */
  async fire(name: string, details: object = {}): Promise<Fired> {
    if (!(await this.#isAssociated(name))) return "unavailable";
    this.#last += 1;
    const id = this.#last;
    return new Promise<Fired>((resolve) => {
      const settle = (fired: Fired): void => {
        clearTimeout(limit);
        this.#waiting.delete(id);
        resolve(fired);
      };
      const limit = setTimeout(settle, GIVEN_UP_AFTER_MS, "timed-out");
      this.#waiting.set(id, settle);
      const start: ToLaunch = { sendwell: "launch", id, name, details };
      this.#frame.contentWindow?.postMessage(start, window.location.origin);
    });
  }

  #hear(data: Parameters<typeof isFromLaunch>[0]): void {
    if (!isFromLaunch(data)) return;
    if (data.sendwell === "associated") {
      this.#associated.add(data.name);
      this.#whenAssociated.forEach((look) => {
        look();
      });
      return;
    }
    const settle = this.#waiting.get(data.id);
    if (settle === undefined) this.spare += 1;
    else settle({ completed: data.options as Completion });
  }

  #isAssociated(name: string): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (is: boolean): void => {
        clearTimeout(limit);
        this.#whenAssociated = this.#whenAssociated.filter((other) => other !== look);
        resolve(is);
      };
      const limit = setTimeout(done, LOADED_WITHIN_MS, false);
      const look = (): void => {
        if (this.#associated.has(name)) done(true);
      };
      this.#whenAssociated.push(look);
      look();
    });
  }
}
