/**
 * Where does a form for the bulletin stand?
 *
 * In place of the verdict, until it was sent or left. One press opens it, filled; one more sends it. What was half
 * written is there again, and can be filled from the message anew. The draft is not changed.
 */
import { button, byId, element } from "../../dom/element";
import { Stale } from "../../wire/ask";
import { Trouble, type TroubleKind } from "../../wire/client";
import type { Tell } from "../notice";
import { LONG_AFTER_MS, NOTICED_AFTER_MS } from "../state";
import { loadingState } from "../view/states";
import { SignedOut } from "../../sign-in/grant";
import { bulletin, pane } from "../../words/spoken";
import type { Errand, Filling, Sent } from "./errand";
import type { Form, WayOn } from "./form/frame";
import type { HowKept, Kept, Written } from "./kept-form";

const notKept = (): Readonly<Record<HowKept, string>> => ({
  whole: "",
  part: bulletin.said.partKept,
  nothing: bulletin.said.notKept,
});

/** Nobody said no: it may have arrived before the service went away. */
const NO_ANSWER: ReadonlySet<TroubleKind> = new Set(["unreachable", "slow", "broken"]);

export class BulletinPanel {
  readonly #content = byId("content");
  readonly #place = element("main", { id: "bulletin", "aria-labelledby": "form-title", hidden: true });
  /** Rises with each form, so that an answer for one that was left is not shown. */
  #turn = 0;
  /** What was pressed to come here: whoever leaves is back on it. */
  #opener: HTMLElement | null = null;

  constructor(
    readonly tell: Tell,
    readonly signIn: () => Promise<void>,
  ) {
    this.#content.after(this.#place);
  }

  async open<T extends Written>(errand: Errand<T>): Promise<void> {
    const turn = this.#show(errand);
    const waits = [
      setTimeout(() => this.#put(turn, loadingState(false)), NOTICED_AFTER_MS),
      setTimeout(() => this.#put(turn, loadingState(true), this.#leaving()), LONG_AFTER_MS),
    ];
    try {
      const { filling, kept } = await filled(errand);
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
    const pressed = document.activeElement as HTMLElement | null;
    if (!this.#place.contains(pressed)) this.#opener = pressed;
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
    const place = this.#place.querySelector(".item-place");
    const hadFocus = place?.contains(document.activeElement) === true;
    place?.replaceChildren(...parts.filter((part) => part !== null));
    if (hadFocus) this.#place.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
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
      const how = await errand.kept.save(form.read());
      if (how !== null) told.textContent = notKept()[how];
    };
    form.part.addEventListener("input", () => void save());
    const refill = (): void => {
      this.#refill(turn, errand, filling, form.read());
    };
    const isOther = JSON.stringify(fields) !== JSON.stringify(filling.fields);
    const before = kept !== null && isOther ? writtenBefore(kept.isWhole, errand.refill.press, refill) : null;
    this.#put(turn, before, form.part, told);
  }

  /** What stood there can be put back. */
  #refill<T extends Written>(turn: number, errand: Errand<T>, filling: Filling<T>, was: T): void {
    void errand.kept.clear();
    this.#fill(turn, errand, filling, null);
    this.#place.querySelector<HTMLElement>("h2")?.focus();
    const run = (): void => {
      if (turn !== this.#turn) return;
      void errand.kept.save(was);
      this.#fill(turn, errand, filling, { fields: was, isWhole: true });
    };
    this.tell(errand.refill.said, { run, holds: () => Promise.resolve(turn === this.#turn) });
  }

  async #send<T extends Written>(turn: number, errand: Errand<T>, form: Form<T>): Promise<void> {
    const fields = form.read();
    form.wait(true);
    void errand.kept.save(fields); // with its key, so that it is the same when it is sent again
    try {
      this.#sent(turn, await errand.send(fields));
    } catch (error) {
      const hasChanged = error instanceof Stale && error.how === "changed";
      const words = whyNotSent(error, hasChanged ? ` ${await errand.goOn().catch(() => "")}` : "");
      form.wait(false);
      if (turn !== this.#turn)
        this.tell(words); // it was left meanwhile
      else form.fail(words, faultsOf(error), this.#wayOn(error, turn, errand, form));
    }
  }

  /** Who is signed out need not leave what they wrote to sign in. */
  #wayOn<T extends Written>(
    error: unknown,
    turn: number,
    errand: Errand<T>,
    form: Form<T>,
  ): WayOn | undefined {
    if (!(error instanceof SignedOut)) return undefined;
    const run = (): void => {
      form.wait(true);
      void this.signIn().then(
        () => this.#send(turn, errand, form),
        (why: unknown) => {
          form.wait(false);
          form.fail(whyNotSent(why, ""), new Map(), { label: pane.trouble.signIn, run });
        },
      );
    };
    return { label: pane.trouble.signIn, run };
  }

  #leaving(): HTMLElement {
    return button(bulletin.press.leave, { class: "action" }, this.#leave);
  }

  readonly #leave = (): void => {
    this.close();
    const key = this.#opener?.dataset.key;
    const again = [...this.#content.querySelectorAll<HTMLElement>("[data-key]")];
    const opener = this.#opener?.isConnected === true ? this.#opener : null;
    const back = opener ?? again.find((one) => key !== undefined && one.dataset.key === key);
    back?.focus(); // the page itself takes none
    if (back === undefined || document.activeElement !== back)
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
    const again = (): void => void this.open(errand);
    const isOut = error instanceof SignedOut;
    const enter = (): void => void this.signIn().then(again, again); // what went wrong is told when it is tried
    return element(
      "section",
      { class: "quiet trouble", role: "alert" },
      element("p", {}, error instanceof Trouble ? error.message : bulletin.said.notFilled),
      element("p", {}, bulletin.said.draftSafe),
      isOut
        ? button(pane.trouble.signIn, { class: "action" }, enter)
        : button(bulletin.press.retry, { class: "action" }, again),
      this.#leaving(),
    );
  }
}

async function filled<T extends Written>(
  errand: Errand<T>,
): Promise<{ filling: Filling<T>; kept: Kept<T> | null }> {
  const kept = await errand.kept.load();
  try {
    return { filling: await errand.fill(), kept };
  } catch (error) {
    if (kept === null) throw error;
    return { filling: errand.around(kept.fields), kept };
  }
}

function whyNotSent(error: unknown, more: string): string {
  const why = error instanceof Trouble ? error.message : bulletin.said.wrong;
  const isOpen = !(error instanceof Stale) && (!(error instanceof Trouble) || NO_ANSWER.has(error.kind));
  return isOpen ? bulletin.noAnswer(why) : bulletin.notSent(why + more);
}

const faultsOf = (error: unknown): ReadonlyMap<string, string> =>
  error instanceof Trouble ? error.faults : new Map();

function writtenBefore(isWhole: boolean, again: string, refill: () => void): HTMLElement {
  return element(
    "div",
    { class: "item-note" },
    element(
      "p",
      {},
      isWhole ? bulletin.said.writtenBefore : `${bulletin.said.writtenBefore} ${bulletin.said.textNotKept}`,
    ),
    button(again, { class: "action" }, refill),
  );
}
