/**
 * How does the add-in ask the service?
 *
 * One call, one deadline, no retry. Every way it can go wrong becomes a `Trouble` with words for a person.
 */
import { troubles } from "../words/spoken";
import type { CheckReply, CheckRequest, Choice } from "./contract";
import { readReply, UnreadableReply } from "./read-reply";

export type TroubleKind =
  | "unreachable"
  | "unreadable"
  | "slow"
  | "busy"
  | "too-big"
  | "refused"
  | "signed-out"
  | "no-sign-in"
  | "broken";

export class Trouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    message: string,
    readonly retryAfterMs: number | null = null,
    /** What is wrong with what was sent, by field, in words. */
    readonly faults: ReadonlyMap<string, string> = new Map(),
  ) {
    super(message);
  }
}

export interface Client {
  check(request: CheckRequest, signal: AbortSignal): Promise<CheckReply>;
  /** Notes what the person did with a card. */
  choose(choice: Choice): Promise<void>;
}

interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly faults: ReadonlyMap<string, string>;
}

export function createClient(origin: string, deadlineMs: number, fetcher: typeof fetch = fetch): Client {
  return {
    async check(request, signal) {
      const deadline = AbortSignal.timeout(deadlineMs);
      const response = await post(
        fetcher,
        `${origin}/api/v1/checks`,
        request,
        AbortSignal.any([signal, deadline]),
      ).catch((error: unknown) => {
        if (signal.aborted) throw error;
        throw troubleWith(error, deadline);
      });
      if (!response.ok) throw await troubleOf(response);
      return readReply(await json(response, signal, deadline));
    },
    async choose(choice) {
      const url = `${origin}/api/v1/choices`;
      const deadline = AbortSignal.timeout(deadlineMs);
      const response = await post(fetcher, url, choice, deadline).catch((error: unknown) => {
        throw troubleWith(error, deadline);
      });
      if (!response.ok) throw await troubleOf(response);
    },
  };
}

/** Why a call had no reply; who calls may have been the trouble. */
export function troubleWith(error: unknown, deadline: AbortSignal): Trouble {
  if (error instanceof Trouble) return error;
  return deadline.aborted
    ? new Trouble("slow", troubles.slow)
    : new Trouble("unreachable", troubles.unreachable);
}

function post(
  fetcher: typeof fetch,
  url: string,
  request: CheckRequest | Choice,
  signal: AbortSignal,
): Promise<Response> {
  return fetcher(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(request),
    credentials: "same-origin",
    signal,
  });
}

async function json(response: Response, signal: AbortSignal, deadline: AbortSignal): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (signal.aborted) throw error;
    if (deadline.aborted) throw new Trouble("slow", troubles.slow);
    throw new UnreadableReply("The service answered something that is not JSON.");
  }
}

/** RFC 9457: the service's own words are shown when it gives any. */
export async function troubleOf(response: Response): Promise<Trouble> {
  const problem = await problemOf(response);
  const said = problem.detail || problem.title;
  switch (response.status) {
    case 401:
    case 403:
      return new Trouble("signed-out", said || troubles.signIn);
    case 413:
      return new Trouble("too-big", said || troubles.tooBig);
    case 429:
      return new Trouble("busy", said || troubles.busy, retryAfter(response));
    case 400:
    case 422:
      return new Trouble("refused", said || troubles.refused, null, problem.faults);
    case 502:
    case 503:
    case 504:
      return new Trouble("unreachable", said || troubles.unreachable, retryAfter(response));
    default:
      return new Trouble("broken", said || troubles.broken);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  if (!(response.headers.get("Content-Type") ?? "").includes("json"))
    return { title: "", detail: "", faults: new Map() };
  const body: unknown = await response.json().catch(() => null);
  const fields = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const word = (name: string): string => (typeof fields[name] === "string" ? fields[name] : "");
  return { title: word("title"), detail: word("detail"), faults: faultsOf(fields.errors) };
}

/** By the first step of the JSON pointer: the field of the form. The first fault of a field counts. */
function faultsOf(errors: unknown): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const error of Array.isArray(errors) ? (errors as unknown[]) : []) {
    const { pointer, detail } = (error ?? {}) as Record<string, unknown>;
    const field = typeof pointer === "string" ? (pointer.split("/")[1] ?? "") : "";
    if (field !== "" && typeof detail === "string" && !faults.has(field)) faults.set(field, detail);
  }
  return faults;
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}
