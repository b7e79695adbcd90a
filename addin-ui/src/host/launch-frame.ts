/** Where do the add-in's events run in the compose window? In a hidden frame, with calls of their own on the same message. */
import { element } from "../dom/element";
import { tryOut } from "../words/spoken";
import type { Exchange } from "./exchange";
import { type FromLaunch, isFromLaunch, type ToLaunch } from "./launch-messages";
import type { Runtime } from "./launch-server";
import type { Welcome } from "./messages";
import { PaneServer } from "./pane-server";

export class LaunchFrame implements Runtime {
  readonly #server: PaneServer;
  readonly #frame: HTMLIFrameElement;

  constructor(
    readonly exchange: Exchange,
    welcome: () => Welcome,
    source = "/addin/launch-try.html",
  ) {
    this.#server = new PaneServer(exchange, welcome);
    this.#frame = element("iframe", { src: source, title: tryOut.eventsTitle, hidden: true });
  }

  listen(hear: (told: FromLaunch) => void): void {
    window.addEventListener("message", ({ data, origin, source }: MessageEvent<unknown>) => {
      if (source === null || source !== this.#frame.contentWindow || origin !== window.location.origin)
        return;
      if (isFromLaunch(data)) hear(data);
    });
    document.body.append(this.#frame);
    this.#server.serve(this.#frame);
  }

  setClock(offset: number): void {
    this.#server.setClock(offset);
  }

  start(id: number, name: string, details: object): void {
    const start: ToLaunch = { sendwell: "launch", id, name, details };
    this.#frame.contentWindow?.postMessage(start, window.location.origin);
  }
}
