/**
 * Who sees to it that Send finds a ticket?
 *
 * While the pane is open and somebody is signed in, a ticket lies with the draft that is good for a while yet:
 * a new one at half of the old one's time. The part of the add-in that answers Send can sign nobody in.
 */
import type { Ticket } from "../send/ticket";
import type { Ask } from "../wire/ask";
import { SignedOut } from "./grant";

const AGAIN_MS = 60_000;

export class TicketKeeper {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly ask: Ask,
    readonly leave: (ticket: Ticket) => Promise<void>,
    readonly now: () => number = Date.now,
  ) {}

  /** Leaves a new ticket now, and then in time. What goes wrong is tried again, but not without a person. */
  async renew(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const given = await this.ask("POST", "", null, readTicket);
      if (given === null) return;
      await this.leave(given);
      this.#later(Math.max((given.until - this.now()) / 2, AGAIN_MS));
    } catch (error) {
      if (!(error instanceof SignedOut)) this.#later(AGAIN_MS);
    }
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.renew(), ms);
  }
}

/** Null where none is needed. */
function readTicket(reply: unknown): Ticket | null {
  const { ticket, until } = reply as Record<string, unknown>;
  const end = Date.parse(String(until));
  return typeof ticket !== "string" || ticket === "" || Number.isNaN(end) ? null : { ticket, until: end };
}
