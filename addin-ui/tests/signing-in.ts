/** Who signs in in the tests, at what door, and what does the service hear of it? */
import type { Door, Grant, Wanted } from "../src/sign-in/grant";
import { Tokens } from "../src/sign-in/tokens";

export const HOUR = 3_600_000;
export const ENTRA: Wanted = {
  authority: "https://login.example/t",
  client: "pane",
  scope: "api/X",
  isEntra: true,
};

export class FakeDoor implements Door {
  readonly asked: string[] = [];
  quiet: () => Promise<Grant> = () => Promise.resolve(this.#next());
  loud: () => Promise<Grant> = () => Promise.resolve(this.#next());
  now = 0;
  #given = 0;

  quietly(isFresh: boolean): Promise<Grant> {
    this.asked.push(isFresh ? "fresh" : "quietly");
    return this.quiet();
  }

  asking(): Promise<Grant> {
    this.asked.push("asking");
    return this.loud();
  }

  #next(): Grant {
    this.#given += 1;
    return { token: `t${this.#given}`, until: this.now + HOUR };
  }
}

export function opened(): { door: FakeDoor; tokens: Tokens; welcomes: () => number } {
  const door = new FakeDoor();
  let welcomes = 0;
  const tokens = new Tokens(
    () => Promise.resolve(door),
    () => (welcomes += 1),
    () => door.now,
  );
  return { door, tokens, welcomes: () => welcomes };
}

export interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

export function answering(status: number, body: object = {}): { calls: Call[]; fetcher: typeof fetch } {
  const calls: Call[] = [];
  const type = status < 400 ? "application/json" : "application/problem+json";
  const fetcher: typeof fetch = (url, init = {}) => {
    calls.push({ url: url as string, init });
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } }));
  };
  return { calls, fetcher };
}

export const bearerOf = (call: Call | undefined): string | null =>
  new Headers(call?.init.headers).get("authorization");
