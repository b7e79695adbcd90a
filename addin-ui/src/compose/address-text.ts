/**
 * What did somebody type or paste into To, Cc or Bcc?
 *
 * Entries stand apart by semicolons, commas and line ends; a comma inside quotes, or in "Surname, First
 * <address>", does not part them.
 */
export interface Typed {
  readonly name: string;
  /** Empty for a bare name. */
  readonly address: string;
}

const WITH_NAME = /^"?([^"<>]*)"?\s*<([^<>]*)>$/;
const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+$/;

export function readAddresses(text: string): Typed[] {
  return split(text).map(readOne);
}

export const isAddress = (text: string): boolean => ADDRESS.test(text);

function readOne(entry: string): Typed {
  const bare = entry.replace(/^mailto:/i, "");
  if (isAddress(bare)) return { name: "", address: bare };
  const named = WITH_NAME.exec(entry);
  const [, name = "", address = ""] = named ?? [];
  if (isAddress(address.trim())) return { name: name.trim(), address: address.trim() };
  return { name: entry, address: "" };
}

function split(text: string): string[] {
  const entries: string[] = [];
  let entry = "";
  let quoted = false;
  let angled = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === "<") angled = true;
    if (character === ">") angled = false;
    const parts =
      /[;\n\r\t]/.test(character) || (character === "," && !quoted && !angled && !isSurname(entry, text));
    if (!parts) {
      entry += character;
      continue;
    }
    entries.push(entry);
    entry = "";
    quoted = false;
    angled = false;
  }
  entries.push(entry);
  return entries.map((e) => e.trim()).filter((e) => e !== "");
}

/** "Shah, Priya <p.shah@…>": one word without an address, before a comma, in a text that has angle brackets. */
const isSurname = (entry: string, text: string): boolean =>
  text.includes("<") && /^\s*[\p{L}'’-]+$/u.test(entry);
