/**
 * Light or dark?
 *
 * As Outlook's own background is (its theme may say nothing), else as the system prefers; and as the person
 * chose with the switch, which is remembered.
 */
export type Choice = "auto" | "light" | "dark";
export const CHOICES: readonly Choice[] = ["auto", "light", "dark"];
const KEY = "sendwell-theme";

export function rememberedChoice(): Choice {
  try {
    return CHOICES.find((c) => c === localStorage.getItem(KEY)) ?? "auto";
  } catch {
    return "auto"; // storage may be closed to a frame
  }
}

export function remember(choice: Choice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // nothing is lost but the memory of it
  }
}

export function isDark(choice: Choice, background: string | undefined, systemPrefersDark: boolean): boolean {
  if (choice !== "auto") return choice === "dark";
  const luminance = luminanceOf(background ?? "");
  return luminance === null ? systemPrefersDark : luminance < 0.4;
}

/** Relative luminance (0 to 1) of `#rrggbb` or `#rgb`; null for anything else. */
export function luminanceOf(colour: string): number | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  const parts = short?.slice(1).map((p) => p + p) ?? long?.slice(1);
  if (parts === undefined) return null;
  const [red = 0, green = 0, blue = 0] = parts.map((p) => linear(parseInt(p, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
