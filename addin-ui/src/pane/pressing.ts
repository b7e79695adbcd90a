/**
 * Is somebody pressing something in here?
 *
 * A press and its release must find the same button, or the browser tells of no click: nothing should move under a
 * finger. Over once the click is told, or soon after the release where there is none.
 */
/** With touch the click comes after the release, not with it. */
const CLICK_WITHIN_MS = 50;
/** Somebody who lets go outside the pane is not seen to do so. */
const LONGEST_MS = 1000;

export class Pressing {
  isUnderWay = false;
  #ending: ReturnType<typeof setTimeout> | undefined;

  constructor(
    place: HTMLElement,
    readonly over: () => void,
  ) {
    place.addEventListener("pointerdown", () => {
      this.isUnderWay = true;
      this.#endIn(LONGEST_MS);
    });
    for (const released of ["pointerup", "pointercancel"])
      window.addEventListener(released, () => {
        if (this.isUnderWay) this.#endIn(CLICK_WITHIN_MS);
      });
    const clicked = (): void => {
      if (!this.isUnderWay) return;
      this.isUnderWay = false; // what the click leads to is shown at once
      this.#endIn(0);
    };
    window.addEventListener("click", clicked, true);
  }

  #endIn(ms: number): void {
    clearTimeout(this.#ending);
    this.#ending = setTimeout(() => {
      this.isUnderWay = false;
      this.over();
    }, ms);
  }
}
