/**
 * Which numbers that say who somebody is stand in a text, beyond doubt?
 *
 * Only the strongest forms: written as people write them or beside their label, and with a check digit that is
 * right. Nothing is seen here that the service would not see too (`tests/local-cases.json` is asked of both).
 * No number is given back whole.
 */
import { events } from "../../words/spoken";
import { isCard, isNhsNumber, isNino } from "./digits";

export type Kind = "nhs-number" | "national-insurance-number" | "payment-card" | "bank-account";
export interface Seen {
  readonly kind: Kind;
  /** Masked, as the service masks: at most the last four characters. */
  readonly excerpt: string;
}

interface Shape {
  readonly kind: Kind;
  /** With one character before the number, which must not belong to it, as the first group. */
  readonly written: RegExp;
  readonly isOne: (bare: string) => boolean;
  /** Words one of which must stand before it. */
  readonly beside?: RegExp;
}

const BEFORE = "(^|[^\\w+/.=#@-])";
const END = "(?![\\w@=]|[-/.#][\\w])";
const LABEL_REACH = 40;
const BANK_REACH = 120;
const OTHER =
  /\b(?:orders?|tickets?|invoices?|isbn|issn|tel|telephone|phone|mobile|fax|call|ring|tracking|parcel)\b[^.\n]*$/i;

const shape = (kind: Kind, pattern: string, isOne: Shape["isOne"], beside?: RegExp): Shape => ({
  kind,
  written: new RegExp(`${BEFORE}(${pattern})${END}`, "g"),
  isOne,
  ...(beside === undefined ? {} : { beside }),
});

const SHAPES: readonly Shape[] = [
  shape("nhs-number", "\\d{3} \\d{3} \\d{4}", isNhsNumber),
  shape("nhs-number", "\\d{10}", isNhsNumber, /\bnhs\b[^.\n]*$/i),
  shape("national-insurance-number", "[A-Z]{2} ?\\d{6} ?[A-D]|[A-Z]{2} \\d\\d \\d\\d \\d\\d [A-D]", isNino),
  shape("payment-card", "\\d{4}( |-)\\d{4}\\3\\d{4}\\3\\d{4}|\\d{4}( |-)\\d{6}\\4\\d{4,5}", isCard),
  shape(
    "payment-card",
    "\\d{13,19}",
    isCard,
    /\b(?:card|visa|mastercard|amex|maestro|debit|credit)\b[^.\n]*$/i,
  ),
];

/** Longer texts are looked at as far as this. */
const LOOKED_AT = 200_000;

export function numbersIn(text: string): Seen[] {
  const looked = text.slice(0, LOOKED_AT).replace(/[\u00a0\u2007\u202f]/g, " ");
  const taken: [number, number][] = [];
  const seen: Seen[] = [];
  for (const one of SHAPES) {
    for (const { at, number } of places(one, looked)) {
      const end = at + number.length;
      if (taken.some(([from, to]) => at < to && from < end)) continue;
      taken.push([at, end]);
      seen.push({ kind: one.kind, excerpt: masked(number) });
    }
  }
  return [...seen, ...accountsIn(looked)];
}

function places({ written, isOne, beside }: Shape, text: string): { at: number; number: string }[] {
  const found: { at: number; number: string }[] = [];
  written.lastIndex = 0;
  for (let match = written.exec(text); match !== null; match = written.exec(text)) {
    const number = match[2] ?? "";
    const at = match.index + (match[1] ?? "").length;
    written.lastIndex = at + number.length;
    const words = text.slice(Math.max(0, at - LABEL_REACH), at);
    const isNamed = beside === undefined ? !OTHER.test(words) : beside.test(words);
    if (isNamed && isOne(number.replace(/[ -]/g, ""))) found.push({ at, number });
  }
  return found;
}

const BANK = /\b(?:sort ?code|account (?:no|num|number)|acc(?:oun)?t|a\/c|bank|bacs)\b/i;

/** A sort code with dashes and an account number of eight digits, either first, with a word about banks before. */
function accountsIn(text: string): Seen[] {
  const seen: Seen[] = [];
  const pairs = new RegExp(
    `${BEFORE}(?:\\d\\d-\\d\\d-\\d\\d[^\\d]{1,60}(\\d{8})|(\\d{8})[^\\d]{1,60}\\d\\d-\\d\\d-\\d\\d)(?![\\d-])`,
    "g",
  );
  for (let match = pairs.exec(text); match !== null; match = pairs.exec(text)) {
    const words = text.slice(Math.max(0, match.index - BANK_REACH), match.index + match[0].length);
    if (!BANK.test(words)) continue;
    const account = match[2] ?? match[3] ?? "";
    seen.push({ kind: "bank-account", excerpt: events.account(account.slice(-4)) });
  }
  return seen;
}

const KEPT = 4;

export function masked(written: string): string {
  const all = written.replace(/[^A-Za-z0-9]/g, "").length;
  const kept = Math.min(KEPT, Math.max(0, all - KEPT));
  let at = 0;
  return written.replace(/[A-Za-z0-9]/g, (character) => {
    at += 1;
    return at > all - kept ? character : "•";
  });
}
