/**
 * How does the compose window serve the frame that holds the pane?
 *
 * Answers calls of the fake Office.js in that one frame, of this one origin, and passes on what changed in the
 * message as Outlook's events.
 */
import type { Change, ComposeItem } from "./compose-item";
import type { Exchange } from "./exchange";
import { type FromHost, type HostEvent, isFromPane, type Theme, type Welcome } from "./messages";

export class PaneServer {
  #frame: HTMLIFrameElement | null = null;

  constructor(
    readonly exchange: Exchange,
    readonly welcome: () => Welcome,
  ) {
    window.addEventListener("message", (event: MessageEvent<unknown>) => {
      this.#hear(event);
    });
    exchange.item.onChange((change) => {
      const event = eventFor(change);
      if (event !== null) this.#tell({ sendwell: "event", event });
    });
  }

  get item(): ComposeItem {
    return this.exchange.item;
  }

  /** The frame to serve; null when the pane is closed. */
  serve(frame: HTMLIFrameElement | null): void {
    this.#frame = frame;
  }

  setClock(offset: number): void {
    this.#tell({ sendwell: "clock", offset });
  }

  setTheme(officeTheme: Theme): void {
    this.#tell({ sendwell: "event", event: { type: "officeThemeChanged", officeTheme } });
  }

  #hear({ data, origin, source }: MessageEvent<unknown>): void {
    const known =
      source !== null && source === this.#frame?.contentWindow && origin === window.location.origin;
    if (!known || !isFromPane(data)) return;
    if (data.sendwell === "hello") this.#tell({ sendwell: "welcome", welcome: this.welcome() });
    else {
      const { id, name, args } = data;
      void this.exchange.call(name, args).then((answer) => {
        this.#tell({ sendwell: "answer", id, answer });
      });
    }
  }

  #tell(message: FromHost): void {
    this.#frame?.contentWindow?.postMessage(message, window.location.origin);
  }
}

function eventFor(change: Change): HostEvent | null {
  switch (change) {
    case "to":
    case "cc":
    case "bcc":
      return {
        type: "olkRecipientsChanged",
        changedRecipientFields: { to: change === "to", cc: change === "cc", bcc: change === "bcc" },
      };
    case "attachments":
      return { type: "olkAttachmentsChanged" };
    case "context":
      return { type: "olkInitializationContextChanged" };
    case "moved":
      return { type: "olkItemSelectedChanged" };
    default:
      return null; // Outlook tells an add-in nothing about typing in the subject or the body.
  }
}
