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

export function appearance(tell: (theme: Theme) => void): () => Theme {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let chosen = remembered();
  const theme = (): Theme => ((chosen ?? system.matches) ? DARK : LIGHT);
  const paint = (): void => {
    const dark = theme() === DARK;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    byId("dark").setAttribute("aria-pressed", String(dark));
    tell(theme());
  };
  system.addEventListener("change", paint);
  byId("dark").addEventListener("click", () => {
    chosen = theme() !== DARK;
    remember(chosen);
    paint();
  });
  paint();
  return theme;
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
