/**
 * How do numbers, lists and dates read in a language?
 *
 * Through Intl, by the language's own rules: a catalogue says its forms, and which of them a number takes is not for it to
 * know. Days are those of London, wherever they are read.
 */

/** In each, `#` stands for the number. Which ones a language needs is CLDR's: English one and other, Welsh all six. */
export type Forms = Readonly<
  { other: string } & Partial<Record<"zero" | "one" | "two" | "few" | "many", string>>
>;

export interface Ways {
  number(count: number): string;
  /** The form that this number takes, with the number in it. */
  plural(count: number, forms: Forms): string;
  /** "96%", of a part of one. */
  percent(part: number): string;
  /** "one, two and three", or with "or". */
  list(entries: readonly string[], kind?: "conjunction" | "disjunction"): string;
  /** Parts of a moment as they stand in London. */
  date(moment: Date, parts: Readonly<Record<string, string>>): string;
}

/** What is used of Intl: newer than what the file for Outlook's events is checked with, which uses none of it. */
interface NewerIntl {
  readonly PluralRules: new (locale: string) => { select(count: number): keyof Forms };
  readonly ListFormat: new (
    locale: string,
    options: { type: string },
  ) => { format(entries: readonly string[]): string };
}

export function waysOf(locale: string): Ways {
  const { PluralRules, ListFormat } = Intl as unknown as NewerIntl;
  const rules = new PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent" });
  return {
    number: (count) => numbers.format(count),
    plural: (count, forms) => (forms[rules.select(count)] ?? forms.other).replace("#", numbers.format(count)),
    percent: (part) => percents.format(part),
    list: (entries, type = "conjunction") => new ListFormat(locale, { type }).format(entries),
    date: (moment, parts) =>
      new Intl.DateTimeFormat(locale, { timeZone: "Europe/London", ...parts })
        .format(moment)
        .replace(",", ""),
  };
}
