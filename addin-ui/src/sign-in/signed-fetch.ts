/**
 * How does a call to the service say who makes it?
 *
 * Where people sign in, it brings their token; nobody is asked for one by the way. Where they need not, it is
 * an ordinary call.
 */
import { troubleOf } from "../wire/client";
import { CannotSignIn, SignedOut, type Wanted } from "./grant";
import type { Tokens } from "./tokens";

export function signedFetch(
  wanted: () => Promise<Wanted | null>,
  tokens: Tokens,
  fetcher: typeof fetch = fetch,
): typeof fetch {
  const tokenIfWanted = async (): Promise<string | null> =>
    (await wanted()) === null ? null : tokens.token();
  return async (input, init) => {
    const token = await before(init?.signal, tokenIfWanted());
    if (token === null) return fetcher(input, init);
    const headers = new Headers(init?.headers);
    headers.set("Authorization", `Bearer ${token}`);
    const response = await fetcher(input, { ...init, headers, credentials: "omit" });
    if (response.status === 401) {
      tokens.refuse(token);
      throw new SignedOut((await troubleOf(response)).message);
    }
    if (response.status === 403) throw new CannotSignIn((await troubleOf(response)).message);
    return response;
  };
}

/** A call that is given up waits for no token. */
async function before<T>(signal: AbortSignal | null | undefined, wait: Promise<T>): Promise<T> {
  if (signal === null || signal === undefined) return wait;
  signal.throwIfAborted();
  return Promise.race([
    wait,
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    }),
  ]);
}
