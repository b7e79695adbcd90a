/**
 * What did the sender write, as plain text, where there is no page to parse it?
 *
 * Tags out, blocks on lines of their own, the common entities. In an answer, what is quoted of the others is left
 * away: nobody is warned of a number that somebody else wrote to them. What is forwarded is sent on, so it stays.
 */
import type { ReplyKind } from "../../wire/contract";

/** Where Outlook, Gmail and others begin what is quoted. */
const QUOTED =
  /<[^<>]+(?:id="?(?:x_)*(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)|class="?(?:x_)*gmail_quote)|<blockquote\b|-----\s*Original Message\s*-----/i;
const UNSEEN = /<!--|<(style|script|head|title)\b/gi;
const BLOCK = /<\/?(?:p|div|br|li|tr|td|th|h[1-6]|table|ul|ol|blockquote|hr|pre)\b[^<>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
const LONGEST = 600_000;

export function ownText(html: string, reply: ReplyKind): string {
  const whole = html.slice(0, LONGEST);
  const cut = reply === "reply" || reply === "reply-all" ? whole.search(QUOTED) : -1;
  return shown(cut < 0 ? whole : whole.slice(0, cut))
    .replace(BLOCK, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w{2,6}));/gi, entity);
}

/** Without comments, styles and the like; one that is never closed takes the rest with it, as in a browser. */
function shown(html: string): string {
  const low = html.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  UNSEEN.lastIndex = 0;
  for (let open = UNSEEN.exec(html); open !== null; open = UNSEEN.exec(html)) {
    parts.push(html.slice(from, open.index));
    const close = open[1] === undefined ? "-->" : `</${open[1].toLowerCase()}`;
    const end = low.indexOf(close, open.index + 4);
    if (end < 0) return parts.join(" ");
    from = end + (open[1] === undefined ? close.length : 0);
    UNSEEN.lastIndex = from;
  }
  return [...parts, html.slice(from)].join(" ");
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
