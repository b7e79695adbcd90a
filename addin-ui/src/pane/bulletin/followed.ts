/**
 * Where is what this person has sent?
 *
 * Its numbers are remembered in this browser, nothing else of it; where each stands is asked when the pane is looked
 * at again and when one has changed. Which of them came from the open draft is left with the draft.
 */
import { button, element, prose } from "../../dom/element";
import { linkAway } from "../../dom/link";
import type { Session } from "../../outlook/session-data";
import { Stale } from "../../wire/ask";
import { Trouble } from "../../wire/client";
import { texts } from "../../wire/read-reply";
import type { Tell } from "../notice";
import { FOLLOWED, PRESS, SAID } from "./words";

const MOST = 10;

interface Thing {
  readonly id: string;
  readonly version: number;
  readonly may_withdraw: boolean;
}
/** One of them in words. */
export interface Line {
  readonly title: string;
  readonly state: string;
  readonly stage: string;
  readonly said: string;
  readonly link: string;
  /** Whether it goes on: it was neither declined nor taken back. */
  readonly isAlive: boolean;
  readonly mend: (() => void) | null;
  readonly more: HTMLElement | null;
}
/** What kind of things are followed, and how. */
export interface Followable<T extends Thing> {
  readonly name: keyof typeof FOLLOWED;
  readonly takenBack: string;
  follow(id: string): Promise<T>;
  withdraw(id: string, version: number): Promise<T>;
  line(thing: T): Line;
}

export class Followed<T extends Thing> {
  readonly part: HTMLElement;
  #things: T[] = [];
  /** Those that were sent from the open draft. */
  #here: readonly string[] = [];
  #missed = false;
  #drawn = "";

  constructor(
    readonly kind: Followable<T>,
    readonly session: Session,
    readonly tell: Tell,
    readonly changed: () => void,
  ) {
    const { name } = kind;
    this.part = element("section", {
      id: `followed-${name}`,
      class: "followed",
      "aria-labelledby": `followed-${name}-title`,
      hidden: true,
    });
  }

  get things(): readonly T[] {
    return this.#things;
  }

  /** Those of the open draft that go on. */
  fromHere(): Line[] {
    return this.#things
      .filter(({ id }) => this.#here.includes(id))
      .map((thing) => this.kind.line(thing))
      .filter(({ isAlive }) => isAlive);
  }

  /** Another draft is open: which of them came from that one? */
  async turnTo(): Promise<void> {
    this.#here = ids(await this.session.read(this.#key));
    this.changed();
  }

  /** Asks after all that are remembered; what is gone is forgotten, what cannot be asked after stays as it was. */
  async look(): Promise<void> {
    this.#here = [...new Set([...this.#here, ...ids(await this.session.read(this.#key))])];
    const known = [...new Set([...this.#remembered(), ...this.#here])];
    const found = await Promise.all(known.map((id) => this.kind.follow(id).catch(whyNot)));
    const gone = known.filter((_, at) => found[at] === "gone");
    this.#missed = found.includes("missed");
    for (const one of found) if (typeof one === "object") this.#put(one);
    this.#keep(this.#things.filter(({ id }) => !gone.includes(id)));
    this.#remember(this.#remembered().filter((id) => !gone.includes(id)));
  }

  /** It was sent, mended or taken back just now. */
  take(thing: T): void {
    this.#put(thing);
    this.follow(thing.id);
    this.#keep(this.#things);
  }

  /** From now on. */
  follow(id: string): void {
    this.#remember([id, ...this.#remembered().filter((other) => other !== id)].slice(0, MOST));
  }

  /** It was sent from the open draft. */
  async takeFromHere(thing: T): Promise<void> {
    this.#here = [...this.#here, thing.id];
    this.take(thing);
    await this.#leaveHere();
  }

  async takeBack({ id, version }: T): Promise<void> {
    try {
      this.take(await this.kind.withdraw(id, version));
      this.tell(this.kind.takenBack);
    } catch (error) {
      this.tell(error instanceof Trouble ? error.message : SAID.notBack);
      await this.look();
    }
  }

  show(): void {
    const heading = this.part.querySelector<HTMLElement>("h2");
    heading?.focus();
    heading?.scrollIntoView({ block: "start" });
  }

  #leaveHere(): Promise<unknown> {
    return this.session.keep(this.#key, JSON.stringify(this.#here));
  }

  get #key(): string {
    return `sendwell-${this.kind.name}`;
  }

  /** In its place; a newer state of it is not overwritten by an older. */
  #put(thing: T): void {
    const old = this.#things.find(({ id }) => id === thing.id);
    if (old === undefined) this.#things = [...this.#things, thing];
    else if (old.version <= thing.version)
      this.#things = this.#things.map((other) => (other === old ? thing : other));
  }

  #keep(things: readonly T[]): void {
    const order = this.#remembered();
    const place = ({ id }: T): number => (order.includes(id) ? order.indexOf(id) : order.length);
    this.#things = [...things].sort((one, other) => place(one) - place(other)).slice(0, MOST);
    this.#draw();
  }

  #forget(id: string): void {
    this.#here = this.#here.filter((other) => other !== id);
    void this.#leaveHere();
    this.#remember(this.#remembered().filter((other) => other !== id));
    this.#keep(this.#things.filter((thing) => thing.id !== id));
    this.show();
  }

