/**
 * What stays put in the pane while what it says changes?
 *
 * Header, live region and theme switch are made once. The content is drawn anew when it differs, and
 * then open disclosures and the focus are where the person left them.
 */
import { byId, element } from "../dom/element";
import { pane } from "../words/spoken";
import type { PaneState } from "./state";
import { CHOICES, isDark, remember, rememberedChoice } from "./theme";
import type { Help } from "./view/advice-card";
import { emptyState, loadingState, footWords, noMessage, troubleState } from "./view/states";
import { ANSWER_NAME, askedOf } from "./view/one-question";
import { spokenSummary, verdictView } from "./view/verdict";

export class Surface {
  readonly #content = byId("content");
  readonly #live = byId("live");
  readonly #busy = byId("busy");
  readonly #foot = byId("foot");
  readonly #openness = new Map<string, boolean>();
  #drawn = "";
  /** The answer picked for this draft; forgotten when the draft no longer asks. */
  #answer = "";
  #choice = rememberedChoice();
  #background: string | undefined;

  constructor(
    readonly help: Help,
    readonly retry: () => void,
    readonly nothingYet: () => HTMLElement = emptyState,
  ) {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => {
      this.#paint();
    });
    byId("theme").replaceChildren(this.#themeSwitch()); // one, though Outlook was waited for before
    this.#paint();
  }

  draw(state: PaneState): void {
    const wait = state.kind === "verdict" ? state.wait : "none";
    this.#busy.textContent =
      wait === "long" ? pane.waiting.long : wait === "noticed" ? pane.waiting.again : "";
    const said = state.kind === "trouble" ? state.trouble.message : "";
    const print = JSON.stringify({ ...state, said, wait: state.kind === "loading" ? state.wait : "" });
    if (print === this.#drawn) return;
    this.#drawn = print;
    const asks = state.kind === "verdict" && askedOf(state.reply.route) !== null;
    this.#replace(this.#parts(state));
    if (!asks && (state.kind === "verdict" || state.kind === "empty")) this.#answer = "";
    this.#foot.textContent = footWords(state);
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
        return verdictView(state.reply, state.unread, this.help, state.sent);
    }
  }

  #replace(parts: readonly HTMLElement[]): void {
    const focused = keyOfFocus(this.#content);
    this.#answer = this.#answers().find((input) => input.checked)?.value ?? this.#answer;
    for (const details of this.#content.querySelectorAll<HTMLDetailsElement>("details[data-key]")) {
      this.#openness.set(details.dataset.key ?? "", details.open);
    }
    this.#content.replaceChildren(...parts);
    for (const details of this.#content.querySelectorAll<HTMLDetailsElement>("details[data-key]")) {
      details.open = this.#openness.get(details.dataset.key ?? "") ?? details.open;
    }
    this.#answerAgain();
    if (focused !== null) this.#refocus(focused);
  }

  #answers(): HTMLInputElement[] {
    return [...this.#content.querySelectorAll<HTMLInputElement>(`input[name=${ANSWER_NAME}]`)];
  }

  #answerAgain(): void {
    const input = this.#answers().find(({ value }) => value === this.#answer);
    if (input === undefined) return;
    input.checked = true;
    input.dispatchEvent(new Event("change"));
  }

  #refocus(key: string): void {
    const same = [...this.#content.querySelectorAll<HTMLElement>("[data-key]")].find(
      (e) => e.dataset.key === key,
    );
    const target =
      same?.querySelector<HTMLElement>("summary") ??
      same ??
      this.#content.querySelector<HTMLElement>("[tabindex]");
    target?.focus({ preventScroll: true });
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

function keyOfFocus(within: HTMLElement): string | null {
  const active = document.activeElement;
  if (active === null || !within.contains(active)) return null;
  const keyed =
    active.closest<HTMLElement>("[data-key]") ??
    active.closest("article")?.querySelector<HTMLElement>("[data-key]");
  return keyed?.dataset.key ?? "";
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
