/**
 * What does the pane have for the bulletin?
 *
 * The forms, and the two lists of what was sent: items, and requests for mail. They are asked after when the pane
 * opens and when somebody looks at it again.
 */
import { byId } from "../../dom/element";
import type { DraftRead } from "../../outlook/read-draft";
import type { Session } from "../../outlook/session-data";
import type { AskedFields, FollowedRequest, RequestClient, RequestKind } from "../../wire/bulk-request";
import type { Action, CheckReply } from "../../wire/contract";
import type { BulletinClient, FollowedItem, ItemFields } from "../../wire/item";
import { readFields } from "../../wire/read-item";
import { readAsked } from "../../wire/read-request";
import type { Tell } from "../notice";
import type { PaneState } from "../state";
import { Followed } from "./following/followed";
import { followableItems, itemErrand, mendErrand } from "./item-errand";
import { KeptForm } from "./kept-form";
import { BulletinPanel } from "./panel";
import { followableRequests, requestErrand } from "./request-errand";
import type { Way, Ways } from "./ways";
import { bulletin } from "../../words/spoken";

export interface RoomTools {
  readonly items: BulletinClient;
  readonly requests: RequestClient;
  readonly session: Session;
  readonly read: () => Promise<DraftRead>;
  readonly verdict: () => CheckReply | null;
  readonly tell: Tell;
  readonly redraw: () => void;
  /** Asks the person, where that is what is missing. */
  readonly signIn: () => Promise<void>;
}

/** Nobody who goes to and fro between windows asks each time. */
const NOT_AGAIN_MS = 10_000;

export class BulletinRoom implements Ways {
  readonly #panel: BulletinPanel;
  readonly #items: Followed<FollowedItem>;
  readonly #requests: Followed<FollowedRequest>;
  readonly #form: KeptForm<ItemFields>;
  readonly #forms: Readonly<Record<RequestKind, KeptForm<AskedFields>>>;
  /** Of items that were sent back, by their number. */
  readonly #mends = new Map<string, KeptForm<ItemFields>>();
  #looked = -NOT_AGAIN_MS;

  constructor(readonly tools: RoomTools) {
    const { items, requests, session, tell, redraw, signIn } = tools;
    this.#panel = new BulletinPanel(tell, signIn);
    const asked = (kind: RequestKind): KeptForm<AskedFields> =>
      new KeptForm(session, `sendwell-form-${kind}`, readAsked);
    this.#form = new KeptForm(session, "sendwell-form-item", readFields);
    this.#forms = {
      urgent: asked("urgent"),
      chosen: asked("chosen"),
      "cluster-note": asked("cluster-note"),
    };
    const mend = (item: FollowedItem): void =>
      void this.#panel.open(mendErrand(items, this.#items, item, this.#mended(item.id)));
    this.#items = new Followed(followableItems(items, mend), session, tell, redraw);
    this.#requests = new Followed(followableRequests(requests), session, tell, redraw);
    byId("bulletin").after(this.#items.part, this.#requests.part);
    const again = (): void => void this.#look();
    document.addEventListener("visibilitychange", again);
    window.addEventListener("focus", again);
    again();
  }

  readonly open = (way: Way): void => {
    const { items, read } = this.tools;
    if (way === "item") void this.#panel.open(itemErrand(items, this.#items, read, this.#form));
    else {
      const tools = { ...this.tools, followed: this.#requests };
      void this.#panel.open(requestErrand(way, tools, this.#forms[way]));
    }
  };

  readonly show = (): void => {
    if (this.#items.fromHere().length > 0) this.#items.show();
    else this.#requests.show();
  };

  /** A step of a card that leads to the form; or to what became of it. */
  offer({ kind, label }: Action): { label: string; run: () => void } | null {
    if (kind !== "route-to-bulletin") return null;
    if (this.#items.fromHere().length > 0) return { label: bulletin.press.see, run: this.show };
    const run = (): void => {
      this.open("item");
    };
    return { label: label || bulletin.ways.item, run };
  }

  close(): void {
    this.#panel.close();
  }

  /** The state with what was sent from this draft. */
  with(state: PaneState): PaneState {
    if (state.kind !== "verdict") return state;
    const lines = [...this.#items.fromHere(), ...this.#requests.fromHere()];
    return { ...state, sent: lines.map(({ title, stage, said }) => ({ title, stage, said })) };
  }

  #mended(id: string): KeptForm<ItemFields> {
    const form =
      this.#mends.get(id) ?? new KeptForm(this.tools.session, `sendwell-form-mend-${id}`, readFields);
    this.#mends.set(id, form);
    return form;
  }

  async #look(): Promise<void> {
    const now = performance.now();
    if (document.visibilityState === "hidden" || now - this.#looked < NOT_AGAIN_MS) return;
    this.#looked = now;
    await this.#requests.look();
    for (const { item } of this.#requests.things) if (item !== "") this.#items.follow(item);
    await this.#items.look();
  }
}