  /** Drawn anew only when it says something else; the focus stays where it was. */
  #draw(): void {
    const print = JSON.stringify([this.#things, this.#missed]);
    if (print === this.#drawn) return;
    this.#drawn = print;
    const focused = this.part.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.key
      : undefined;
    const { name } = this.kind;
    this.part.hidden = this.#things.length === 0 && !this.#missed;
    this.part.replaceChildren(
      element("h2", { id: `followed-${name}-title`, tabindex: -1, "data-key": name }, FOLLOWED[name]),
      this.#missed ? this.#notAsked() : "",
      element("ul", {}, ...this.#things.map((thing) => this.#line(thing))),
    );
    if (focused !== undefined) this.#refocus(focused);
    this.changed();
  }

  #refocus(key: string): void {
    const all = [...this.part.querySelectorAll<HTMLElement>("[data-key]")];
    (all.find((one) => one.dataset.key === key) ?? all[0])?.focus({ preventScroll: true });
  }

  #notAsked(): HTMLElement {
    const again = button(PRESS.retry, { class: "plain", "data-key": "again" }, () => void this.look());
    return element("p", { class: "hint" }, SAID.notAsked, " ", again);
  }

  #line(thing: T): HTMLElement {
    const { title, state, stage, said, link, mend, more } = this.kind.line(thing);
    const press = (label: string, run: () => void): HTMLElement =>
      button(
        label,
        { class: "plain", "aria-label": `${label}: ${title}`, "data-key": `${label} ${thing.id}` },
        run,
      );
    return element(
      "li",
      { "data-stage": state },
      element("h3", {}, ...prose(title)),
      element("p", { class: "stage" }, stage),
      element("p", {}, ...prose(said)),
      link === "" ? null : element("p", {}, linkAway(link, SAID.readIt)),
      more,
      element(
        "div",
        { class: "actions" },
        mend === null ? null : button(PRESS.mend, { class: "action", "data-key": `mend ${thing.id}` }, mend),
        thing.may_withdraw
          ? press(PRESS.takeBack, () => void this.takeBack(thing))
          : press(PRESS.forget, () => {
              this.#forget(thing.id);
            }),
      ),
    );
  }

  #remembered(): string[] {
    try {
      return ids(localStorage.getItem(this.#key) ?? "").slice(0, MOST);
    } catch {
      return this.#things.map(({ id }) => id); // storage may be closed to a frame: as long as the pane is open
    }
  }

  #remember(numbers: readonly string[]): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(numbers));
    } catch {
      // they are followed as long as the pane is open
    }
  }
}

function ids(kept: string): string[] {
  try {
    return [...texts(JSON.parse(kept))];
  } catch {
    return []; // nothing was kept
  }
}

const whyNot = (error: unknown): "gone" | "missed" =>
  error instanceof Stale && error.how === "gone" ? "gone" : "missed";
