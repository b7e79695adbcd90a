/**
 * Where does a form for the bulletin stand?
 *
 * In place of the verdict, until it was sent or left. One press opens it, filled; one more sends it. What was half
 * written is there again, and can be filled from the message anew. The draft is not changed.
 */
import { button, byId, element } from "../../dom/element";
import { Stale } from "../../wire/ask";
import { Trouble } from "../../wire/client";
import type { Tell } from "../notice";
import { LONG_AFTER_MS, NOTICED_AFTER_MS } from "../state";
import { loadingState } from "../view/states";
import type { Errand, Filling, Sent } from "./errand";
import type { Form } from "./form/frame";
import type { HowKept, Kept, Written } from "./kept-form";
import { bulletin } from "../../words/spoken";

const notKept = (): Readonly<Record<HowKept, string>> => ({
  whole: "",
  part: bulletin.said.partKept,
  nothing: bulletin.said.notKept,
});

export class BulletinPanel {
  readonly #content = byId("content");
  readonly #place = element("main", { id: "bulletin", "aria-labelledby": "form-title", hidden: true });
  /** Rises with each form, so that an answer for one that was left is not shown. */
  #turn = 0;

  constructor(readonly tell: Tell) {
    this.#content.after(this.#place);
  }

  async open<T extends Written>(errand: Errand<T>): Promise<void> {
    const turn = this.#show(errand);
    const waits = [
      setTimeout(() => this.#put(turn, loadingState(false)), NOTICED_AFTER_MS),
      setTimeout(() => this.#put(turn, loadingState(true)), LONG_AFTER_MS),
    ];
    try {
      const kept = (await errand.kept?.load()) ?? null;
      const filling = await errand.fill().catch((error: unknown) => {
        if (kept === null) throw error;
        return errand.around(kept.fields);
      });
      this.#fill(turn, errand, filling, kept);
    } catch (error) {
      this.#put(turn, this.#notFilled(errand, error));
    } finally {
      waits.forEach(clearTimeout);
    }
  }

  close(): void {
    this.#turn += 1;
    this.#place.hidden = true;
    this.#content.hidden = false;
    this.#place.replaceChildren();
  }

  /** An empty page under its heading, which has the focus. */
  #show({ title, words }: { title: string; words: string }): number {
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

  #put(turn: number, ...parts: readonly (HTMLElement | null)[]): void {
    if (turn !== this.#turn) return;
    this.#place.querySelector(".item-place")?.replaceChildren(...parts.filter((part) => part !== null));
  }

  #fill<T extends Written>(turn: number, errand: Errand<T>, filling: Filling<T>, kept: Kept<T> | null): void {
    const fields =
      kept === null || kept.isWhole
        ? (kept?.fields ?? filling.fields)
        : { ...kept.fields, body: filling.fields.body };
    const submit = (): void => void this.#send(turn, errand, form);
    const form = filling.draw(fields, { submit, leave: this.#leave });
    const told = element("p", { class: "hint", role: "status" });
    const save = async (): Promise<void> => {
      const how = await errand.kept?.save(form.read());
      if (how !== undefined && how !== null) told.textContent = notKept()[how];
    };
    form.part.addEventListener("input", () => void save());
    const refill = (): void => {
      this.#refill(turn, errand, filling, form.read());
    };
    const isOther = JSON.stringify(fields) !== JSON.stringify(filling.fields);
    this.#put(turn, kept !== null && isOther ? writtenBefore(kept.isWhole, refill) : null, form.part, told);
  }

  /** What stood there can be put back. */
  #refill<T extends Written>(turn: number, errand: Errand<T>, filling: Filling<T>, was: T): void {
    void errand.kept?.clear();
    this.#fill(turn, errand, filling, null);
    this.#place.querySelector<HTMLElement>("h2")?.focus();
    const run = (): void => {
      if (turn !== this.#turn) return;
      void errand.kept?.save(was);
      this.#fill(turn, errand, filling, { fields: was, isWhole: true });
    };
    this.tell(bulletin.said.refilled, { run, holds: () => Promise.resolve(turn === this.#turn) });
  }

  async #send<T extends Written>(turn: number, errand: Errand<T>, form: Form<T>): Promise<void> {
    form.wait(true);
    try {
      this.#sent(turn, await errand.send(form.read()));
    } catch (error) {
      const why = error instanceof Trouble ? error.message : bulletin.said.wrong;
      const hasChanged = error instanceof Stale && error.how === "changed";
      const more = hasChanged ? ` ${await errand.goOn().catch(() => "")}` : "";
      form.wait(false);
      form.fail(bulletin.notSent(why + more), error instanceof Trouble ? error.faults : new Map());
    }
  }

  readonly #leave = (): void => {
    this.close();
    this.#content.querySelector<HTMLElement>("h2[tabindex]")?.focus();
  };

  #sent(turn: number, { words, undo, show }: Sent): void {
    if (turn === this.#turn) {
      this.close();
      show();
    }
    this.tell(words, undo);
  }

  #notFilled<T extends Written>(errand: Errand<T>, error: unknown): HTMLElement {
    return element(
      "section",
      { class: "quiet trouble", role: "alert" },
      element("p", {}, error instanceof Trouble ? error.message : bulletin.said.notFilled),
      element("p", {}, bulletin.said.draftSafe),
      button(bulletin.press.retry, { class: "action" }, () => void this.open(errand)),
      button(bulletin.press.leave, { class: "action" }, this.#leave),
    );
  }
}

function writtenBefore(isWhole: boolean, refill: () => void): HTMLElement {
  return element(
    "div",
    { class: "item-note" },
    element(
      "p",
      {},
      isWhole ? bulletin.said.writtenBefore : `${bulletin.said.writtenBefore} ${bulletin.said.textNotKept}`,
    ),
    button(bulletin.press.refill, { class: "action" }, refill),
  );
}
