/**
 * What becomes of a call to the service when the network, or the service, has a bad day?
 *
 * Stands in front of the real `fetch` and touches nothing but calls to `/api/v1/`. An answer comes from the real
 * service unless the condition says otherwise.
 */
import type { Play, ServiceManner } from "./play";

const OURS = "/api/v1/";

export function playedFetch({ service, isOnline, closed }: Play, real: typeof fetch): typeof fetch {
  return (input, init) => {
    const url = typeof input === "string" ? input : input instanceof URL ? input.href : input.url;
    if (!url.includes(OURS)) return real(input, init);
    if (!isOnline) return Promise.reject(new TypeError("Failed to fetch"));
    const ask = (): Promise<Response> => real(input, init);
    const asked = closed.length > 0 && url.endsWith("/sign-in") ? () => withClosed(ask(), closed) : ask;
    return answer(service, url, asked, init?.signal ?? null);
  };
}

async function answer(
  service: ServiceManner,
  url: string,
  ask: () => Promise<Response>,
  signal: AbortSignal | null,
): Promise<Response> {
  switch (service.does) {
    case "answers":
      if (service.afterMs !== undefined) await waited(service.afterMs, signal);
      return ask();
    case "unreachable":
      throw new TypeError("Failed to fetch");
    case "hangs":
      return waited(Number.POSITIVE_INFINITY, signal);
    case "cut-off":
      return url.endsWith("/checks") ? cutOff(await ask()) : ask();
    case "says":
      if (service.only !== undefined && !url.endsWith(service.only)) return ask();
      return new Response(service.body, {
        status: service.status,
        headers: { "Content-Type": service.type, ...service.headers },
      });
  }
}

/** Ends early where the caller gives up, as a real call does. */
function waited<T>(ms: number, signal: AbortSignal | null): Promise<T> {
  return new Promise((resolve, reject) => {
    if (Number.isFinite(ms)) setTimeout(() => resolve(undefined as T), ms);
    const stop = (): void => reject(signal?.reason as Error);
    if (signal?.aborted === true) stop();
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/** Half of what the service said, as when the connection breaks on the way. */
async function cutOff(whole: Response): Promise<Response> {
  const text = await whole.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), {
    status: whole.status,
    headers: { "Content-Type": whole.headers.get("Content-Type") ?? "application/json" },
  });
}

/** What the service says of itself, with what this organisation closed. */
async function withClosed(said: Promise<Response>, closed: readonly string[]): Promise<Response> {
  const told = (await (await said).json()) as object;
  return Response.json({ ...told, closed_at_send: closed });
}
