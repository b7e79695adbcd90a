/**
 * Which words differ between two wordings of a sentence?
 *
 * As few as can be, so that a link or bold words that both share are not touched. Places count code points.
 */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

const PIECES = /[\p{L}\p{M}\p{N}'’]+|[^]/gu;
const length = (text: string): number => Array.from(text).length;

/** From the last to the first, so that each can be made without moving those still to come. */
export function differences(before: string, after: string): Difference[] {
  const [old, fresh] = [before.match(PIECES) ?? [], after.match(PIECES) ?? []];
  const shared = longestShared(old, fresh);
  const found: Difference[] = [];
  let [i, j, at] = [0, 0, 0];
  while (i < old.length || j < fresh.length) {
    const start = at;
    let put = "";
    while (i < old.length || j < fresh.length) {
      if (i < old.length && j < fresh.length && old[i] === fresh[j]) break;
      if (j >= fresh.length || (i < old.length && known(shared, i + 1, j) >= known(shared, i, j + 1))) {
        at += length(old[i] ?? "");
        i += 1;
      } else {
        put += fresh[j] ?? "";
        j += 1;
      }
    }
    if (at > start || put !== "") found.push({ start, end: at, put });
    at += length(old[i] ?? "");
    i += 1;
    j += 1;
  }
  return found.reverse();
}

/** How many pieces the rests from `i` and from `j` share, at most. */
function longestShared(old: readonly string[], fresh: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = table[i] ?? [];
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      row[j] =
        old[i] === fresh[j]
          ? known(table, i + 1, j + 1) + 1
          : Math.max(known(table, i + 1, j), known(table, i, j + 1));
    }
  }
  return table;
}

const known = (table: readonly number[][], i: number, j: number): number => table[i]?.[j] ?? 0;
