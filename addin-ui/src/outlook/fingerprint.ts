/**
 * Is this still the draft that was checked?
 *
 * A short hash of everything that a check looks at. Time counts by the quarter of an hour: a draft left open
 * over a cut-off or past the end of the day is looked at again.
 */
import type { Draft } from "../wire/contract";

const QUARTER_MS = 15 * 60 * 1000;

export function fingerprint(draft: Draft): string {
  const { sending_at, attachments, ...rest } = draft;
  const quarter = Math.floor(Date.parse(sending_at) / QUARTER_MS);
  const files = attachments.map(({ name, size, inline, kind, content }) => [
    name,
    size,
    inline,
    kind,
    content !== null,
  ]);
  return hash(JSON.stringify([rest, files, quarter]));
}

/** Two 32-bit multiplicative hashes as text (the second counts positions too): tells drafts apart, keeps no secret. */
export function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + i), 0x01000193);
  }
  return eightDigits(high) + eightDigits(low);
}

const eightDigits = (number: number): string => `0000000${(number >>> 0).toString(16)}`.slice(-8);
