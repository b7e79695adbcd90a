// @vitest-environment node
/** Does every call say who makes it, with one renewal at a time, and nobody asked by the way? */
import { describe, expect, it } from "vitest";
import { CannotSignIn, SignedOut } from "../src/sign-in/grant";
import { signedFetch } from "../src/sign-in/signed-fetch";
import { Tokens } from "../src/sign-in/tokens";
import { askWanted } from "../src/sign-in/wanted";
import { createClient, Trouble } from "../src/wire/client";
import type { CheckRequest, Choice } from "../src/wire/contract";
import { answering, bearerOf, type Call, ENTRA, HOUR, opened } from "./signing-in";

const never = new AbortController().signal;

describe("the token", () => {
  it("is kept until a minute before its end", async () => {
    const { door, tokens, welcomes } = opened();
    expect(await tokens.token()).toBe("t1");
    door.now = HOUR - 60_001;
    expect(await tokens.token()).toBe("t1");
    door.now = HOUR - 60_000;
    expect(await tokens.token()).toBe("t2");
    expect(door.asked).toEqual(["quietly", "quietly"]);
    expect(welcomes()).toBe(2);
  });

  it.each([0, -HOUR, NaN])(
    "is brought for a minute at least, whatever the clock here makes of %d",
    async (until) => {
      const { door, tokens } = opened();
      door.quiet = () => Promise.resolve({ token: "t", until });
      await tokens.token();
      door.now = 59_999;
      await tokens.token();
      expect(door.asked).toEqual(["quietly"]);
      door.now = 60_000;
      await tokens.token();
      expect(door.asked).toEqual(["quietly", "quietly"]);
    },
  );

  it("is renewed once, however many ask", async () => {
    const { door, tokens } = opened();
    expect(await Promise.all([tokens.token(), tokens.token(), tokens.token()])).toEqual(["t1", "t1", "t1"]);
    expect(door.asked).toEqual(["quietly"]);
  });

  it("is asked for again after a failure, and a fresh one after a refusal", async () => {
    const { door, tokens, welcomes } = opened();
    const works = door.quiet;
    door.quiet = () => Promise.reject(new SignedOut());
    await expect(tokens.token()).rejects.toBeInstanceOf(SignedOut);
    expect(welcomes()).toBe(0);
    door.quiet = works;
    const token = await tokens.token();
    tokens.refuse("another");
    expect(await tokens.token()).toBe(token);
    tokens.refuse(token);
    expect(await tokens.token()).not.toBe(token);
    expect(door.asked).toEqual(["quietly", "quietly", "fresh"]);
  });

  it("asks the person once when they press twice, and not at all when one has just come", async () => {
    const { door, tokens } = opened();
    await Promise.all([tokens.ask(), tokens.ask()]);
    expect(door.asked).toEqual(["asking"]);
    tokens.refuse("t1");
    await Promise.all([tokens.token(), tokens.ask()]);
    expect(door.asked).toEqual(["asking", "fresh"]);
  });

  it("asks the person after the quiet way has failed them", async () => {
    const { door, tokens } = opened();
    door.quiet = () => Promise.reject(new SignedOut());
    const quietly = tokens.token().catch((why: unknown) => why);
    await tokens.ask();
    expect(await quietly).toBeInstanceOf(SignedOut);
    expect(await tokens.token()).toBe("t1");
    expect(door.asked).toEqual(["quietly", "asking"]);
  });
});

