/**
 * What happens when somebody presses "Use these words" here?
 *
 * The words take the place of those they are for, when these stand there exactly once; else they are copied. The
 * way back puts the whole text as it was.
 */
import { copyWords } from "../pane/clipboard";
import type { Tell } from "../pane/notice";
import type { Rewording } from "../wire/contract";
import { paste } from "../words/spoken";

export function useWords(
  field: HTMLTextAreaElement,
  { words, text }: Rewording,
  tell: Tell,
  changed: () => void,
): void {
  const before = field.value;
  const at = before.indexOf(words);
  if (at < 0 || before.includes(words, at + 1)) {
    void copyWords(text).then((copied) => {
      tell(copied ? paste.kinderCopied : paste.couldWrite(text));
    });
    return;
  }
  const swapped = joined(before.slice(0, at), text, before.slice(at + words.length));
  put(field, swapped, changed);
  tell(text === "" ? paste.leftOut : paste.taken, {
    run: () => {
      if (field.value === swapped) put(field, before, changed);
      else tell(paste.changedSince);
    },
    holds: () => Promise.resolve(field.value === swapped),
  });
}

function put(field: HTMLTextAreaElement, words: string, changed: () => void): void {
  field.value = words;
  changed();
}

/** A sentence that goes takes one of the spaces around it along. */
function joined(before: string, text: string, after: string): string {
  return text === "" && /(^|\s)$/.test(before) ? before + after.replace(/^[ \t]/, "") : before + text + after;
}
