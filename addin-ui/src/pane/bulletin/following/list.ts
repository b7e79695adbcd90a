/**
 * How is it shown what became of what was sent?
 *
 * One line each, with what can be done about it. Drawn anew only when it says something else, and the focus stays
 * where it was.
 */
import { button, element, prose } from "../../../dom/element";
import { linkAway } from "../../../dom/link";
import { bulletin } from "../../../words/spoken";

/** One of them in words. */
export interface Line {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly stage: string;
  readonly said: string;
  readonly link: string;
  /** Whether it goes on: it was neither declined nor taken back. */
  readonly isAlive: boolean;
  readonly mayTakeBack: boolean;
  readonly mend: (() => void) | null;
  readonly more: HTMLElement | null;
}
interface Presses {
  readonly again: () => void;
  readonly takeBack: (id: string) => void;
  readonly forget: (id: string) => void;
}

export class FollowedList {
  readonly part: HTMLElement;
  #drawn = "";

  constructor(
    readonly name: keyof typeof bulletin.followed,
    readonly presses: Presses,
  ) {
    this.part = element("section", {
      id: `followed-${name}`,
      class: "followed",
      "aria-labelledby": `followed-${name}-title`,
      hidden: true,
    });
  }

  /** Whether it says anything else now. */
  draw(lines: readonly Line[], missed: boolean): boolean {
    const print = JSON.stringify([lines, lines.map(({ more }) => more?.textContent), missed]);
    if (print === this.#drawn) return false;
    this.#drawn = print;
    const focused = this.part.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.key
      : undefined;
    this.part.hidden = lines.length === 0 && !missed;
    this.part.replaceChildren(
      element(
        "h2",
        { id: `followed-${this.name}-title`, tabindex: -1, "data-key": this.name },
        bulletin.followed[this.name],
      ),
      missed ? this.#notAsked() : "",
      element("ul", {}, ...lines.map((line) => this.#line(line))),
    );
    if (focused !== undefined) this.#refocus(focused);
    return true;
  }

  show(): void {
    const heading = this.part.querySelector<HTMLElement>("h2");
    heading?.focus();
    heading?.scrollIntoView({ block: "start" });
  }

  #refocus(key: string): void {
    const all = [...this.part.querySelectorAll<HTMLElement>("[data-key]")];
    (all.find((one) => one.dataset.key === key) ?? all[0])?.focus({ preventScroll: true });
  }

  #notAsked(): HTMLElement {
    const again = button(bulletin.press.retry, { class: "plain", "data-key": "again" }, this.presses.again);
    return element("p", { class: "hint" }, bulletin.said.notAsked, " ", again);
  }

  #line({ id, title, state, stage, said, link, mayTakeBack, mend, more }: Line): HTMLElement {
    const press = (label: string, run: (id: string) => void): HTMLElement =>
      button(
        label,
        { class: "plain", "aria-label": bulletin.press.which(label, title), "data-key": `${label} ${id}` },
        () => {
          run(id);
        },
      );
    return element(
      "li",
      { "data-stage": state },
      element("h3", {}, ...prose(title)),
      element("p", { class: "stage" }, stage),
      element("p", {}, ...prose(said)),
      link === "" ? null : element("p", {}, linkAway(link, bulletin.said.readIt)),
      more,
      element(
        "div",
        { class: "actions" },
        mend === null
          ? null
          : button(bulletin.press.mend, { class: "action", "data-key": `mend ${id}` }, mend),
        mayTakeBack
          ? press(bulletin.press.takeBack, this.presses.takeBack)
          : press(bulletin.press.forget, this.presses.forget),
      ),
    );
  }
}
