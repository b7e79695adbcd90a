/**
 * What does somebody need to know who opens Sendwell for the first time, or whose policy has changed?
 *
 * Three short cards, once, and a way to the policy to sign; all of it can wait and nothing is held up by it. Later on
 * only what is new: cards that changed since they were signed, a policy that is past its review.
 */
import { button, byId, element, prose } from "../dom/element";
import { linkAway } from "../dom/link";
import type { Me } from "../wire/me";
import { pane } from "../words/spoken";
import { dateWords } from "./view/words";

const SEEN = "sendwell-welcome";
const EDITION = "1";

/** Where nothing can be remembered nobody is welcomed again and again. */
function hasSeen(): boolean {
  try {
    return window.localStorage.getItem(SEEN) === EDITION;
  } catch {
    return true;
  }
}

function rememberSeen(): void {
  try {
    window.localStorage.setItem(SEEN, EDITION);
  } catch {
    // it is only for this time then
  }
}

export class Welcome {
  readonly #part = element("aside", { class: "welcome-place", "aria-label": pane.welcome.aside });
  #me: Me | null = null;
  #isFirst = !hasSeen();
  #isLeft = false;

  constructor() {
    byId("content").before(this.#part);
    this.#draw();
  }

  /** Who it is, once the service has told. */
  readonly know = (me: Me): void => {
    this.#me = me;
    this.#draw();
  };

  /** Somebody came to look at a card: that comes first. */
  giveWay(): void {
    this.#isFirst = false;
    this.#draw();
  }

  #draw(): void {
    const parts = [
      this.#isFirst ? this.#cards() : this.#isLeft ? null : this.#changed(),
      ...(this.#me?.outOfDate ?? []).map(({ title, reviewBy }) =>
        element("p", { class: "old-policy" }, ...prose(pane.welcome.old(title, dateWords(reviewBy)))),
      ),
    ];
    this.#part.replaceChildren(...parts.filter((part) => part !== null));
    this.#part.hidden = this.#part.childElementCount === 0;
  }

  #cards(): HTMLElement {
    const isToSign = this.#me !== null && this.#me.standing !== "" && this.#me.standing !== "signed";
    return element(
      "section",
      { class: "welcome", "aria-labelledby": "welcome-title" },
      element("h2", { id: "welcome-title", tabindex: -1 }, pane.welcome.title),
      element(
        "ol",
        {},
        ...pane.welcome.cards.map(([title, words]) =>
          element("li", {}, element("h3", {}, title), element("p", {}, ...prose(words))),
        ),
      ),
      element(
        "div",
        { class: "actions" },
        isToSign ? this.#signing(pane.welcome.sign) : null,
        button(
          isToSign ? pane.welcome.later : pane.welcome.gotIt,
          { class: isToSign ? "action" : "action primary" },
          () => {
            this.#leave();
          },
        ),
      ),
    );
  }

  #changed(): HTMLElement | null {
    if (this.#me?.standing !== "signed-older") return null;
    const { signedOn } = this.#me;
    return element(
      "section",
      { class: "welcome" },
      element(
        "p",
        {},
        signedOn === "" ? pane.welcome.changedOnce : pane.welcome.changed(dateWords(signedOn)),
      ),
      element(
        "div",
        { class: "actions" },
        this.#signing(pane.welcome.readNew),
        button(pane.welcome.later, { class: "action" }, () => {
          this.#leave();
        }),
      ),
    );
  }

  #signing(label: string): HTMLElement {
    const link = linkAway(`${window.location.origin}${this.#me?.signAt ?? ""}`, label);
    link.className = "action primary";
    link.addEventListener("click", () => {
      this.#leave();
    });
    return link;
  }

  #leave(): void {
    rememberSeen();
    const hadFocus = this.#part.contains(document.activeElement);
    this.#isFirst = false;
    this.#isLeft = true;
    this.#draw();
    if (hadFocus) byId("content").querySelector<HTMLElement>("[tabindex]")?.focus();
  }
}