describe("a call", () => {
  const choice = {} as Choice;

  it("brings the token and no cookie where people sign in", async () => {
    const { calls, fetcher } = answering(200);
    const { tokens } = opened();
    const signed = signedFetch(() => Promise.resolve(ENTRA), tokens, fetcher);
    await createClient("", 1000, signed).choose(choice);
    expect(bearerOf(calls[0])).toBe("Bearer t1");
    expect(new Headers(calls[0]?.init.headers).get("content-type")).toBe("application/json");
    expect(calls[0]?.init.credentials).toBe("omit");
  });

  it("is an ordinary one where they need not, and no sign-in code is opened", async () => {
    const { calls, fetcher } = answering(200);
    const tokens = new Tokens(() => Promise.reject(new Error("never")));
    await createClient(
      "",
      1000,
      signedFetch(() => Promise.resolve(null), tokens, fetcher),
    ).choose(choice);
    expect(bearerOf(calls[0])).toBeNull();
    expect(calls[0]?.init.credentials).toBe("same-origin");
  });

  it("tells a token that is refused from somebody who may not", async () => {
    const { door, tokens } = opened();
    const troubleAt = (status: number, detail: string): Promise<unknown> => {
      const { fetcher } = answering(status, { detail });
      const signed = signedFetch(() => Promise.resolve(ENTRA), tokens, fetcher);
      return createClient("", 1000, signed)
        .check({} as CheckRequest, never)
        .catch((why: unknown) => why);
    };
    const refused = await troubleAt(401, "This sign-in is not valid here.");
    expect(refused).toBeInstanceOf(SignedOut);
    expect((refused as SignedOut).message).toBe("This sign-in is not valid here.");
    const mayNot = await troubleAt(403, "Ask for the role.");
    expect(mayNot).toBeInstanceOf(CannotSignIn);
    expect((mayNot as CannotSignIn).message).toBe("Ask for the role.");
    expect(door.asked).toEqual(["quietly", "fresh", "fresh"]);
  });

  it("is made once more with a new token when the old one ran out on the way", async () => {
    const { door, tokens, welcomes } = opened();
    const calls: Call[] = [];
    const fetcher: typeof fetch = (url, init = {}) => {
      calls.push({ url: url as string, init });
      return Promise.resolve(new Response("{}", { status: calls.length === 1 ? 401 : 200 }));
    };
    const signed = signedFetch(() => Promise.resolve(ENTRA), tokens, fetcher);
    await createClient("", 1000, signed).choose(choice);
    expect(calls.map(bearerOf)).toEqual(["Bearer t1", "Bearer t2"]);
    expect(calls[1]?.init.body).toBe(calls[0]?.init.body);
    expect(door.asked).toEqual(["quietly", "fresh"]);
    expect(welcomes()).toBe(2); // and Send finds a new ticket
  });

  it("asks nobody by the way, and says why, where only the person can renew it", async () => {
    const { door, tokens } = opened();
    const { calls, fetcher } = answering(401, { detail: "Your sign-in is over." });
    const signed = signedFetch(() => Promise.resolve(ENTRA), tokens, fetcher);
    await tokens.token();
    door.quiet = () => Promise.reject(new SignedOut());
    const why = await createClient("", 1000, signed)
      .choose(choice)
      .catch((error: unknown) => error);
    expect(why).toBeInstanceOf(SignedOut);
    expect((why as SignedOut).message).toBe("Your sign-in is over.");
    expect(calls).toHaveLength(1);
    expect(door.asked).not.toContain("asking");
  });

  it("waits for a sign-in that hangs no longer than for anything else", async () => {
    const { door, tokens } = opened();
    door.quiet = () => new Promise(() => undefined);
    const { calls, fetcher } = answering(200);
    const client = createClient(
      "",
      20,
      signedFetch(() => Promise.resolve(ENTRA), tokens, fetcher),
    );
    await expect(client.check({} as CheckRequest, never)).rejects.toMatchObject({ kind: "slow" });
    await expect(client.choose(choice)).rejects.toMatchObject({ kind: "slow" });
    expect(calls).toEqual([]);
  });
});

describe("with whom to sign in", () => {
  const said = { authority: ENTRA.authority, client: "pane", scope: "api/X", is_entra: true };

  it("is asked once, and of whoever is not known yet", async () => {
    const { calls, fetcher } = answering(200, said);
    const wanted = askWanted("https://ours.example", fetcher);
    expect(await Promise.all([wanted(), wanted()])).toEqual([ENTRA, ENTRA]);
    expect(calls.map(({ url }) => url)).toEqual(["https://ours.example/api/v1/sign-in"]);
    expect(bearerOf(calls[0])).toBeNull();
  });

  it.each([
    ["where people pick who they are", 200, { authority: "", client: "", scope: "", is_entra: false }],
    ["of a service too old to say", 404, {}],
  ])("is nobody %s", async (_, status, body) => {
    expect(await askWanted("", answering(status, body).fetcher)()).toBeNull();
  });

  it("is asked again after it could not be told", async () => {
    let isAway = true;
    const { fetcher } = answering(200, said);
    const wanted = askWanted("", (url, init) =>
      isAway ? Promise.reject(new TypeError("away")) : fetcher(url, init),
    );
    await expect(wanted()).rejects.toMatchObject({ kind: "unreachable" });
    isAway = false;
    expect(await wanted()).toEqual(ENTRA);
  });

  it.each([
    [200, []],
    [200, { authority: 7 }],
    [503, { title: "Away" }],
  ])("is not guessed from %i %j", async (status, body) => {
    await expect(askWanted("", answering(status, body).fetcher)()).rejects.toBeInstanceOf(Trouble);
  });
});
