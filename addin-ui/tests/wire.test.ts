// @vitest-environment node
/** Is a reply read as it is meant, and a failure told kindly? */
import { describe, expect, it } from "vitest";
import { angry, bulletin, clear, nhsNumber, noSubject, shownFamilies, webmail } from "../dev/replies";
import { answerFor, LONGEST_LABEL, LONGEST_MESSAGE } from "../src/send/answer";
import { fit } from "../src/send/style";
import { createClient, Trouble } from "../src/wire/client";
import type { CheckRequest } from "../src/wire/contract";
import { readReply, safeHref } from "../src/wire/read-reply";

const never = new AbortController().signal;
const request = { moment: "compose" } as CheckRequest;
const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): typeof fetch =>
  () =>
    Promise.resolve(
      new Response(typeof body === "string" ? body : JSON.stringify(body), {
        status,
        headers: {
          "Content-Type": status < 400 ? "application/json" : "application/problem+json",
          ...headers,
        },
      }),
    );
const troubleOf = (fetcher: typeof fetch): Promise<unknown> =>
  createClient("", 1000, fetcher)
    .check(request, never)
    .catch((error: unknown) => error);

/** With the defaults of what a service may leave out. */
const whole = {
  ...bulletin,
  route: { question: null, ...bulletin.route },
  advice: bulletin.advice.map((advice) => ({
    attach_key: "",
    ...advice,
    actions: advice.actions.map((action) => ({ asks: "", chooses: [], ...action })),
  })),
};

describe("reading a reply", () => {
  it("keeps what is known and ignores what is new", () => {
    const read = readReply({ ...bulletin, novelty: [1], route: { ...bulletin.route, novelty: 1 } });
    expect(read).toEqual(whole);
  });

  it("reads a question with two answers, and asks nothing that it does not understand", () => {
    const answers = [
      { channel: "communications-team", label: "Yes" },
      { channel: "bulletin", label: "No" },
    ];
    const asked = (question: unknown): unknown =>
      readReply({ verdict: "clear", route: { channel: "bulletin", question } }).route.question;
    const question = { doubt: "law", asks: "Does a law set the day?", answers };
    expect(asked(question)).toEqual(question);
    expect(asked({ ...question, doubt: "weather" })).toBeNull();
    expect(asked({ ...question, answers: answers.slice(1) })).toBeNull();
    expect(asked("law")).toBeNull();
  });

  it("has a default for everything that an older service leaves out", () => {
    const read = readReply({
      verdict: "warn",
      route: { channel: "send" },
      advice: [{ id: "a1", title: "T" }],
    });
    expect(read.advice[0]).toMatchObject({
      title: "T",
      also: [],
      actions: [],
      spans: [],
      clause: null,
      severity: "info",
    });
    expect(read.audience.schools).toBe(0);
    expect(read.not_checked).toEqual([]);
  });

  it("never shows an unknown channel as fine to send", () => {
    expect(readReply({ verdict: "clear", route: { channel: "carrier-pigeon" } }).route.channel).toBe(
      "unknown-audience",
    );
  });

  it.each([null, [], {}, { verdict: "fine" }, { verdict: "clear" }, "ok"])("refuses %j", (value) => {
    expect(() => readReply(value)).toThrow();
  });

  it("takes only links that a person may follow", () => {
    expect(safeHref("https://secure.example/")).toBe("https://secure.example/");
    expect(safeHref("javascript:alert(1)")).toBe("");
    expect(safeHref("data:text/html,x")).toBe("");
  });
});

describe("asking the service", () => {
  it("gives the reply", async () => {
    expect(await createClient("", 1000, answering(200, bulletin)).check(request, never)).toEqual(whole);
  });

  it.each([
    [400, "refused"],
    [401, "signed-out"],
    [403, "signed-out"],
    [413, "too-big"],
    [422, "refused"],
    [500, "broken"],
    [503, "unreachable"],
  ])("tells %i as %s, in the service's own words", async (status, kind) => {
    const trouble = await troubleOf(answering(status, { title: "T", detail: "What to do." }));
    expect(trouble).toMatchObject({ kind, message: "What to do." });
  });

  it("heeds Retry-After", async () => {
    const trouble = await troubleOf(answering(429, {}, { "Retry-After": "7" }));
    expect(trouble).toMatchObject({ kind: "busy", retryAfterMs: 7000 });
  });

  it("tells a network failure and a late answer apart", async () => {
    expect(await troubleOf(() => Promise.reject(new TypeError("failed")))).toMatchObject({
      kind: "unreachable",
    });
    const hanging: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener("abort", () => {
          reject(new Error("aborted"));
        }),
      );
    const late = await createClient("", 20, hanging)
      .check(request, never)
      .catch((e: unknown) => e);
    expect(late).toMatchObject({ kind: "slow" });
  });

  it("does not take nonsense for an answer", async () => {
    expect(await troubleOf(answering(200, "<html>"))).toBeInstanceOf(Error);
    expect(await troubleOf(answering(200, "<html>"))).not.toBeInstanceOf(Trouble);
  });
});

