/**
 * How is one part of the message set, so that it can be taken back?
 *
 * It is set and read again, because Outlook may write what it was given in its own way, and a moment later. From then on
 * there is a way back, which takes the change alone: what the person has written since stays.
 */
import type { Part } from "../../outlook/parts";

/** What Outlook holds is not what the change is for. */
export class Moved extends Error {}

/** One thing that is set. */
export interface Step {
  act(): Promise<void>;
  /** Back as it was a moment ago, when another step failed. */
  restore(): Promise<unknown>;
  /** What takes it back without what came later; throws `Moved` where that cannot be told any more. */
  wayBack(): Promise<() => Promise<unknown>>;
}

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What is set of a part, and how that is taken back. */
export interface Setting<T> {
  readonly before: T;
  readonly after: T;
  /** The part without the change, given how it was left; all else as it is now. Null where that cannot be told. */
  readonly without: (left: T) => (now: T) => T | null;
  /** Throws `CannotSet` where putting `after` in the place of `before` would lose something. */
  readonly check?: (before: T, after: T) => void;
}

/** For what is one whole: it goes back only from just how it was left. */
export const fromAsLeft =
  <T>(before: T) =>
  (left: T) =>
  (now: T): T | null =>
    isSame(now, left) ? before : null;

export function partStep<T>(part: Part<T>, { before, after, without, check }: Setting<T>): Step {
  let back = without(after);
  return {
    async act() {
      await part.put(after);
      back = without(await settled(part, before, after));
    },
    restore: () => part.put(before),
    async wayBack() {
      const now = await part.read();
      const then = back(now);
      if (then === null) throw new Moved();
      check?.(now, then);
      return () => part.put(then);
    },
  };
}

const LOOKS = 4;
const BETWEEN_MS = 250;

export async function settled<T>(part: Part<T>, before: T, after: T): Promise<T> {
  for (let look = 0; look < LOOKS; look += 1) {
    const now = await part.read().catch(() => before);
    if (!isSame(now, before)) return now;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  return after;
}
