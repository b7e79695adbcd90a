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

/** Who has less time than the pane waits less for an answer that may never come. */
export function loseCallsAfter(ms: number): void {
  lostAfterMs = ms;
}

export async function ask<T>(call: Ask<T>): Promise<T> {
  if (busy >= LANES) await new Promise<void>((resolve) => queue.push(resolve));
  else busy += 1;
  try {
    return await answerOf(call);
  } finally {
    const next = queue.shift();
    if (next === undefined) busy -= 1;
    else next();
  }
}

function answerOf<T>(call: Ask<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const lost = setTimeout(() => {
      reject(new Lost("Outlook gave no answer."));
    }, lostAfterMs);
    const settle = (result: Office.AsyncResult<T>): void => {
      clearTimeout(lost);
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new NotRead((result.error as Office.Error | undefined)?.message));
    };
    try {
      call(settle);
    } catch (error) {
      clearTimeout(lost);
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
