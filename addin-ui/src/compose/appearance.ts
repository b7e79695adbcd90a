/** Is this Outlook light or dark? As the person's system is, or as chosen in the window; the pane is told. */
import { byId } from "../dom/element";
import type { Theme } from "../host/messages";

const LIGHT: Theme = {
  bodyBackgroundColor: "#ffffff",
  bodyForegroundColor: "#242424",
  controlBackgroundColor: "#f5f5f5",
  controlForegroundColor: "#242424",
};
const DARK: Theme = {
  bodyBackgroundColor: "#1f1f1f",
  bodyForegroundColor: "#f0f0f0",
  controlBackgroundColor: "#292929",
  controlForegroundColor: "#f0f0f0",
};
const KEY = "sendwell-window-theme";

export class Appearance {
  #chosen = remembered();
  #listener: (theme: Theme) => void = () => undefined;
  readonly #system = window.matchMedia("(prefers-color-scheme: dark)");

  constructor() {
    this.#system.addEventListener("change", () => {
      this.#paint();
    });
    byId("dark").addEventListener("click", () => {
      this.#chosen = this.theme !== DARK;
      remember(this.#chosen);
      this.#paint();
    });
    this.#paint();
  }

  get theme(): Theme {
    return (this.#chosen ?? this.#system.matches) ? DARK : LIGHT;
  }

  onChange(listener: (theme: Theme) => void): void {
    this.#listener = listener;
  }

  #paint(): void {
    const dark = this.theme === DARK;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    byId("dark").setAttribute("aria-pressed", String(dark));
    this.#listener(this.theme);
  }
}

function remembered(): boolean | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === null ? null : kept === "dark";
  } catch {
    return null;
  }
}

function remember(dark: boolean): void {
  try {
    localStorage.setItem(KEY, dark ? "dark" : "light");
  } catch {
    // it is only not remembered
  }
}
