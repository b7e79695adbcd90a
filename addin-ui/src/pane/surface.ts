/**
 * What stays put in the pane while what it says changes?
 *
 * Header, live region and theme switch are made once. Of the content only what differs is drawn anew, and then open
 * disclosures and the focus are where the person left them; once a card has gone, the focus is on the one that came
 * into its place. Nothing moves under a finger: what comes while somebody presses is drawn once they let go.
 */
import { byId, element } from "../dom/element";
import { pane } from "../words/spoken";
import { Pressing } from "./pressing";
import type { PaneState } from "./state";
import { CHOICES, isDark, remember, rememberedChoice } from "./theme";
import type { Help } from "./view/advice-card";
import { KeptParts, settle } from "./view/kept-parts";
import { emptyState, loadingState, footWords, noMessage, troubleState } from "./view/states";
import { ANSWER_NAME, askedOf } from "./view/one-question";
import { spokenSummary, verdictView } from "./view/verdict";

interface Focused {
  readonly key: string;
  /** Which of the cards it is in; -1 outside them. */
  readonly card: number;
}

export class Surface {
  readonly #content = byId("content");
  readonly #live = byId("live");
  readonly #busy = byId("busy");
  readonly #foot = byId("foot");
  readonly #openness = new Map<string, boolean>();
  readonly #kept = new KeptParts();
  #drawn = "";
  /** The answer picked for this draft; forgotten when the draft no longer asks. */
  #answer = "";
  #choice = rememberedChoice();
  #background: string | undefined;
  readonly #pressing: Pressing;
  /** What came while somebody pressed. */
  #waiting: PaneState | null = null;