describe("the answer at Send", () => {
  const [advice] = bulletin.advice;

  it("lets a clear draft go", () => {
    expect(answerFor(clear)).toEqual({ allowEvent: true });
  });

  it("holds one with its clause, within Outlook's limits", () => {
    const answer = answerFor(bulletin);
    expect(answer).toMatchObject({ allowEvent: false, commandId: "composePane" });
    expect(answer.errorMessage).toContain("News for all schools goes in the e-bulletin");
    expect(answer.errorMessage).toContain("Put information of interest");
    expect(answer.errorMessage).toContain("(Writing to Kent schools, You can)");
    expect(answer.cancelLabel?.length).toBeLessThanOrEqual(LONGEST_LABEL);
    expect(JSON.parse(answer.contextData ?? "")).toEqual({ v: 1, rule: "bulletin-for-all-schools" });
  });

  it("lets a draft go when its advice is only shown, or only a tip", () => {
    const shown = bulletin.advice.map((a) => ({ ...a, mode: "warn" as const }));
    expect(answerFor({ ...bulletin, advice: shown })).toEqual({ allowEvent: true });
    expect(answerFor({ ...bulletin, advice: bulletin.advice.slice(1) })).toEqual({ allowEvent: true });
  });

  it("stays within 500 characters and still says that there is more", () => {
    const long = { ...advice!, message: "word ".repeat(300) };
    const { errorMessage = "" } = answerFor({ ...bulletin, advice: [long, { ...long, severity: "warn" }] });
    expect(errorMessage.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
    expect(errorMessage).toMatch(/And 1 more thing to check\.$/);
    expect(errorMessage).toContain("(Writing to Kent schools, You can)"); // the message gives way, not the policy
  });

  it("shows the words it is about, in one plain line", () => {
    const said = (excerpt: string, rest: object = {}): string => {
      const spans = [{ ...angry.spans[0]!, excerpt }];
      const reply = { ...clear, verdict: "warn" as const, advice: [{ ...angry, spans, ...rest }] };
      return answerFor(reply).errorMessage ?? "";
    };
    expect(said("He's an idiot")).toMatch(/read it again\?\n“He's an idiot”\n\nThat may be fair/);
    expect(said("one\u202e <b>two</b>\n\n  three")).toContain("\n“one <b>two</b> three”\n");
    expect(said("word ".repeat(16))).toMatch(/\n“(word ){10}word…”\n/);
    expect(said("Amara Okoye", { spans: shownFamilies.spans })).not.toContain("“Amara");
    expect(said("Headteachers", { check: "audience-shape" })).not.toContain("Headteachers");
    const two = ["a fool", "a liar"].map((excerpt, at) => ({ ...angry.spans[0]!, excerpt, primary: at > 0 }));
    expect(said("", { spans: two })).toContain("\n“a liar” and 1 more\n");
  });

  it("never quotes a secret, nor the sentence it stands in", () => {
    const login = { ...angry, check: "credentials", severity: "justify" as const };
    const whole = { ...angry, severity: "justify" as const };
    for (const [first, other] of [
      [login, noSubject],
      [whole, { ...login, severity: "warn" as const }],
      [{ ...login, severity: "block" as const }, noSubject],
    ] as const)
      expect(answerFor({ ...clear, advice: [first, other] }).errorMessage).not.toContain("livid");
  });

  it("says plainly what should come out first, and only then", () => {
    const block = { ...nhsNumber, severity: "block" as const };
    const reply = { ...webmail, verdict: "block" as const, advice: [block] };
    expect(answerFor(reply).errorMessage).toMatch(/^Take this out first: “••• ••• 5919”\./);
    const unquoted = { ...block, spans: [] };
    expect(answerFor({ ...reply, advice: [unquoted] }).errorMessage).toMatch(/^Take the number out first\./);
  });

  it.each([
    ["what must come out", "block", "", undefined],
    ["what waits for a reason", "justify", "key", undefined],
    ["what asks for a reason and takes none", "justify", "", "promptUser"],
    ["a warning", "warn", "key", "promptUser"],
  ] as const)("goes by the mode that was deployed or relaxes it: %s", (_what, severity, answer_key, mode) => {
    const card = { ...nhsNumber, severity, answer_key };
    expect(answerFor({ ...webmail, verdict: severity, advice: [card] }).sendModeOverride).toBe(mode);
  });

  it("cuts at a word", () => {
    expect(fit("one two three four", 12)).toBe("one two…");
    expect(fit("short", 12)).toBe("short");
  });
});
