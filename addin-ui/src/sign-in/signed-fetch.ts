/**
 * How does a call to the service say who makes it?
 *
 * Where people sign in, it brings their token; nobody is asked for one by the way. A token that is refused, because it
 * ran out or was taken back, is renewed quietly and the call made once more: what was refused was not done. Where
 * people need not sign in, it is an ordinary call.
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
    const call = (bearer: string): Promise<Response> => {
      const headers = new Headers(init?.headers);
      headers.set("Authorization", `Bearer ${bearer}`);
      return fetcher(input, { ...init, headers, credentials: "omit" });
    };
    let response = await call(token);
    if (response.status === 401) {
      tokens.refuse(token);
      const fresh = await before(init?.signal, freshOf(tokens));
      if (fresh !== null) response = await call(fresh);
      if (response.status === 401) {
        if (fresh !== null) tokens.refuse(fresh);
        throw new SignedOut((await troubleOf(response)).message);
      }
    }
    if (response.status === 403) throw new CannotSignIn((await troubleOf(response)).message);
    return response;
  };
}

/** Null where the person has to be asked: then they read why the first was refused. */
const freshOf = (tokens: Tokens): Promise<string | null> =>
  tokens.token().catch((error: unknown) => {
    if (error instanceof SignedOut) return null;
    throw error;
  });

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
