/**
 * How is Office.js asked?
 *
 * Its callbacks become promises; a failed or lost answer becomes a `NotRead`. No more than three calls are
 * under way at once, because a fourth fails on the web.
 */
export class NotRead extends Error {}
/** No answer came at all: asking in another way would only wait again. */
export class Lost extends NotRead {}

type Ask<T> = (callback: (result: Office.AsyncResult<T>) => void) => void;

const LANES = 3;
let lostAfterMs = 8000;
const queue: (() => void)[] = [];
let busy = 0;
/** Calls without an answer: for Outlook they are under way still. */
let lost = 0;

/** Who has less time than the pane waits less for an answer that may never come. */
export function loseCallsAfter(ms: number): void {
  lostAfterMs = ms;
}

export async function ask<T>(call: Ask<T>): Promise<T> {
  await new Promise<void>((resolve) => {
    queue.push(resolve);
    startNext();
  });
  try {
    return await answerOf(call);
  } finally {
    busy -= 1;
    startNext();
  }
}

/** One goes on even where every lane is lost: Outlook may have let go of them. */
function startNext(): void {
  while (busy < Math.max(1, LANES - lost)) {
    const next = queue.shift();
    if (next === undefined) return;
    busy += 1;
    next();
  }
}

function answerOf<T>(call: Ask<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLost = false;
    const losing = setTimeout(() => {
      isLost = true;
      lost += 1;
      reject(new Lost("Outlook gave no answer."));
    }, lostAfterMs);
    const settle = (result: Office.AsyncResult<T>): void => {
      clearTimeout(losing);
      if (isLost) {
        isLost = false; // it came after all
        lost -= 1;
        startNext();
      } else if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new NotRead((result.error as Office.Error | undefined)?.message));
    };
    try {
      call(settle);
    } catch (error) {
      clearTimeout(losing);
      reject(error instanceof Error ? error : new NotRead(String(error)));
    }
  });
}

/** The answer, or `fallback` with a note of what could not be read. */
export async function askOr<T>(fallback: T, unread: () => void, call: Ask<T>): Promise<T> {
  try {
    return await ask(call);
  } catch {
    unread();
    return fallback;
  }
}

export function isSupported(set: string): boolean {
  try {
    return Office.context.requirements.isSetSupported("Mailbox", set);
  } catch {
    return false; // some clients have no such function for a moment after start
  }
}
