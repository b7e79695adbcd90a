// @vitest-environment node
/** Is Outlook answered once at Send, whatever the service and Outlook do, and is it said when nothing was checked? */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clear, webmail } from "../dev/replies";
import type { WhyNot } from "../src/send/why-not";
import type { CheckReply } from "../src/wire/contract";
import { events } from "../src/words/spoken";
import { builtBundle } from "./launch-realm";
import { away, hung, json, launched, verdict } from "./launched";

const warned: CheckReply = {
  ...webmail,
  advice: webmail.advice.map((card) => ({ ...card, severity: "warn" as const })),
};

beforeEach(async () => {
  await builtBundle();
}, 60_000);

describe("a verdict", () => {
  it("that finds nothing lets the mail go, and the header says so without a word of it", async () => {
    const { send, held, outcome, asked, note } = await launched(verdict(clear));
    const { completions } = await send();
    expect(completions).toEqual([{ allowEvent: true }]);
    expect(outcome()).toBe("clear");
    expect(held.headers.get("x-sendwell-checked")).toMatch(
      /^v=1; outcome=clear; at=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    );
    expect(asked.map(({ url, body }) => [url, body.moment])).toEqual([
      ["https://sendwell.example/api/v1/checks", "send"],
    ]);
    expect(note()).toBeUndefined();
  });

  it("that holds it is told plain and in Markdown, with the way to its card", async () => {
    const { send, outcome } = await launched(verdict(webmail));
    const { completions } = await send();
    expect(completions).toHaveLength(1);
    const [answer] = completions;
    expect(answer).toMatchObject({
      allowEvent: false,
      commandId: "composePane",
      contextData: JSON.stringify({ v: 1, rule: webmail.advice[0]?.rule }),
    });
    expect(answer).not.toHaveProperty("sendModeOverride"); // it waits for a reason
    expect(String(answer?.errorMessage).length).toBeLessThanOrEqual(500);
    expect(String(answer?.errorMessageMarkdown)).toMatch(/^\*\*/);
    expect(outcome()).toBe(webmail.verdict);
  });

  it.each([
    ["1.12", ["allowEvent", "errorMessage"]],
    ["1.14", ["allowEvent", "errorMessage", "cancelLabel", "commandId", "contextData", "sendModeOverride"]],
  ])("gives an Outlook of %s only what it knows", async (mailbox, fields) => {
    const { send } = await launched(verdict(warned), { mailbox });
    const { completions } = await send();
    expect(Object.keys(completions[0] ?? {})).toEqual(fields);
  });

  it("is of the mail as it goes: written on meanwhile, it is checked again", async () => {
    const written = await launched((_url, nth) => {
      if (nth === 1) written.held.body.setHtml("<p>And one thing more.</p>");
      return json(nth === 1 ? clear : webmail);
    });
    const { completions } = await written.send();
    expect(written.asked).toHaveLength(2);
    expect(JSON.stringify(written.asked[1]?.body.draft)).toContain("one thing more");
    expect(completions[0]?.allowEvent).toBe(false);
  });

  it("is none of a mail that never stands still", async () => {
    const restless = await launched((_url, nth) => {
      restless.held.setSubject(`Version ${nth}`);
      return json(clear);
    });
    const { completions } = await restless.send();
    expect(completions).toEqual([{ allowEvent: true }]);
    expect(restless.note()).toBe(events.notChecked.changing);
    expect(restless.outcome()).toBe("not-checked");
  });

  it("of a mail that Outlook gave in part says which part", async () => {
    const { send, outcome, note } = await launched(verdict(clear), { faults: ["to.getAsync"] });
    await send();
    expect(outcome()).toBe("partly");
    expect(note()).toBe("Not checked: Outlook did not give the To field.");
  });

  it("of a mail with a file that was not opened says that too, unless something graver was found", async () => {
    const not_checked = [{ check: "attachments", reason: "The file plan.pdf could not be opened." }];
    const part = await launched(verdict({ ...clear, not_checked }));
    await part.send();
    expect(part.outcome()).toBe("partly");
    expect(part.note()).toBe("Not checked: The file plan.pdf could not be opened.");
    const held = await launched(verdict({ ...webmail, not_checked }));
    await held.send();
    expect(held.outcome()).toBe(webmail.verdict);
  });

  it("speaks of the shared mailbox it goes out from, and of the hour it is to leave", async () => {
    const { send, held, asked } = await launched(verdict(clear), { differs: { owner: "shared" } });
    held.setFrom("Admissions", "admissions@wealdshire.example");
    held.deferredUntil = new Date("2026-11-23T07:30:00Z");
    await send();
    expect(asked[0]?.body.draft).toMatchObject({
      from: { address: "admissions@wealdshire.example" },
      sending_at: "2026-11-23T07:30:00.000Z",
    });
  });

  it("is asked for with the draft's ticket and no cookie; in local mode with neither", async () => {
    const { send, held, asked } = await launched(verdict(clear));
    await send();
    held.session.set("sendwell.ticket", JSON.stringify({ ticket: "word.signed", until: 1 }));
    await send();
    expect(
      asked.map(({ init }) => [(init.headers as Record<string, string>).Authorization, init.credentials]),
    ).toEqual([
      [undefined, "same-origin"],
      ["Ticket word.signed", "omit"],
    ]);
  });
});

