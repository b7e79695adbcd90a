/**
 * Which parts of the pane need not be made again?
 *
 * A part that says what it said stays in its place, with whatever somebody opened, typed or has the focus on in it; and
 * a verdict costs only what is new about it.
 */
export class KeptParts {
  #last = new Map<string, HTMLElement>();
  #now = new Map<string, HTMLElement>();

  /** From here on the next page is drawn: what is not asked for again is gone after it. */
  begin(): void {
    this.#last = this.#now;
    this.#now = new Map();
  }

  /** `about` is all that the part is made of; two that are alike are two. */
  part<T extends HTMLElement | null>(about: readonly unknown[], make: () => T): T {
    let print = JSON.stringify(about);
    while (this.#now.has(print)) print += " ";
    const part = (this.#last.get(print) as T | undefined) ?? make();
    if (part !== null) this.#now.set(print, part);
    return part;
  }
}

/** Puts these in, in this order; what stands there already is not moved, so that it keeps the focus. */
export function settle(place: Element, parts: readonly Element[]): void {
  const staying = new Set(parts);
  for (const old of [...place.children]) if (!staying.has(old)) old.remove();
  parts.forEach((part, at) => {
    const there = place.children[at];
    if (there !== part) place.insertBefore(part, there ?? null);
  });
}
