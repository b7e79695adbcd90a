/**
 * How could it be said more kindly?
 *
 * The sentence that could stand instead, with a button that puts it in; or, where only leaving it out would
 * help, a button for that. Nothing happens without the press.
 */
import { button, element, prose } from "../../dom/element";
import type { Advice, Rewording } from "../../wire/contract";
import { pane } from "../../words/spoken";
import type { Help } from "./advice-card";
import { disclosure } from "./clause";

const SHOWN = 2;
const LONGEST = 60;

export function kinderWords(advice: Advice, help: Help): HTMLElement | null {
  if (advice.rewordings.length === 0) return null;
  const isOne = advice.rewordings.length === 1;
  const all = advice.rewordings.map((r, at) => kinder(r, `kinder-${advice.id}-${at}`, isOne, help));
  const folded = all.slice(SHOWN);
  return element(
    "div",
    { class: "kinder-words" },
    ...all.slice(0, SHOWN),
    folded.length === 0
      ? null
      : disclosure(pane.kinder.more(folded.length), `kinder-${advice.rule}`, false, ...folded),
  );
}

function kinder(rewording: Rewording, id: string, isOne: boolean, help: Help): HTMLElement {
  const isLeftOut = rewording.text === "";
  const run = help.reword(rewording);
  const label = isLeftOut ? pane.kinder.leaveOut : pane.kinder.use;
  return element(
    "div",
    { class: "kinder", role: "group", "aria-labelledby": `${id}-title` },
    element("p", { class: "kinder-title", id: `${id}-title` }, ...title(rewording, isOne)),
    isLeftOut ? null : element("p", { id, class: "kinder-text" }, element("q", {}, ...prose(rewording.text))),
    run === null
      ? null
      : button(label, { class: "action", "aria-describedby": isLeftOut ? `${id}-title` : id }, run),
  );
}

/** Where there are several, each says which words it is about. */
function title({ words, text }: Rewording, isOne: boolean): (Node | string)[] {
  if (text === "" && isOne) return [pane.kinder.couldLeave];
  if (isOne) return [pane.kinder.couldSay];
  const [before, after] = text === "" ? pane.kinder.leaveWhich : pane.kinder.insteadOf;
  return [before, element("q", {}, ...prose(short(words))), after].filter((part) => part !== "");
}

function short(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST) return line;
  return `${line.slice(0, LONGEST).replace(/\s+\S*$/, "")}…`;
}
