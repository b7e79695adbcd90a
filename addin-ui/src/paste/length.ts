/**
 * How long is it, and how many text messages does it take?
 *
 * A text message holds 160 characters of the common alphabet (GSM 03.38), some of which count twice, or 70 when it
 * holds any other; a longer one goes as parts of 153 or 67. Posts have limits that each network changes as it
 * likes, so only their length is told.
 */
import type { Medium } from "../wire/contract";
import { paste } from "../words/spoken";

const COMMON = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const TWICE = new Set("\f^{}\\[~]|€");

export interface Parts {
  readonly used: number;
  readonly parts: number;
  /** Characters that one message holds. */
  readonly room: number;
  /** Characters that make it shorter, each once. */
  readonly special: readonly string[];
}

export function textMessages(words: string): Parts {
  const letters = Array.from(words); // code points: what the alphabet of text messages counts
  const special = [...new Set(letters.filter((letter) => !COMMON.has(letter) && !TWICE.has(letter)))];
  const isCommon = special.length === 0;
  const used = isCommon
    ? letters.length + letters.filter((letter) => TWICE.has(letter)).length
    : words.length;
  const [room, part] = isCommon ? [160, 153] : [70, 67];
  return { used, room, special, parts: used <= room ? Math.min(used, 1) : Math.ceil(used / part) };
}

export function lengthWords(words: string, medium: Medium): string {
  if (medium !== "text-message") return paste.characters(Array.from(words).length);
  const { used, parts, room, special } = textMessages(words);
  return paste.length(used, room, parts, special.slice(0, 3).join(" "));
}
