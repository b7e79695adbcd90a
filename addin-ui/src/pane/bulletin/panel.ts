/**
 * How does a draft become an item for the bulletin?
 *
 * One press opens the form, filled by the service out of the draft; one more sends it. The form stands in place of
 * the verdict meanwhile, and stays as it is until it was sent or left. The draft is not changed.
 */
import { button, byId, element } from "../../dom/element";
import type { DraftRead } from "../../outlook/read-draft";
import type { Draft } from "../../wire/contract";
import { Trouble } from "../../wire/client";
import type { BulletinClient, FollowedItem, ItemFields } from "../../wire/item";
import type { Tell } from "../notice";
import { LONG_AFTER_MS, NOTICED_AFTER_MS } from "../state";
import { loadingState } from "../view/states";
import { Followed } from "./followed";
import { type Filled, itemForm, type ItemForm } from "./form";
import type { KeptForm } from "./kept-form";

export class BulletinPanel {
  readonly #content = byId("content");
  readonly #place = element("main", { id: "bulletin", "aria-labelledby": "form-title", hidden: true });
  readonly #followed: Followed;
  /** Rises with each form, so that an answer for one that was left is not shown. */
  #turn = 0;

  constructor(
    readonly client: BulletinClient,
    readonly read: () => Promise<DraftRead>,
    readonly tell: Tell,
    readonly kept: KeptForm,
  ) {
    this.#followed = new Followed(client, tell, (item) => {
      this.#mend(item);
    });
    this.#content.after(this.#place, this.#followed.part);
    void this.#followed.look();
  }

  /** From the route card. */
  readonly open = (): void => {
    void this.#fill(this.#show("Put it in the e-bulletin"));
  };

  close(): void {
    this.#turn += 1;
    this.#place.hidden = true;
    this.#content.hidden = false;
    this.#place.replaceChildren();
  }

  async #fill(turn: number): Promise<void> {
    const waits = [
      setTimeout(() => this.#put(turn, loadingState(false)), NOTICED_AFTER_MS),
      setTimeout(() => this.#put(turn, loadingState(true)), LONG_AFTER_MS),
    ];
    try {
      const { draft } = await this.read();
      const kept = await this.kept.load();
      const found = await this.client.suggest(draft).catch((error: unknown) => {
        if (kept === null) throw error;
        return { item: kept.item, marks: [], gates: [], alike: [] };
      });
      const asksConsent = found.marks.length > 0 || hasPictures(draft);
      const key = kept?.key ?? crypto.randomUUID();
      const filled = { ...found, item: kept?.item ?? found.item, asksConsent };
      const form = this.#form(turn, filled, async (item) => {
        const made = await this.client.submit(key, item, draft.from ?? null);
        void this.kept.save(null);
        return made;
      });
      form.part.addEventListener("input", () => void this.kept.save({ key, item: form.read() }));
    } catch (error) {
      this.#put(turn, this.#notFilled(error));
    } finally {
      waits.forEach(clearTimeout);
    }
  }

  #mend(item: FollowedItem): void {
    const turn = this.#show("Mend it and send it again", item.said);
    const filled = { item: item.item, marks: [], gates: [], alike: [], asksConsent: true };
    this.#form(turn, filled, (mended) => this.client.mend(item.id, item.version, mended));
  }

  /** An empty page under this heading, which has the focus. */
  #show(title: string, words = ""): number {
    const heading = element("h2", { id: "form-title", tabindex: -1 }, title);
    this.#place.replaceChildren(heading, ...(words === "" ? [] : [element("p", {}, words)]));
    this.#place.append(element("div", { class: "item-place" }));
    this.#content.hidden = true;
    this.#place.hidden = false;
    heading.focus();
    window.scrollTo(0, 0);
    this.#turn += 1;
    return this.#turn;
  }

  #put(turn: number, part: HTMLElement): void {
    if (turn === this.#turn) this.#place.querySelector(".item-place")?.replaceChildren(part);
  }

  #form(turn: number, filled: Filled, send: (item: ItemFields) => Promise<FollowedItem>): ItemForm {
    const submit = async (): Promise<void> => {
      form.wait(true);
      try {
        this.#sent(turn, await send(form.read()));
      } catch (error) {
        form.wait(false);
        form.fail(notSent(error), error instanceof Trouble ? error.faults : new Map());
      }
    };
    const form = itemForm(filled, () => void submit(), this.#leave);
    this.#put(turn, form.part);
    return form;
  }

  readonly #leave = (): void => {
    this.close();
    this.#content.querySelector<HTMLElement>("h2[tabindex]")?.focus();
  };

  #sent(turn: number, item: FollowedItem): void {
    this.#followed.take(item);
    if (turn === this.#turn) {
      this.close();
      this.#followed.part.querySelector<HTMLElement>("h2")?.focus();
    }
    const run = (): void => void this.#followed.takeBack(item);
    this.tell("Item sent to the editor. Track it here. Your draft stays as it is.", {
      run,
      holds: () => Promise.resolve(true),
    });
  }

  #notFilled(error: unknown): HTMLElement {
    return element(
      "section",
      { class: "quiet trouble", role: "alert" },
      element("p", {}, error instanceof Trouble ? error.message : "The form could not be filled."),
      element("p", {}, "Your draft is safe."),
      button("Try again", { class: "action" }, this.open),
      button("Back to the message", { class: "action" }, this.#leave),
    );
  }
}

function hasPictures({ body, attachments }: Draft): boolean {
  return /<img\b/i.test(body.content) || attachments.some(({ name }) => PICTURE.test(name));
}
const PICTURE = /\.(jpe?g|png|gif|heic|webp|bmp|tiff?)$/i;

function notSent(error: unknown): string {
  const why = error instanceof Trouble ? error.message : "Something went wrong.";
  return `Not sent. ${why} Your words are kept here.`;
}
