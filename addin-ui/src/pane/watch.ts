/**
 * When is it time to look at the draft?
 *
 * Outlook tells of changed recipients and attachments, and those are looked at at once. It tells nothing of
 * typing, so subject and body are read now and then, and looked at once they have kept still for a pause.
 */
export const PAUSE_MS = 600;
/** After this many quiet reads, reading slows down to spare Outlook. */
const QUIET_READS = 50;
const QUIET_PAUSE_MS = 2000;
const ANYWAY_MS = 60_000;

export interface Watched {
  /** What changes without an event, as one text; null when it could not be read. */
  typing(): Promise<string | null>;
  /** Reads everything and has it checked. */
  look(): Promise<void>;
}

export class Watch {
  #seen: string | null = null;
  #looked: string | null = null;
  #quiet = 0;
  #lookedAt = 0;
  #looking: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(readonly watched: Watched) {}

  start(): void {
    void this.#round();
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Something else changed: look now. Calls while a look is under way become one more look. */
  async now(): Promise<void> {
    this.#quiet = 0;
    if (this.#looking !== null) {
      this.#again = true;
      return this.#looking;
    }
    this.#looking = this.#lookUntilStill();
    await this.#looking;
  }

  async #lookUntilStill(): Promise<void> {
    try {
      do {
        this.#again = false;
        this.#lookedAt = performance.now();
        await this.watched.look();
      } while (this.#isAgain());
    } finally {
      this.#looking = null;
    }
  }

  #isAgain(): boolean {
    return this.#again; // set by `now` while a look is awaited
  }

  async #round(): Promise<void> {
    await this.now();
    while (!this.#stopped) {
      await new Promise((resolve) =>
        setTimeout(resolve, this.#quiet > QUIET_READS ? QUIET_PAUSE_MS : PAUSE_MS),
      );
      if (document.visibilityState === "hidden") continue;
      await this.#read();
    }
  }

  async #read(): Promise<void> {
    const typed = await this.watched.typing();
    if (typed !== this.#seen) {
      this.#seen = typed;
      this.#quiet = 0;
    } else if (typed !== this.#looked || performance.now() - this.#lookedAt > ANYWAY_MS) {
      this.#looked = typed;
      await this.now();
    } else this.#quiet += 1;
  }
}
