/** What would the bulletin's desks answer? Items and requests kept in memory for `npm run dev`; nobody decides on them. */
import type { AskedFields, FollowedRequest } from "../src/wire/bulk-request";
import type { Draft } from "../src/wire/contract";
import type { FollowedItem, ItemFields, Suggestion } from "../src/wire/item";
import { bulletin } from "./replies.ts";

const items = new Map<string, FollowedItem>();
const requests = new Map<string, FollowedRequest>();
const everybody = { phases: [], types: [], clusters: [], trusts: [], lists: [], roles: [], schools: [] };

/** Null for what is not there. */
export function atTheDesk(method: string, url: string, told: unknown): object | null {
  const [, desk = "", id = "", step = ""] =
    /^\/api\/v1\/(bulletin\/suggestions|bulletin\/items|bulk-requests)\/?([^/]*)\/?(.*)$/.exec(url) ?? [];
  if (desk === "bulletin/suggestions") return suggestion((told as { draft: Draft }).draft);
  if (desk === "bulletin/items") {
    if (id === "") return submitted(told as ItemFields);
    const item = items.get(id);
    if (item === undefined || method === "GET") return item ?? null;
    const now = step === "withdrawal" ? withdrawn(item, "stage") : { ...item, item: told as ItemFields };
    items.set(id, now);
    return now;
  }
  if (id === "") return asked(told as AskedFields);
  const request = requests.get(id);
  if (request === undefined || step !== "withdrawal") return request ?? null;
  const now = withdrawn(request, "state");
  requests.set(id, now);
  return now;
}

function suggestion({ subject, body }: Draft): Suggestion {
  const text = body.content
    .replace(/<[^<>]*>/g, "\n")
    .replace(/\n+/g, "\n\n")
    .trim();
  const item: ItemFields = {
    headline: subject.slice(0, 60),
    summary: text.slice(0, 100).split("\n")[0] ?? "",
    body: text,
    for_whom: everybody,
    closes: null,
    contact: "",
    links: [],
    documents: [],
    consent: "unknown",
  };
  const { issue } = bulletin.route;
  const goes_to = { count: 0, urns: [], all: 0 };
  return { item, marks: [], gates: [], alike: [], duty: "", goes_to, issue, is_too_late: false };
}

function submitted(item: ItemFields): FollowedItem {
  const id = crypto.randomUUID();
  const said = "No editor has taken it up yet.";
  const more = { version: 1, link: "", may_withdraw: true, gates: [], alike: [] };
  const made: FollowedItem = { id, stage: "submitted", said, item, ...more };
  items.set(id, made);
  return made;
}

function asked(fields: AskedFields): FollowedRequest {
  const id = crypto.randomUUID();
  const said = "Nobody has decided yet.";
  const more = { version: 1, may_withdraw: true, item: "", urgency: null };
  const made: FollowedRequest = { id, state: "asked", said, asked: fields, ...more };
  requests.set(id, made);
  return made;
}

function withdrawn<T extends { readonly version: number }>(thing: T, name: "stage" | "state"): T {
  const now = { [name]: "withdrawn", said: "You took it back.", may_withdraw: false };
  return { ...thing, ...now, version: thing.version + 1 };
}
