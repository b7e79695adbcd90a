/**
 * In which language does Sendwell speak just now?
 *
 * English, until somebody's Outlook speaks another that there is a catalogue for. Each place has a name of its own, so that
 * the file for Outlook's events takes the words of its own place and no more. They are looked up when they are said: what
 * keeps one for later would keep the language with it.
 */
import * as en from "./en";

/** What a catalogue holds. Welsh is `const cy: Language`, or `import * as cy` in the list below. */
export type Language = { readonly [Place in keyof typeof en]: (typeof en)[Place] };

export let events = en.events;
export let troubles = en.troubles;
export let signIn = en.signIn;
export let dates = en.dates;
export let pane = en.pane;
export let fixes = en.fixes;
export let bulletin = en.bulletin;
export let paste = en.paste;
export let tryOut = en.tryOut;
export let pages = en.pages;

/** By the first part of a language's name: "cy" for "cy-GB". */
const LANGUAGES: Readonly<Record<string, Language>> = { en };
const EVENTS: Readonly<Record<string, Language["events"]>> = { en: en.events };

const nameOf = (displayLanguage: string): string => displayLanguage.toLowerCase().split("-")[0] ?? "";

/** English where there is no catalogue. */
export const languageFor = (displayLanguage: string): Language => LANGUAGES[nameOf(displayLanguage)] ?? en;

/** From now on, for all that is said on a page. */
export function speak(language: Language): void {
  ({ events, troubles, signIn, dates, pane, fixes, bulletin, paste, tryOut, pages } = language);
}

/** The same for what runs at Outlook's events, which has no page. */
export function speakAtEvents(displayLanguage: string): void {
  events = EVENTS[nameOf(displayLanguage)] ?? en.events;
}