describe("no verdict", () => {
  const html = { ok: true, status: 200, json: () => Promise.reject(new SyntaxError("<")) };
  it.each<[WhyNot, Parameters<typeof launched>[0]]>([
    ["unreachable", away],
    ["unreachable", () => json({}, 503)],
    ["busy", () => json({}, 429)],
    ["too-big", () => json({}, 413)],
    ["refused", () => json({}, 422)],
    ["signed-out", () => json({}, 401)],
    ["broken", () => json({}, 500)],
    ["broken", () => json({ hello: 1 })],
    ["broken", () => json(null)],
    ["broken", () => Promise.resolve(html)],
    ["broken", () => Promise.resolve(undefined)],
  ])("because of %s lets the mail go and says so", async (why, says) => {
    const { send, outcome, note } = await launched(says);
    const { completions } = await send();
    expect(completions).toEqual([{ allowEvent: true }]);
    expect(note()).toBe(events.notChecked[why]);
    expect(outcome()).toBe("not-checked");
  });

  it("says it in the very words of the product", () => {
    expect(events.notChecked.unreachable).toBe("Sendwell could not be reached. Your mail is not blocked.");
    for (const words of Object.values(events.notChecked)) expect(words.length).toBeLessThanOrEqual(150);
  });

  it("takes back what an earlier Send wrote in the header", async () => {
    const { send, outcome } = await launched((_url, nth) => (nth === 1 ? json(clear) : away("", nth)));
    await send();
    expect(outcome()).toBe("clear");
    await send();
    expect(outcome()).toBe("not-checked");
  });

  it("of a mail that Outlook does not let be read asks nobody", async () => {
    const { send, asked, note } = await launched(verdict(clear), {
      faults: ["subject.getAsync", "body.getAsync"],
    });
    expect((await send()).completions).toEqual([{ allowEvent: true }]);
    expect(asked).toEqual([]);
    expect(note()).toBe(events.notChecked.unreadable);
  });
});

describe("what takes for ever", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => vi.useRealTimers());

  it("is a service: Outlook is answered after two seconds and a half, once", async () => {
    const { send, note } = await launched(hung);
    const fired = send();
    await vi.advanceTimersByTimeAsync(2100);
    expect(note()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(400);
    expect(note()).toBe(events.notChecked.slow);
    await vi.advanceTimersByTimeAsync(6000);
    expect((await fired).completions).toEqual([{ allowEvent: true }]);
  });

  it("is a reply that ends too late: it changes nothing any more", async () => {
    const { send } = await launched(() => new Promise((resolve) => setTimeout(resolve, 4000, json(webmail))));
    const fired = send();
    await vi.advanceTimersByTimeAsync(7000);
    expect((await fired).completions).toEqual([{ allowEvent: true }]);
  });

  it("is Outlook, at every call", async () => {
    const { send } = await launched(verdict(webmail), { differs: { calls: { "*": "silent" } } });
    const fired = send();
    let isDone = false;
    void fired.then(() => (isDone = true));
    await vi.advanceTimersByTimeAsync(2600);
    expect(isDone).toBe(true);
    expect((await fired).completions).toEqual([{ allowEvent: true }]);
  });

  it("is one call of Outlook's: the rest is checked, and the gap is told", async () => {
    const { send, note } = await launched(verdict(clear), {
      differs: { calls: { "cc.getAsync": "silent" } },
    });
    const fired = send();
    await vi.advanceTimersByTimeAsync(2600);
    expect((await fired).completions).toEqual([{ allowEvent: true }]);
    expect(note()).toBe("Not checked: Outlook did not give the Cc field.");
  });
});

describe("an Outlook that is hard on an add-in", () => {
  it.each([
    ["has no item", { item: "none" as const }],
    ["has an appointment open", { item: "appointment" as const }],
    ["has a message open that is only read", { item: "reading" as const }],
  ])("%s: the event ends, and nobody is asked", async (_name, differs) => {
    const { send, asked } = await launched(verdict(webmail), { differs });
    expect((await send()).completions).toEqual([{ allowEvent: true }]);
    expect(asked).toEqual([]);
  });

  it.each(["throws", "fails", "fails-unexplained", "lacks", "blank", "twice"] as const)(
    "where every call %s, one answer is given",
    async (manner) => {
      const { send } = await launched(verdict(clear), { differs: { calls: { "*": manner } } });
      expect((await send()).completions).toEqual([{ allowEvent: true }]);
    },
  );

  it("that does not say what it supports is asked for nothing newer", async () => {
    const { send } = await launched(verdict(webmail), { differs: { tellsSets: false } });
    expect(Object.keys((await send()).completions[0] ?? {})).toEqual(["allowEvent", "errorMessage"]);
  });

  it("without a context gets its answer", async () => {
    const { send } = await launched(verdict(webmail), {}, (office) => delete office.context);
    expect((await send()).completions).toEqual([{ allowEvent: true }]);
  });

  it("is never given more than three calls at once", async () => {
    const { send, most } = await launched(verdict(clear), { delay: [2, 9] });
    await send();
    expect(most()).toBeLessThanOrEqual(3);
  });
});
