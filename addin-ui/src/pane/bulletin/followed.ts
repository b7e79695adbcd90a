/**
 * Where are the items that this person has sent?
 *
 * Their numbers are remembered in this browser, nothing else of them; where each stands is asked when the pane
 * opens and when one has changed. One sent back can be mended, one not yet gone out taken back.
 */
import { button, element, prose } from "../../dom/element";
import { linkAway } from "../../dom/link";
import type { BulletinClient, FollowedItem } from "../../wire/item";
import { Trouble } from "../../wire/client";
import type { Tell } from "../notice";
import { STAGES } from "./words";

const KEY = "sendwell-items";
const MOST = 10;

export class Followed {
  readonly part = element("section", {
    id: "followed",
    class: "followed",
    "aria-labelledby": "followed-title",
    hidden: true,
  });
  #items: FollowedItem[] = [];

  constructor(
    readonly client: BulletinClient,
    readonly tell: Tell,
    readonly mend: (item: FollowedItem) => void,
  ) {}

  /** Asks after all that are remembered; one that is gone is forgotten, one that cannot be asked after stays. */
  async look(): Promise<void> {
    const all = await Promise.all(remembered().map((id) => this.client.follow(id).catch(() => null)));
    this.#items = [
      ...this.#items.filter(({ id }) => !all.some((item) => item?.id === id)),
      ...all.filter((item) => item !== null),
    ];
    this.#draw();
  }

  /** It was sent, mended or taken back just now. */
  take(item: FollowedItem): void {
    this.#items = [item, ...this.#items.filter(({ id }) => id !== item.id)].slice(0, MOST);
    remember(this.#items.map(({ id }) => id));
    this.#draw();
  }

  async takeBack({ id, version }: FollowedItem): Promise<void> {
    try {
      this.take(await this.client.withdraw(id, version));
      this.tell("You took the item back. The editors will not put it in.");
    } catch (error) {
      this.tell(error instanceof Trouble ? error.message : "It could not be taken back. Please try again.");
      await this.look();
    }
  }

  #forget(id: string): void {
    this.#items = this.#items.filter((item) => item.id !== id);
    remember(this.#items.map((item) => item.id));
    this.#draw();
    this.part.querySelector<HTMLElement>("h2")?.focus();
  }

  #draw(): void {
    this.part.hidden = this.#items.length === 0;
    this.part.replaceChildren(
      element("h2", { id: "followed-title", tabindex: -1 }, "Your items for the e-bulletin"),
      element("ul", {}, ...this.#items.map((item) => this.#line(item))),
    );
  }

  #line(item: FollowedItem): HTMLElement {
    const { headline } = item.item;
    const mend = button("Mend and send again", { class: "action" }, () => {
      this.mend(item);
    });
    const back = button("Take it back", { class: "plain", "aria-label": `Take it back: ${headline}` }, () => {
      void this.takeBack(item);
    });
    const forget = button(
      "Take off this list",
      { class: "plain", "aria-label": `Take off this list: ${headline}` },
      () => {
        this.#forget(item.id);
      },
    );
    return element(
      "li",
      { "data-stage": item.stage },
      element("h3", {}, ...prose(headline)),
      element("p", { class: "stage" }, STAGES[item.stage]),
      element("p", {}, ...prose(item.said)),
      item.link === "" ? null : element("p", {}, linkAway(item.link, "Read it as it went out")),
      element(
        "div",
        { class: "actions" },
        item.stage === "sent-back" && mend,
        item.may_withdraw ? back : forget,
      ),
    );
  }
}

function remembered(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept)
      ? kept.filter((id): id is string => typeof id === "string").slice(0, MOST)
      : [];
  } catch {
    return []; // storage may be closed to a frame
  }
}

function remember(ids: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // they are followed as long as the pane is open
  }
}
