/**
 * What is seen of many recipients?
 *
 * A few whole rows and a count of the others while the field is left alone, all of them while somebody is in
 * it. Which chips fit is asked of the page, so a wider window or larger text shows more or fewer.
 */
import { button } from "../dom/element";
import { tryOut } from "../words/spoken";

/** Long enough for a press below the field to land before what it presses moves. */
const FOLDS_AFTER_MS = 250;

export class FoldedRows {
  readonly more: HTMLButtonElement;
  readonly #label = document.createTextNode("");

  constructor(
    readonly box: HTMLElement,
    readonly chips: () => readonly HTMLElement[],
    enter: () => void,
  ) {
    this.more = button("", { class: "more-people", hidden: true }, enter, this.#label);
    this.more.removeAttribute("aria-label");
    box.addEventListener("focusin", () => {
      box.classList.add("unfolded");
      this.update();
    });
    box.addEventListener("focusout", () => {
      setTimeout(() => {
        this.#fold();
      }, FOLDS_AFTER_MS);
    });
    if ("ResizeObserver" in window) {
      new ResizeObserver(() => {
        this.update();
      }).observe(box);
    }
  }

  update(): void {
    const { box, more } = this;
    const end = box.clientHeight;
    const hidden = box.classList.contains("unfolded")
      ? 0
      : this.chips().filter((c) => c.offsetTop - box.offsetTop >= end).length;
    this.#label.data = tryOut.andMore(hidden);
    more.hidden = hidden === 0;
  }

  #fold(): void {
    if (this.box.contains(document.activeElement)) return;
    this.box.classList.remove("unfolded");
    this.box.scrollTop = 0;
    this.update();
  }
}
