/** How does the pane ask for something of the bulletin's? One call, one deadline, no retry; what goes wrong is a `Trouble`. */
import { troubles } from "../words/spoken";
import { Trouble, troubleOf, troubleWith } from "./client";

/** What was seen is not how it stands: it is gone, or somebody changed it first. */
export class Stale extends Trouble {
  constructor(
    readonly how: "gone" | "changed",
    message: string,
  ) {
    super("broken", message);
  }
}

function staleOr(trouble: Trouble, status: number): Trouble {
  if (status === 404) return new Stale("gone", trouble.message);
  return status === 409 ? new Stale("changed", trouble.message) : trouble;
}

/** `body` is null where there is none. */
export type Ask = <T>(
  method: string,
  path: string,
  body: object | null,
  read: (reply: unknown) => T,
) => Promise<T>;

export function askerAt(base: string, deadlineMs: number, fetcher: typeof fetch = fetch): Ask {
  return async (method, path, body, read) => {
    const deadline = AbortSignal.timeout(deadlineMs);
    const response = await fetcher(`${base}${path}`, {
      method,
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      credentials: "same-origin",
      signal: deadline,
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw troubleWith(error, deadline);
    });
    if (!response.ok) throw staleOr(await troubleOf(response), response.status);
    try {
      return read(await response.json());
    } catch {
      throw deadline.aborted ? new Trouble("slow", troubles.slow) : new Trouble("broken", troubles.notRead);
    }
  };
}
