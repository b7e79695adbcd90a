/** How are items of the bulletin, and mail that does not fit it, asked about? */
import { askerAt } from "./ask";
import type { RequestClient } from "./bulk-request";
import type { BulletinClient } from "./item";
import { readFollowed, readSuggestion } from "./read-item";
import { readRequest } from "./read-request";

export function createBulletinClient(
  origin: string,
  deadlineMs: number,
  fetcher?: typeof fetch,
): BulletinClient {
  const ask = askerAt(`${origin}/api/v1/bulletin`, deadlineMs, fetcher);
  const at = (id: string): string => `/items/${encodeURIComponent(id)}`;
  return {
    suggest: (draft) => ask("POST", "/suggestions", { draft }, readSuggestion),
    submit: (key, item, from) => ask("POST", "/items", { ...item, key, from }, readFollowed),
    follow: (id) => ask("GET", at(id), null, readFollowed),
    mend: (id, version, item) => ask("PUT", at(id), { ...item, version }, readFollowed),
    withdraw: (id, version) => ask("POST", `${at(id)}/withdrawal`, { version }, readFollowed),
  };
}

export function createRequestClient(
  origin: string,
  deadlineMs: number,
  fetcher?: typeof fetch,
): RequestClient {
  const ask = askerAt(`${origin}/api/v1/bulk-requests`, deadlineMs, fetcher);
  const at = (id: string): string => `/${encodeURIComponent(id)}`;
  return {
    ask: (key, asked, from) => ask("POST", "", { ...asked, key, from }, readRequest),
    follow: (id) => ask("GET", at(id), null, readRequest),
    withdraw: (id, version) => ask("POST", `${at(id)}/withdrawal`, { version }, readRequest),
  };
}
