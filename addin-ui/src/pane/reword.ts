/**
 * What happens when somebody presses "Use these words"?
 *
 * The words go into the subject or the body in place of those they are for, with a way back. A body with a
 * picture is never written, because Outlook has lost inline pictures that way; then, and where the words cannot
 * be found exactly once, they are copied for the person to paste.
 */
import { bodyPart, isPlainText, LONGEST_BODY, type Part, subjectPart } from "../outlook/parts";
import { joined, swapInHtml, swapInText } from "../outlook/swap-words";
import type { Rewording } from "../wire/contract";
import { fixes, pane } from "../words/spoken";
import { copyWords } from "./clipboard";
import { textWithout } from "./fixes/take-back";
import type { Tell } from "./notice";

const PICTURE = /<(img|v:imagedata|v:shape|picture|svg)\b/i;

/** One field that holds words: read, written, and how its words are exchanged. */
interface Place extends Part<string> {
  swap(content: string): string | null;
}

export async function useKinderWords(
  item: Office.MessageCompose,
  rewording: Rewording,
  tell: Tell,
  changed: () => void,
): Promise<void> {
  const place = rewording.field === "subject" ? subjectOf(item, rewording) : await bodyOf(item, rewording);
  const before = await place.read();
  const swapped = place.swap(before);
  if (swapped === null) {
    await handOver(rewording, tell);
    return;
  }
  await place.put(swapped);
  const said = rewording.text === "" ? pane.kinder.leftOut : pane.kinder.taken;
  const after = await place.read().catch(() => null);
  if (after === null) tell(said);
  else {
    const without = textWithout(before, after);
    tell(said, {
      run: () => void putBack(place, without, tell, changed),
      holds: async () => without(await place.read()) !== null,
    });
  }
  changed();
}

async function putBack(
  place: Place,
  without: (now: string) => string | null,
  tell: Tell,
  changed: () => void,
): Promise<void> {
  try {
    const now = await place.read();
    const then = without(now);
    if (then === null || PICTURE.test(now)) {
      tell(then === null ? fixes.changedSince : fixes.picture);
      return;
    }
    await place.put(then);
    tell(fixes.putBack);
    changed();
  } catch {
    tell(fixes.refused);
  }
}

const subjectOf = (item: Office.MessageCompose, { words, text }: Rewording): Place => ({
  ...subjectPart(item),
  swap: (subject) => (joined(subject) === joined(words) ? text : null),
});

async function bodyOf(item: Office.MessageCompose, { words, text }: Rewording): Promise<Place> {
  const isText = await isPlainText(item);
  return {
    ...bodyPart(item, isText),
    swap: (body) => {
      if (body.length > LONGEST_BODY || PICTURE.test(body)) return null;
      const swapped = isText ? swapInText(body, words, text) : swapInHtml(body, words, text);
      return swapped !== null && swapped.length <= LONGEST_BODY ? swapped : null;
    },
  };
}

async function handOver({ text }: Rewording, tell: Tell): Promise<void> {
  if (text === "") {
    tell(pane.kinder.takeOutYourself);
    return;
  }
  tell((await copyWords(text)) ? pane.kinder.copied : pane.kinder.typeThem);
}
