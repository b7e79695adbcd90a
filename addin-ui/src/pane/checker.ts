/**
 * What does the service say about the draft as it is now?
 *
 * The latest draft wins: an older question is dropped, its answer never shown. While a new answer is awaited
 * the last one stays, marked as being checked again; so does what went wrong, with the button that somebody may be on.
 */
import { fingerprint } from "../outlook/fingerprint";
import type { DraftRead } from "../outlook/read-draft";
import { type Client, Trouble, type TroubleKind } from "../wire/client";
import type { CheckRequest } from "../wire/contract";
import { troubles } from "../words/spoken";
import { LONG_AFTER_MS, NOTICED_AFTER_MS, type PaneState, type Wait } from "./state";

const RETRY_MS = 10_000;
/** The same draft would meet the same again. */
const SETTLED: ReadonlySet<TroubleKind> = new Set(["refused", "too-big", "signed-out", "no-sign-in"]);

export class Checker {
  #state: PaneState = { kind: "starting" };
  #asked = "";
  #question: AbortController | null = null;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(
    readonly client: Client,
    readonly about: CheckRequest["client"],
    readonly show: (state: PaneState) => void,
    readonly retry: () => void,
  ) {}

  get state(): PaneState {
    return this.#state;
  }

  /** Asks about this draft unless it was the last one asked about. */
  look(read: DraftRead): void {
    const print = fingerprint(read.draft) + String(read.unread.length);
    if (print === this.#asked) return;
    this.#drop();
    this.#asked = print;
    if (read.isUnreadable) this.#fail(new Trouble("unreadable", troubles.noText));
    else if (read.isEmpty) this.#set({ kind: "empty" });
    else void this.#ask(read);
  }

  /** Forgets what was asked, so that the next look asks again. */
  forget(): void {
    this.#asked = "";
  }

  /** What went wrong besides is shown: the sign-in that was asked for, say. */
  stop(trouble: Trouble): void {
    this.#drop();
    this.#fail(trouble);
  }

  async #ask(read: DraftRead): Promise<void> {
    const question = new AbortController();
    this.#question = question;
    this.#await("short");
    this.#later(NOTICED_AFTER_MS, () => {
      this.#await("noticed");
    });
    this.#later(LONG_AFTER_MS, () => {
      this.#await("long");
    });
    try {
      const reply = await this.client.check(
        { moment: "compose", draft: read.draft, client: this.about },
        question.signal,
      );
      if (question.signal.aborted) return;
      this.#clear();
      this.#set({ kind: "verdict", reply, unread: read.unread, wait: "none" });
    } catch (error) {
      if (question.signal.aborted) return;
      this.#clear();
      this.#fail(error instanceof Trouble ? error : new Trouble("broken", troubles.notRead));
    }
  }

  #await(wait: Wait): void {
    const state = this.#state;
    if (state.kind === "verdict" || state.kind === "trouble") this.#set({ ...state, wait });
    else this.#set({ kind: "loading", wait });
  }

  #fail(trouble: Trouble): void {
    this.#set({ kind: "trouble", trouble, wait: "none" });
    if (SETTLED.has(trouble.kind)) return;
    this.#later(trouble.retryAfterMs ?? RETRY_MS, () => {
      this.forget();
      this.retry();
    });
  }

  #set(state: PaneState): void {
    this.#state = state;
    this.show(state);
  }

  #later(ms: number, then: () => void): void {
    this.#timers.push(setTimeout(then, ms));
  }

  #drop(): void {
    this.#question?.abort();
    this.#clear();
  }

  #clear(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
  }
}
