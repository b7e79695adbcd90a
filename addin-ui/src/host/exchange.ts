/**
 * How does Outlook answer an add-in?
 *
 * Slowly, one answer a call, at most three calls at once (a fourth fails), and now and then with a failure for
 * no reason of the add-in's: whatever the play says. What goes wrong on the add-in's own side of the door (a member that
 * throws, a callback called twice) is in `office-global.ts`.
 */
import type { ComposeItem } from "./compose-item";
import { contentCalls } from "./content-calls";
import { headerCalls } from "./header-calls";
import { itemCalls } from "./item-calls";
import { noteCalls } from "./note-calls";
import { mannerOf, ORDINARY, type Play } from "./play";
import { type Call, recipientCalls } from "./recipient-calls";
import { Refusal } from "./refusal";

export interface Answer {
  readonly status: "succeeded" | "failed";
  readonly value?: unknown;
  readonly error?: { readonly code: number; readonly name: string; readonly message: string };
}
export interface Around {
  readonly ownDomain: string;
  readonly play?: Play;
}

/** A call that is never answered keeps its place this long. */
const HELD_MS = 10_000;
/** How long what was there before a change may still be given. */
const STALE_MS = 800;

export class Exchange {
  readonly ownDomain: string;
  #running = 0;
  #play: Play;
  #calls: Readonly<Record<string, Call>>;
  #before: { readonly until: number; readonly html: string; readonly text: string } | null = null;

  constructor(
    readonly item: ComposeItem,
    { ownDomain, play = ORDINARY }: Around,
  ) {
    this.ownDomain = ownDomain;
    this.#play = play;
    this.#calls = callsOf(ownDomain, play);
  }

  get play(): Play {
    return this.#play;
  }

  /** From now on Outlook behaves like this. */
  behave(play: Play): void {
    this.#play = play;
    this.#calls = callsOf(this.ownDomain, play);
  }

  async call(name: string, args: readonly unknown[]): Promise<Answer> {
    const { atOnce } = this.#play;
    if (this.#running >= atOnce) {
      return failed(
        new Refusal("GenericResponseError", `More than ${atOnce} calls at once are not allowed.`),
      );
    }
    this.#running += 1;
    try {
      if (mannerOf(this.#play, name) === "silent") await this.#never();
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
    const manner = mannerOf(this.#play, name);
    const refusal = refusalFor(manner, name, args);
    if (refusal !== null) return refusal;
    if (manner === "blank") return { status: "succeeded" };
    if (name === "body.setAsync") this.#rememberBody();
    if (name === "body.getAsync" && manner === "stale") {
      const old = this.#before;
      if (old !== null && performance.now() < old.until)
        return { status: "succeeded", value: args[0] === "html" ? old.html : old.text };
    }
    try {
      return { status: "succeeded", value: perform(this.item, args) };
    } catch (error) {
      if (error instanceof Refusal) return failed(error);
      throw error;
    }
  }

  #rememberBody(): void {
    const { body } = this.item;
    this.#before = { until: performance.now() + STALE_MS, html: body.html(), text: body.text() };
  }

  /** The place is free again after a while; an answer never comes. */
  async #never(): Promise<never> {
    await new Promise((resolve) => setTimeout(resolve, HELD_MS));
    this.#running -= 1;
    return new Promise<never>(() => undefined);
  }

  #wait(): Promise<void> {
    const [least, most] = this.#play.delay;
    return new Promise((resolve) => setTimeout(resolve, least + Math.random() * (most - least)));
  }
}

const callsOf = (ownDomain: string, play: Play): Record<string, Call> => ({
  ...recipientCalls(ownDomain, play),
  ...contentCalls(play),
  ...itemCalls(play),
  ...noteCalls(play),
  ...headerCalls,
});

function refusalFor(manner: string | null, name: string, args: readonly unknown[]): Answer | null {
  if (manner === "fails")
    return failed(new Refusal("InternalServerError", `${name} failed, as Outlook's calls now and then do.`));
  if (manner === "fails-unexplained") return { status: "failed" };
  if (manner === "refuses-html" && JSON.stringify(args).includes('"html"'))
    return failed(new Refusal("FormatNotSupported", "HTML is not supported for this message."));
  return null;
}

const failed = ({ code, name, message }: Refusal): Answer => ({
  status: "failed",
  error: { code, name, message },
});
