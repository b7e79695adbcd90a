/** What may an add-in write on the envelope of a message? Headers of its own, whose names begin with `x-`. */
import type { ComposeItem } from "./compose-item";
import type { Call } from "./recipient-calls";
import { Refusal } from "./refusal";

const MOST_CHARACTERS = 256 * 1024;

export const headerCalls: Readonly<Record<string, Call>> = {
  "internetHeaders.setAsync": (item, [headers]) => {
    const wanted = Object.entries((headers ?? {}) as Record<string, unknown>);
    for (const [name, value] of wanted) check(name, value);
    const all = new Map([...item.headers, ...wanted.map(([n, v]) => [n.toLowerCase(), String(v)] as const)]);
    if (lengthOf(all) > MOST_CHARACTERS)
      throw new Refusal("DataExceedsMaximumSize", "The headers are longer than 256 KB.");
    for (const [name, value] of all) item.headers.set(name, value);
  },
  "internetHeaders.getAsync": (item, [names]) => told(item, names),
  "internetHeaders.removeAsync": (item, [names]) => {
    for (const name of asked(names)) item.headers.delete(name);
  },
};

function check(name: string, value: unknown): void {
  if (!/^x-[\x21-\x39\x3b-\x7e]+$/i.test(name))
    throw new Refusal("GenericResponseError", `${name} is not the name of a header of one's own.`);
  // eslint-disable-next-line no-control-regex -- a line break in a header would begin another
  if (typeof value !== "string" || /[\x00-\x1f]/.test(value))
    throw new Refusal("GenericResponseError", `The value of ${name} is not one line of text.`);
}

function told(item: ComposeItem, names: unknown): Record<string, string> {
  const found = asked(names).flatMap((name) => {
    const value = item.headers.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

const asked = (names: unknown): string[] =>
  Array.isArray(names) ? names.map((name) => String(name).toLowerCase()) : [];

const lengthOf = (headers: ReadonlyMap<string, string>): number =>
  [...headers].reduce((total, [name, value]) => total + name.length + value.length + 4, 0);
