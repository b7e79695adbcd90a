/**
 * How does Outlook run the add-in's events?
 *
 * In a runtime of their own that loads the add-in's one file. The first completion of an event counts, later ones only
 * in `spare`. An event that this Outlook does not have, or does not raise today, is "not-asked"; a function that was
 * never associated, or a file that did not load, is "unavailable"; one that does not complete in five minutes is given up.
 */
import { compareVersions } from "./item-members";
import type { FromLaunch } from "./launch-messages";
import { ORDINARY, type Play } from "./play";

export const GIVEN_UP_AFTER_MS = 5 * 60 * 1000;
/** Classic Outlook waits this long for the file before it says that the add-in is not available. */
export const LOADED_WITHIN_MS = 15_000;

export type Completion = Readonly<Record<string, unknown>>;
export type Fired = { readonly completed: Completion } | "unavailable" | "timed-out" | "not-asked";

/** Where the add-in's file runs: a hidden frame of the compose window. */
export interface Runtime {
  start(id: number, name: string, details: object): void;
  /** Once; what it told before is told then. */
  listen(hear: (told: FromLaunch) => void): void;
}

const SEND = "onMessageSendHandler";
/** The requirement set that brought each event. */
const SETS: Readonly<Record<string, string>> = {
  onNewMessageComposeHandler: "1.10",
  onMessageRecipientsChangedHandler: "1.11",
  onMessageAttachmentsChangedHandler: "1.11",
  [SEND]: "1.12",
};
const ON_PHONES = ["onNewMessageComposeHandler", "onMessageRecipientsChangedHandler"];

export class LaunchServer {
  /** Completions after the first of the same event: an add-in should have none. */
  spare = 0;
  readonly #associated = new Set<string>();
  readonly #waiting = new Map<number, (fired: Fired) => void>();
  #whenAssociated: (() => void)[] = [];
  #last = 0;

  constructor(
    readonly runtime: Runtime,
    readonly play: Play = ORDINARY,
  ) {
    runtime.listen((told) => {
      this.#hear(told);
    });
  }

  /** Runs the function that the add-in associated with this event. */
  async fire(name: string, details: object = {}): Promise<Fired> {
    if (!isRaised(name, this.play)) return "not-asked";
    await new Promise((resolve) => setTimeout(resolve, this.play.startMs));
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
      this.runtime.start(id, name, details);
      if (this.play.atSend === "asks-twice" && name === SEND) this.runtime.start(id, name, details);
    });
  }

  #hear(told: FromLaunch): void {
    if (told.sendwell === "associated") {
      if (this.play.atSend === "cannot-load") return; // as if the file had never come
      this.#associated.add(told.name);
      this.#whenAssociated.forEach((look) => {
        look();
      });
      return;
    }
    const settle = this.#waiting.get(told.id);
    if (settle === undefined) this.spare += 1;
    else settle({ completed: told.options as Completion });
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

/** Phones have two of the events, whatever their requirement set. */
function isRaised(name: string, { client, mailbox, atSend, item }: Play): boolean {
  if (name === SEND && atSend === "never-asks") return false;
  if (item === "appointment" || item === "reading") return false;
  if (["Android", "iOS"].includes(client.platform)) return ON_PHONES.includes(name);
  return compareVersions(mailbox, SETS[name] ?? "1.1") >= 0;
}
