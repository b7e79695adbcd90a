// @vitest-environment node
/** What does the pane make of the service's changes, and of a service that does not go along? */
import { describe, expect, it, vi } from "vitest";
import { SignedOut } from "../src/sign-in/grant";
import { Trouble } from "../src/wire/client";
import { createFixClient, readChange, Stale } from "../src/wire/fix";
import { openOutlook } from "./fake-outlook";
import { card, fixerOf, listening, service, step } from "./fixing";

const BODY = "<p>No. <b>943</b> 476 5919</p>";
const redact = step("redact");

describe("when the service does not go along", () => {
  it.each([
    [new Stale("changed", "The message has changed."), "being checked again"],
    [new Trouble("unreachable", "Sendwell could not be reached."), "Nothing was changed."],
    [new Error("anything"), "Outlook did not take the change"],
  ])("nothing is changed, and that is said: %s", async (why, said) => {
    const { held, item } = openOutlook();
    held.body.setHtml(BODY);
    const { told, tell } = listening();
    const client = { ...service(() => ({})), fix: () => Promise.reject(why) };
    await fixerOf(item, tell, client).run(redact, card(redact));
    expect(told[0]?.[0]).toContain(said);
    expect(held.body.html()).toBe(BODY);
  });

  it("a service that hangs is said to, and then that nothing was changed", async () => {
    const { item } = openOutlook();
    const { told, tell } = listening();
    let end: (why: Error) => void = () => undefined;
    const client = { ...service(() => ({})), fix: () => new Promise<never>((_, reject) => (end = reject)) };
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const done = fixerOf(item, tell, client).run(redact, card(redact));
    await vi.advanceTimersByTimeAsync(2500);
    expect(told.map(([words]) => words)).toEqual(["This takes longer than usual."]);
    end(new Trouble("slow", "Sendwell took too long to answer."));
    await done;
    vi.useRealTimers();
    expect(told.at(-1)?.[0]).toBe("Sendwell took too long to answer. Nothing was changed.");
  });

  it("whoever is signed out by then is shown how to sign in", async () => {
    const { item } = openOutlook();
    const { told, tell } = listening();
    const again = vi.fn();
    const client = { ...service(() => ({})), fix: () => Promise.reject(new SignedOut()) };
    await fixerOf(item, tell, client, { again }).run(redact, card(redact));
    expect(told[0]?.[0]).toContain("Nothing was changed.");
    expect(again).toHaveBeenCalledTimes(1);
  });

  it("a second press while the first is under way does nothing", async () => {
    const { item } = openOutlook();
    const { tell } = listening();
    const client = service(() => ({}));
    const fixer = fixerOf(item, tell, client);
    await Promise.all([fixer.run(redact, card(redact)), fixer.run(redact, card(redact))]);
    expect(client.asked).toHaveLength(1);
  });
});

describe("the wire", () => {
  it("reads a change, and takes nothing else for one", () => {
    const change = readChange({
      said: "Moved 1 to Bcc.",
      subject: null,
      body: { format: "html", content: "<p>" },
      to: [],
      bcc: [{ address: "a@b", was: { field: "cc", at: 2 } }],
      sending_at: "2026-11-23T08:30:00+00:00",
      detached: [1],
    });
    expect(change.people).toEqual({ to: [], bcc: [{ field: "cc", at: 2 }] });
    expect(change).toMatchObject({ subject: null, body: "<p>", detached: [1], above: "" });
    expect(change.sendingAt?.toISOString()).toBe("2026-11-23T08:30:00.000Z");
    expect(() => readChange({})).toThrow(Trouble);
    expect(() => readChange({ said: "Moved 12 to Bcc." })).toThrow(Trouble);
    expect(() => readChange("<html>")).toThrow(Trouble);
  });

  it("sends a file as a form, and never follows a link that is a script", async () => {
    const fetcher = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() =>
      Promise.resolve(new Response(JSON.stringify({ link: "javascript:alert(1)" }), { status: 201 })),
    );
    const client = createFixClient("https://a.example", 1000, fetcher as unknown as typeof fetch);
    expect(await client.put("a.pdf", new Blob(["x"]))).toEqual({ href: "", isWaiting: false });
    const form = fetcher.mock.calls[0]?.[1].body as FormData;
    expect(form.get("in_mail")).toBe("true");
    expect((form.get("file") as File).name).toBe("a.pdf");
  });

  it.each(["<h1>Sign in to the network</h1>", "null", "{}"])(
    "does not take %s for a word about the file",
    async (body) => {
      const fetcher: typeof fetch = () => Promise.resolve(new Response(body, { status: 201 }));
      const client = createFixClient("https://a.example", 1000, fetcher);
      await expect(client.put("a.pdf", new Blob(["x"]))).rejects.toMatchObject({ kind: "broken" });
    },
  );
});
