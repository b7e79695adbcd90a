/**
 * How do words get into the HTML of a page?
 *
 * An element names its own words (`data-say="pane.help"`), and those of its attributes (`data-say-aria-label="…"`). The page
 * itself holds none, and says in which language it is.
 */
import { type Language, languageFor, pages, speak } from "./spoken";

const PREFIX = "data-say-";

/** Speaks the language of this Outlook from now on, where there is one around the page. */
export function speakAs(displayLanguage: string): void {
  const language = languageFor(displayLanguage);
  speak(language);
  fillPage(language.locale);
}

export function fillPage(locale: Language["locale"] = document.documentElement.lang): void {
  document.documentElement.lang = locale;
  for (const made of document.querySelectorAll<HTMLElement>("[data-say]")) {
    made.textContent = wordsAt(made.dataset.say ?? "");
  }
  for (const made of document.querySelectorAll("*")) {
    for (const { name, value } of [...made.attributes]) {
      if (name.startsWith(PREFIX)) made.setAttribute(name.slice(PREFIX.length), wordsAt(value));
    }
  }
}

/** A page that names words which are not there is broken, and says so at once. */
function wordsAt(path: string): string {
  let found: unknown = pages;
  for (const step of path.split("."))
    found = (found as Readonly<Record<string, unknown>> | undefined)?.[step];
  if (typeof found !== "string") throw new Error(`There are no words at ${path}.`);
  return found;
}
