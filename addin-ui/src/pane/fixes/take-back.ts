/**
 * How is one change taken back, and what was written after it kept?
 *
 * The way from what a change left to what was there before it is a few stretches. Each is looked for in what stands
 * there now: at its own place where nothing was written on that side of it, else by the words around it. Where one of
 * them is not there any more, or more than once, nothing can be taken back.
 */
import { differences } from "../../outlook/differences";

/** In `left`, from `start` to `end`, stands what was `was` before. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly was: string;
}

/** How many signs two texts share at their start and at their end. */
interface Shared {
  readonly start: number;
  readonly end: number;
}

/** So many signs on both sides tell a place; fewer where somebody wrote close to it. */
const AROUND = [40, 16, 6, 3];
/** Fewer in all could stand elsewhere by chance, once the place itself has gone. */
const LEAST_TELLING = 12;
const LEAST_APART = 24;
/** A finer look at long texts would keep the page busy; they are then one stretch. */
const MOST_PIECES = 600;
const PIECE = /[\p{L}\p{M}\p{N}'’]+|[^]/gu;

/**
 * A function that gives the text as it would be without the change, all else as it is now; null where that cannot be
 * told. The stretches are looked for once, and only when somebody wrote on.
 */
export function textWithout(before: string, left: string): (now: string) => string | null {
  let known: readonly Stretch[] | null = null;
  return (now) => {
    if (now === left) return before;
    const shared = { start: sharedStart(left, now), end: sharedEnd(left, now) };
    known ??= stretches(before, left);
    let text = "";
    let done = 0;
    for (const stretch of known) {
      const at = placeOf(stretch, left, now, shared);
      if (at === null || at < done) return null;
      text += now.slice(done, at) + stretch.was;
      done = at + stretch.end - stretch.start;
    }
    return text + now.slice(done);
  };
}

/** The entries as they would be without the change: who was added or left out since stays so. */
export function entriesWithout<T>(
  before: readonly T[],
  left: readonly T[],
  now: readonly T[],
  nameOf: (entry: T) => string,
): T[] | null {
  const names = (list: readonly T[]): ReadonlySet<string> => new Set(list.map(nameOf));
  const [was, rests, is] = [names(before), names(left), names(now)];
  const hasCome = (name: string): boolean => rests.has(name) && !was.has(name);
  if (![...rests].every((name) => is.has(name) || !hasCome(name))) return null;
  const isBack = (name: string): boolean => !rests.has(name) || is.has(name);
  const isNew = (name: string): boolean => !was.has(name) && !rests.has(name);
  return [...before.filter((entry) => isBack(nameOf(entry))), ...now.filter((entry) => isNew(nameOf(entry)))];
}

/** In order. */
function stretches(before: string, left: string): Stretch[] {
  const head = sharedStart(before, left);
  const tail = sharedEnd(before.slice(head), left.slice(head));
  const [old, fresh] = [before.slice(head, before.length - tail), left.slice(head, left.length - tail)];
  if (pieces(old) * pieces(fresh) > MOST_PIECES ** 2)
    return [{ start: head, end: head + fresh.length, was: old }];
  const signs = Array.from(fresh);
  const unitsTo = (sign: number): number => signs.slice(0, sign).join("").length;
  const found = differences(fresh, old)
    .reverse()
    .map(({ start, end, put }) => ({ start: head + unitsTo(start), end: head + unitsTo(end), was: put }));
  return joined(found, left);
}

/** Words that two wordings share by chance make no two stretches of one. */
function joined(found: readonly Stretch[], left: string): Stretch[] {
  return found.reduce<Stretch[]>((all, { start, end, was }) => {
    const last = all.at(-1);
    if (last === undefined || start - last.end > LEAST_APART) return [...all, { start, end, was }];
    const one = { start: last.start, end, was: last.was + left.slice(last.end, start) + was };
    return [...all.slice(0, -1), one];
  }, []);
}

const pieces = (text: string): number => text.match(PIECE)?.length ?? 0;

/** None where all of the text came with the change: there is nothing that it is a part of. */
function placeOf({ start, end }: Stretch, left: string, now: string, shared: Shared): number | null {
  if (start === 0 && end === left.length) return null;
  if (end <= shared.start) return start;
  const rest = left.length - start;
  if (rest <= shared.end) return now.length - rest;
  for (const around of AROUND) {
    const before = left.slice(Math.max(0, start - around), start);
    const at = onlyPlace(now, before + left.slice(start, end + around));
    if (at !== null) return at + before.length;
  }
  return null;
}

function onlyPlace(text: string, words: string): number | null {
  const at = words.length < LEAST_TELLING ? -1 : text.indexOf(words);
  return at < 0 || text.includes(words, at + 1) ? null : at;
}

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one[at] === other[at]) at += 1;
  return at > 0 && isHalf(one.charCodeAt(at - 1)) ? at - 1 : at;
}

function sharedEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let size = 0;
  while (size < most && one[one.length - 1 - size] === other[other.length - 1 - size]) size += 1;
  return size;
}

/** The first half of a sign that takes two. */
const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
