/**
 * When is it time to look at the draft?
 *
 * Outlook tells of changed recipients and attachments, and those are looked at at once. It tells nothing of
 * typing, so subject and body are read now and then, often while somebody types, and the words are looked at once two
 * reads have found them the same. The rest of the draft, of which an event may have been missed, is read soon after.
 */
export interface Watched {
  /** What changes without an event, as one text; null when it could not be read. */
  typing(): Promise<string | null>;
  /** Has what was typed checked, with all else as it was last read; false when that is not known. */
  glance(): boolean;
  /** Reads everything and has it checked. */
  look(): Promise<void>;
}

/** How long to wait between reads once the words have been the same for so many of them. */
const PACES: readonly (readonly [reads: number, ms: number])[] = [
  [30, 80],
  [200, 150],
  [250, 600],
];
const SLOWEST_MS = 2000;
/** Still for so many reads is a pause in typing. */
const STILL_READS = 2;
/** Of a long message each read costs Outlook more: then the reads are further apart. */
const LONG_CHARACTERS = 60_000;
const LONG_MS = 400;
const REST_AFTER_MS = 1500;
const ANYWAY_MS = 60_000;

export class Watch {
  #seen: string | null = null;
  #looked: string | null = null;
  #still = 0;
  #isOwed = false;
  #changedAt = 0;
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
        this.#isOwed = false;
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
      await new Promise((resolve) => setTimeout(resolve, this.#pace()));
      if (document.visibilityState === "hidden") continue;
      await this.#read();
    }
  }

  #pace(): number {
    const ms = PACES.find(([reads]) => this.#still < reads)?.[1] ?? SLOWEST_MS;
    return (this.#seen?.length ?? 0) > LONG_CHARACTERS ? Math.max(ms, LONG_MS) : ms;
  }

  async #read(): Promise<void> {
    const typed = await this.watched.typing();
    if (typed !== this.#seen) {
      this.#seen = typed;
      this.#still = 1;
      this.#changedAt = performance.now();
      return;
    }
    this.#still += 1;
    if (this.#still < STILL_READS) return;
    if (typed !== this.#looked) await this.#lookAtWords(typed);
    else if (this.#isDue()) await this.now();
  }

  async #lookAtWords(typed: string | null): Promise<void> {
    this.#looked = typed;
    if (typed !== null && this.#looking === null && this.watched.glance()) this.#isOwed = true;
    else await this.now();
  }

  #isDue(): boolean {
    const now = performance.now();
    return now - this.#lookedAt > ANYWAY_MS || (this.#isOwed && now - this.#changedAt > REST_AFTER_MS);
  }
}
