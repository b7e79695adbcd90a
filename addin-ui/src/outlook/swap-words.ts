/**
 * How are words of a body exchanged for others without touching anything else?
 *
 * The words are looked for as people see them, white space joined, inside one line or paragraph. They must stand
 * there exactly once. Only what differs is changed, so that bold, links and fonts around it stay.
 */
import { differences } from "./differences";

const BLOCKS =
  "address,article,aside,blockquote,body,br,dd,div,dl,dt,fieldset,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,tbody,td,tfoot,th,thead,tr,ul";
const UNSEEN = "head,script,style,template,title";
const EMPTIED = "p,li,div";
const SPACE = /[\s\u00a0]/;

/** One character as it is seen, and where it stands. */
interface Seen {
  readonly character: string;
  readonly node: Text;
  readonly at: number;
}

/** The body with `words` exchanged for `text`; null where they do not stand exactly once. */
export function swapInHtml(html: string, words: string, text: string): string | null {
  const page = new DOMParser().parseFromString(html, "text/html");
  const found = seenLines(page.body).flatMap((line) => places(line, joined(words)));
  const [place] = found;
  if (place === undefined || found.length > 1) return null;
  exchange(place, text.replace(/[\s\u00a0]+/g, " "));
  return page.documentElement.outerHTML;
}

/** The same for a body in plain text. */
export function swapInText(body: string, words: string, text: string): string | null {
  const start = body.indexOf(words);
  if (start < 0 || body.includes(words, start + 1)) return null;
  const end = start + words.length;
  const gap = text === "" ? (/^[ \t]+/.exec(body.slice(end))?.[0].length ?? 0) : 0;
  return body.slice(0, start) + text + body.slice(end + gap);
}

export const joined = (words: string): string => words.replace(/[\s\u00a0]+/g, " ").trim();

/** What is seen of each line or paragraph, white space joined. */
function seenLines(root: HTMLElement): Seen[][] {
  const lines: Seen[][] = [[]];
  const walk = (node: Node): void => {
    if (node instanceof Text || node.nodeType === Node.TEXT_NODE) {
      addText(lines.at(-1) ?? [], node as Text);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || (node as Element).matches(UNSEEN)) return;
    const isBlock = (node as Element).matches(BLOCKS);
    if (isBlock) lines.push([]);
    node.childNodes.forEach(walk);
    if (isBlock) lines.push([]);
  };
  walk(root);
  return lines;
}

function addText(line: Seen[], node: Text): void {
  Array.from(node.data).reduce((at, character) => {
    const isSpace = SPACE.test(character);
    if (!isSpace || line.at(-1)?.character !== " ")
      line.push({ character: isSpace ? " " : character, node, at });
    return at + character.length;
  }, 0);
}

function places(line: readonly Seen[], words: string): Seen[][] {
  if (words === "") return [];
  const wanted = Array.from(words);
  const found: Seen[][] = [];
  for (let start = 0; start + wanted.length <= line.length; start += 1) {
    if (wanted.every((character, at) => line[start + at]?.character === character)) {
      const gap = line[start + wanted.length]?.character === " " ? 1 : 0;
      found.push(line.slice(start, start + wanted.length + gap));
    }
  }
  return found;
}

/** Makes each difference where it stands. The last of `place` may be the space after the words. */
function exchange(place: readonly Seen[], text: string): void {
  const old = place.at(-1)?.character === " " && text !== "" ? place.slice(0, -1) : place;
  const block = old[0]?.node.parentElement?.closest(EMPTIED);
  for (const { start, end, put } of differences(old.map((s) => s.character).join(""), text)) {
    const anchor = old[start] ?? old.at(-1);
    if (anchor === undefined) return;
    const at = anchor.at + (start < old.length ? 0 : anchor.character.length);
    remove(old.slice(start, end));
    anchor.node.insertData(Math.min(at, anchor.node.length), put);
  }
  const isEmptied = block?.textContent.trim() === "" && block.querySelector("img,table,br") === null;
  if (text === "" && isEmptied) block.remove();
}

/** Last first, so that places before stay right; white space that was joined goes with its character. */
function remove(gone: readonly Seen[]): void {
  const byNode = new Map<Text, { start: number; end: number }>();
  for (const { node, at, character } of gone) {
    const end = at + character.length + (SPACE.test(character) ? spaceAfter(node, at + 1) : 0);
    const known = byNode.get(node);
    byNode.set(node, { start: known?.start ?? at, end });
  }
  for (const [node, { start, end }] of byNode) node.deleteData(start, end - start);
}

const spaceAfter = (node: Text, from: number): number =>
  /^[\s\u00a0]*/.exec(node.data.slice(from))?.[0].length ?? 0;
