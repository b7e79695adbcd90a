/** How does the pane ask about items of the bulletin? One call, one deadline, no retry; what goes wrong is a `Trouble`. */
import { SLOW, Trouble, troubleOf, UNREACHABLE } from "./client";
import type { BulletinClient } from "./item";
import { readFollowed, readSuggestion } from "./read-item";

export function createBulletinClient(
  origin: string,
  deadlineMs: number,
  fetcher: typeof fetch = fetch,
): BulletinClient {
  const ask = async <T>(
    method: string,
    path: string,
    body: object | null,
    read: (reply: unknown) => T,
  ): Promise<T> => {
    const deadline = AbortSignal.timeout(deadlineMs);
    const response = await fetcher(`${origin}/api/v1/bulletin/${path}`, {
      method,
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      credentials: "same-origin",
      signal: deadline,
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw deadline.aborted ? new Trouble("slow", SLOW) : new Trouble("unreachable", UNREACHABLE);
    });
    if (!response.ok) throw await troubleOf(response);
    try {
      return read(await response.json());
    } catch {
      throw deadline.aborted
        ? new Trouble("slow", SLOW)
        : new Trouble("broken", "Sendwell's answer could not be read.");
    }
  };
  const at = (id: string): string => `items/${encodeURIComponent(id)}`;
  return {
    suggest: (draft) => ask("POST", "suggestions", { draft }, readSuggestion),
    submit: (key, item, from) => ask("POST", "items", { ...item, key, from }, readFollowed),
    follow: (id) => ask("GET", at(id), null, readFollowed),
    mend: (id, version, item) => ask("PUT", at(id), { ...item, version }, readFollowed),
    withdraw: (id, version) => ask("POST", `${at(id)}/withdrawal`, { version }, readFollowed),
  };
}
