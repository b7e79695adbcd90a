/**
 * How does Outlook on the web answer an add-in?
 *
 * Slowly, one answer a call, at most three calls at once (a fourth fails), and now and then with a failure for
 * no reason of the add-in's. Faults can be asked for, to see how the add-in lives with them.
 */
import type { ComposeItem } from "./compose-item";
import { contentCalls } from "./content-calls";
import { noteCalls } from "./note-calls";
import { recipientCalls } from "./recipient-calls";
import { Refusal } from "./refusal";

export const MOST_AT_ONCE = 3;

export interface Answer {
  readonly status: "succeeded" | "failed";
  readonly value?: unknown;
  readonly error?: { readonly code: number; readonly name: string; readonly message: string };
}
export interface Manners {
  readonly ownDomain: string;
  /** Names of calls that fail, `*` for all. */
  readonly faults: ReadonlySet<string>;
  /** Shortest and longest wait before an answer, in milliseconds. */
  readonly delay: readonly [number, number];
}

export class Exchange {
  #running = 0;
  readonly #calls;

  constructor(
    readonly item: ComposeItem,
    readonly manners: Manners,
  ) {
    this.#calls = { ...recipientCalls(manners.ownDomain), ...contentCalls, ...noteCalls };
  }

  async call(name: string, args: readonly unknown[]): Promise<Answer> {
    if (this.#running >= MOST_AT_ONCE) {
      return failed(
        new Refusal("GenericResponseError", `More than ${MOST_AT_ONCE} calls at once are not allowed.`),
      );
    }
    this.#running += 1;
    try {
      await this.#wait();
      return this.#answer(name, args);
    } finally {
      this.#running -= 1;
    }
  }

  #answer(name: string, args: readonly unknown[]): Answer {
    const perform = this.#calls[name];
    if (perform === undefined)
      return failed(new Refusal("OperationNotSupported", `${name} is not supported.`));
    const { faults } = this.manners;
    if (faults.has(name) || faults.has("*")) {
      return failed(new Refusal("InternalServerError", `${name} failed because a fault was asked for.`));
    }
    try {
      return { status: "succeeded", value: perform(this.item, args) };
    } catch (error) {
      if (error instanceof Refusal) return failed(error);
      throw error;
    }
  }

  #wait(): Promise<void> {
    const [least, most] = this.manners.delay;
    return new Promise((resolve) => setTimeout(resolve, least + Math.random() * (most - least)));
  }
}

const failed = ({ code, name, message }: Refusal): Answer => ({
  status: "failed",
  error: { code, name, message },
});
