/**
 * Where is what this person has sent?
 *
 * Its numbers are remembered, nothing else of it; where each stands is asked when the pane is looked at again and
 * when one has changed. Which of them came from the open draft is left with the draft.
 */
import type { Session } from "../../../outlook/session-data";
import { Stale } from "../../../wire/ask";
import { Trouble } from "../../../wire/client";
import type { Tell } from "../../notice";
import type { Sent } from "../errand";
import { bulletin } from "../../../words/spoken";
import { FollowedList, type Line } from "./list";
import { MOST, Numbers } from "./numbers";

interface Thing {
  readonly id: string;
  readonly version: number;
  readonly may_withdraw: boolean;
}
/** What kind of things are followed, and how. */
export interface Followable<T extends Thing> {
  readonly name: keyof typeof bulletin.followed;
  readonly takenBack: string;
  follow(id: string): Promise<T>;
  withdraw(id: string, version: number): Promise<T>;
  line(thing: T): Line;
}

export class Followed<T extends Thing> {
  readonly #list: FollowedList;
  readonly #numbers: Numbers;
  #things: readonly T[] = [];
  /** Those that were sent from the open draft. */
  #here: readonly string[] = [];
  #missed = false;

  constructor(
    readonly kind: Followable<T>,
    session: Session,
    readonly tell: Tell,
    readonly changed: () => void,
  ) {
    this.#numbers = new Numbers(`sendwell-${kind.name}`, session);
    this.#list = new FollowedList(kind.name, {
      again: () => void this.look(),
      takeBack: (id) => void this.takeBack(id),
      forget: (id) => {
        this.#forget(id);
      },
    });
  }

  get part(): HTMLElement {
    return this.#list.part;
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

  /** Asks after all that are remembered; what is gone is forgotten, what cannot be asked after stays as it was. */
  async look(): Promise<void> {
    this.#here = [...new Set([...this.#here, ...(await this.#numbers.ofDraft())])];
    const known = [...new Set([...this.#numbers.all, ...this.#here])];
    const found = await Promise.all(known.map((id) => this.kind.follow(id).catch(whyNot)));
    this.#missed = found.includes("missed");
    for (const one of found) if (typeof one === "object") this.#put(one);
    this.#drop(known.filter((_, at) => found[at] === "gone"));
  }

  /** It was sent, mended or taken back just now. */
  take(thing: T): void {
    this.#put(thing);
    this.follow(thing.id);
    this.#draw();
  }

  /** From now on. */
  follow(id: string): void {
    this.#numbers.add(id);
  }

  /** It was sent from the open draft. */
  async takeFromHere(thing: T): Promise<void> {
    this.#here = [...this.#here, thing.id];
    this.take(thing);
    await this.#numbers.keepOfDraft(this.#here);
  }

  /** What is said of one that was sent just now: it can be taken back till somebody is quicker. */
  sent({ id }: T, words: string): Sent {
    return {
      words,
      undo: {
        run: () => void this.takeBack(id),
        holds: () => Promise.resolve(this.#find(id)?.may_withdraw === true),
      },
      show: () => {
        this.show();
      },
    };
  }

  async takeBack(id: string): Promise<void> {
    try {
      this.take(await this.kind.withdraw(id, this.#find(id)?.version ?? 0));
      this.tell(this.kind.takenBack);
    } catch (error) {
      this.tell(error instanceof Trouble ? error.message : bulletin.said.notBack);
      await this.look();
    }
  }

  show(): void {
    this.#list.show();
  }

  #find(id: string): T | undefined {
    return this.#things.find((thing) => thing.id === id);
  }

  /** In its place; a newer state of it is not overwritten by an older. */
  #put(thing: T): void {
    const old = this.#find(thing.id);
    if (old === undefined) this.#things = [...this.#things, thing];
    else if (old.version <= thing.version)
      this.#things = this.#things.map((other) => (other === old ? thing : other));
  }

  #forget(id: string): void {
    this.#here = this.#here.filter((other) => other !== id);
    void this.#numbers.keepOfDraft(this.#here);
    this.#drop([id]);
    this.show();
  }

  #drop(gone: readonly string[]): void {
    this.#things = this.#things.filter(({ id }) => !gone.includes(id));
    this.#numbers.drop(gone);
    this.#draw();
  }

  /** The newest first. */
  #draw(): void {
    const order = [...this.#numbers.all].reverse();
    const place = ({ id }: T): number => order.indexOf(id);
    this.#things = [...this.#things].sort((one, other) => place(other) - place(one)).slice(0, MOST);
    const lines = this.#things.map((thing) => this.kind.line(thing));
    if (this.#list.draw(lines, this.#missed)) this.changed();
  }
}

const whyNot = (error: unknown): "gone" | "missed" =>
  error instanceof Stale && error.how === "gone" ? "gone" : "missed";
