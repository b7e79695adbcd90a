/**
 * How does a test see a word that comes from no catalogue? In a made-up language each of ours stands in brackets, and what
 * the service or a person says is a number: whatever letters are left were written where they should not be.
 */
import { expect } from "vitest";
import type { Language } from "../src/words/spoken";

export const MADE_UP = "en-XA";

/** A catalogue in which all that is said stands in brackets, whatever is put into it. */
export function bracketed(catalogue: object): Language {
  return { ...(inBrackets(catalogue) as Language), locale: MADE_UP };
}

function inBrackets(said: unknown): unknown {
  if (typeof said === "string") return said === "" ? "" : `⟦${said}⟧`;
  if (typeof said === "function")
    return (...given: unknown[]) => inBrackets((said as (...given: unknown[]) => unknown)(...given));
  if (Array.isArray(said)) return said.map(inBrackets);
  return Object.fromEntries(Object.entries(said as object).map(([name, one]) => [name, inBrackets(one)]));
}

/** Fields of replies, of drafts and of items that hold words of others. */
const OF_OTHERS =
  /^(title|message|quote|section|label|summary|reason|reasons_text|excerpt|words|text|misses|stepped_down|asks|said|headline|body|contact|subject|duty|officer|source|name|phases|officers|clusters|types|lists|trusts)$/;

/** The same with a number in place of each word that the service, or a person, chose. */
export function muted<T>(given: T): T {
  let count = 0;
  const mute = (value: unknown, isOfOthers: boolean): unknown => {
    if (typeof value === "string") return isOfOthers && value !== "" ? `§${String((count += 1))}§` : value;
    if (Array.isArray(value)) return value.map((one) => mute(one, isOfOthers));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, mute(one, OF_OTHERS.test(key))]),
    );
  };
  return mute(given, false) as T;
}

const READ = ["aria-label", "title", "placeholder", "alt", "data-hint"];

/** The words on this part of a page, seen or heard, that stand in no brackets. */
export function unbracketed(part: ParentNode & { readonly textContent: string | null }): string[] {
  const heard = [...part.querySelectorAll("*")].flatMap((made) =>
    READ.map((name) => made.getAttribute(name) ?? ""),
  );
  return [part.textContent ?? "", ...heard].flatMap(outsideBrackets);
}

export function outsideBrackets(text: string): string[] {
  let left = text;
  for (let before = ""; before !== left;) {
    before = left;
    left = left.replace(/⟦[^⟦⟧]*⟧/g, " ");
  }
  return (left.match(/\p{L}{2,}|[⟦⟧]/gu) ?? []).filter((word) => word !== "Sendwell");
}

/** The whole page says something of ours, and nothing else. */
export function nothingElse(): void {
  expect(document.body.textContent).toContain("⟦");
  expect(unbracketed(document.body)).toEqual([]);
}
