/**
 * With whom does the pane sign people in?
 *
 * Asked once, before anybody is known. Null where nobody need sign in, and of a service too old to say.
 */
import { Trouble, troubleOf, troubleWith } from "../wire/client";
import { troubles } from "../words/spoken";
import type { Wanted } from "./grant";

const DEADLINE_MS = 10_000;

/** What is told is remembered; a failure is not. */
export function askWanted(origin: string, fetcher: typeof fetch = fetch): () => Promise<Wanted | null> {
  let told: Promise<Wanted | null> | null = null;
  return () => {
    told ??= ask(origin, fetcher).catch((error: unknown) => {
      told = null;
      throw error;
    });
    return told;
  };
}

async function ask(origin: string, fetcher: typeof fetch): Promise<Wanted | null> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const response = await fetcher(`${origin}/api/v1/sign-in`, {
    headers: { Accept: "application/json" },
    signal: deadline,
  }).catch((error: unknown) => {
    throw troubleWith(error, deadline);
  });
  if (response.status === 404) return null;
  if (!response.ok) throw await troubleOf(response);
  const said = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  if (typeof said?.authority !== "string") throw new Trouble("broken", troubles.signInNotSaid);
  const word = (name: string): string => (typeof said[name] === "string" ? said[name] : "");
  if (said.authority === "") return null;
  return {
    authority: said.authority,
    client: word("client"),
    scope: word("scope"),
    isEntra: said.is_entra === true,
  };
}