  constructor(
    readonly help: Help,
    readonly retry: () => void,
    readonly nothingYet: () => HTMLElement = emptyState,
  ) {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => {
      this.#paint();
    });
    this.#pressing = new Pressing(this.#content, () => {
      if (this.#waiting !== null) this.draw(this.#waiting);
    });
    byId("theme").replaceChildren(this.#themeSwitch()); // one, though Outlook was waited for before
    this.#paint();
  }

  draw(state: PaneState): void {
    this.#waiting = this.#pressing.isUnderWay ? state : null;
    if (this.#waiting !== null) return;
    const wait = state.kind === "verdict" || state.kind === "trouble" ? state.wait : "none";
    this.#foot.textContent = footWords(state);
    this.#busy.textContent =
      wait === "long" ? pane.waiting.long : wait === "noticed" ? pane.waiting.again : "";
    const said = state.kind === "trouble" ? state.trouble.message : "";
    const print = JSON.stringify({ ...state, said, wait: state.kind === "loading" ? state.wait : "" });
    if (print === this.#drawn) return;
    this.#drawn = print;
    const focused = this.#remember();
    if (state.kind === "verdict" || state.kind === "empty") this.#kept.begin(); // a failure between two verdicts loses nothing
    const asks = state.kind === "verdict" && askedOf(state.reply.route) !== null;
    this.#replace(this.#parts(state), focused);
    if (!asks && (state.kind === "verdict" || state.kind === "empty")) this.#answer = "";
    this.#say(spoken(state));
  }

  setBackground(background: string | undefined): void {
    this.#background = background;
    this.#paint();
  }

  /** To the card of this rule, or to the first heading: when the pane was opened to look at it. */
  focusOn(rule: string | null): void {
    const card = [...this.#content.querySelectorAll<HTMLElement>("[data-rule]")].find(
      (c) => c.dataset.rule === rule,
    );
    const heading = (card ?? this.#content).querySelector<HTMLElement>("h2[tabindex], h3[tabindex]");
    window.focus();
    heading?.focus();
    heading?.scrollIntoView({ block: "start" });
  }

  #parts(state: PaneState): HTMLElement[] {
    switch (state.kind) {
      case "starting":
        return [];
      case "no-message":
        return [noMessage(state.why)];
      case "empty":
        return [this.nothingYet()];
      case "loading":
        return state.wait === "short" ? [] : [loadingState(state.wait === "long")];
      case "trouble":
        return [troubleState(state.trouble, this.retry)];
      case "verdict":
        return verdictView(state.reply, state.unread, this.help, state.sent, this.#kept);
    }
  }

  /** How the person left it, before anything is changed. */
  #remember(): Focused | null {
    this.#answer = this.#answers().find((input) => input.checked)?.value ?? this.#answer;
    for (const details of this.#content.querySelectorAll<HTMLDetailsElement>("details[data-key]")) {
      this.#openness.set(details.dataset.key ?? "", details.open);
    }
    return this.#focused();
  }

  #replace(parts: readonly HTMLElement[], focused: Focused | null): void {
    settle(this.#content, parts);
    for (const details of this.#content.querySelectorAll<HTMLDetailsElement>("details[data-key]")) {
      details.open = this.#openness.get(details.dataset.key ?? "") ?? details.open;
    }
    this.#answerAgain();
    if (focused !== null && !this.#content.contains(document.activeElement)) this.#refocus(focused);
  }

  #answers(): HTMLInputElement[] {
    return [...this.#content.querySelectorAll<HTMLInputElement>(`input[name=${ANSWER_NAME}]`)];
  }

  #answerAgain(): void {
    const input = this.#answers().find(({ value }) => value === this.#answer);
    if (input === undefined || input.checked) return;
    input.checked = true;
    input.dispatchEvent(new Event("change"));
  }

  #cards(): HTMLElement[] {
    const all = [...this.#content.querySelectorAll<HTMLElement>("article")];
    return all.filter((card) => card.closest("details:not([open])") === null);
  }

  /** Null where the focus is elsewhere. */
  #focused(): Focused | null {
    const active = document.activeElement;
    if (active === null || !this.#content.contains(active)) return null;
    const card = active.closest<HTMLElement>("article");
    const keyed = active.closest<HTMLElement>("[data-key]") ?? card?.querySelector<HTMLElement>("[data-key]");
    return { key: keyed?.dataset.key ?? "", card: card === null ? -1 : this.#cards().indexOf(card) };
  }

  /** On the same; else on the card that is in the place of the one that is gone; else at the top. */
  #refocus({ key, card }: Focused): void {
    const same = [...this.#content.querySelectorAll<HTMLElement>("[data-key]")].find(
      (e) => e.dataset.key === key,
    );
    if (same !== undefined) {
      (same.querySelector<HTMLElement>("summary") ?? same).focus({ preventScroll: true });
      return;
    }
    const cards = card < 0 ? [] : this.#cards();
    const place = cards[Math.min(card, cards.length - 1)] ?? this.#content;
    place.querySelector<HTMLElement>("[tabindex]")?.focus();
  }

  #say(words: string): void {
    if (words !== "" && this.#live.textContent !== words) this.#live.textContent = words;
  }

  #paint(): void {
    const system = window.matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = isDark(this.#choice, this.#background, system)
      ? "dark"
      : "light";
  }

  #themeSwitch(): HTMLElement {
    const select = element(
      "select",
      { "aria-label": pane.colours.label, title: pane.colours.label },
      ...CHOICES.map((c) => element("option", { value: c, selected: c === this.#choice }, pane.colours[c])),
    );
    select.addEventListener("change", () => {
      this.#choice = CHOICES.find((c) => c === select.value) ?? "auto";
      remember(this.#choice);
      this.#paint();
    });
    return select;
  }
}

function spoken(state: PaneState): string {
  switch (state.kind) {
    case "verdict":
      return spokenSummary(state.reply, state.unread);
    case "empty":
      return pane.empty.title;
    case "trouble":
      return pane.trouble.spoken;
    case "loading":
      return state.wait === "long" ? pane.waiting.long : "";
    case "no-message":
      return noMessage(state.why).querySelector("h2")?.textContent ?? "";
    default:
      return "";
  }
}
