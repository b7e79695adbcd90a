/** Does the newest draft win, and does every way of failing end in words? */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clear } from "../dev/replies";
import type { DraftRead } from "../src/outlook/read-draft";
import { Checker } from "../src/pane/checker";
import type { PaneState } from "../src/pane/state";
import { Watch } from "../src/pane/watch";
import { type Client, Trouble } from "../src/wire/client";
import type { CheckReply } from "../src/wire/contract";

const read = (subject: string, rest: Partial<DraftRead> = {}): DraftRead => ({
  draft: {
    subject,
    body: { format: "html", content: "<p>x</p>", truncated: false },
    to: [],
    cc: [],
    bcc: [],
    recipients_capped: false,
    attachments: [],
    reply: "new",
    importance: "normal",
    sending_at: "2026-11-16T10:00:00Z",
  },
  unread: [],
  isEmpty: false,
  isUnreadable: false,
  ...rest,
});

interface Asked {
  readonly subject: string;
  readonly signal: AbortSignal;
  readonly answer: (reply: CheckReply) => void;
  readonly fail: (error: Error) => void;
}

function open(): { asked: Asked[]; shown: PaneState[]; checker: Checker; retried: () => number } {
  const asked: Asked[] = [];
  const shown: PaneState[] = [];
  let retries = 0;
  const client: Client = {
    choose: () => Promise.resolve(),
    check: (request, signal) =>
      new Promise((answer, fail) => {
        asked.push({ subject: request.draft.subject, signal, answer, fail });
      }),
  };
  const checker = new Checker(
    client,
    { host: "test", version: "1" },
    (state) => shown.push(state),
    () => (retries += 1),
  );
  return { asked, shown, checker, retried: () => retries };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the checker", () => {
  it("asks once about the same draft", () => {
    const { asked, checker } = open();
    checker.look(read("a"));
    checker.look(read("a"));
    expect(asked).toHaveLength(1);
  });

  it("drops the older question and never shows its answer", async () => {
    const { asked, shown, checker } = open();
    checker.look(read("a"));
    checker.look(read("b"));
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[0]?.answer({ ...clear, summary: "old" });
    asked[1]?.answer({ ...clear, summary: "new" });
    await vi.advanceTimersByTimeAsync(0);
    expect(shown.filter((s) => s.kind === "verdict").map((s) => s.reply.summary)).toEqual(["new"]);
  });

  it("shows a skeleton after 300 ms and a word after two seconds", async () => {
    const { shown, checker } = open();
    checker.look(read("a"));
    expect(shown.at(-1)).toEqual({ kind: "loading", wait: "short" });
    await vi.advanceTimersByTimeAsync(300);
    expect(shown.at(-1)).toEqual({ kind: "loading", wait: "noticed" });
    await vi.advanceTimersByTimeAsync(1700);
    expect(shown.at(-1)).toEqual({ kind: "loading", wait: "long" });
  });

  it("keeps the last verdict while the next is awaited", async () => {
    const { asked, shown, checker } = open();
    checker.look(read("a"));
    asked[0]?.answer(clear);
    await vi.advanceTimersByTimeAsync(0);
    checker.look(read("b"));
    expect(shown.at(-1)).toMatchObject({ kind: "verdict", wait: "short" });
  });

  it("does not ask about an empty draft", () => {
    const { asked, shown, checker } = open();
    checker.look(read("", { isEmpty: true }));
    expect(shown).toEqual([{ kind: "empty" }]);
    expect(asked).toHaveLength(0);
  });

  it("never takes an unreadable draft for a clear one", () => {
    const { shown, checker } = open();
    checker.look(read("", { isUnreadable: true }));
    expect(shown.at(-1)?.kind).toBe("trouble");
  });

  it("tries again by itself when the service could not be reached", async () => {
    const { asked, shown, checker, retried } = open();
    checker.look(read("a"));
    asked[0]?.fail(new Trouble("unreachable", "gone"));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown.at(-1)?.kind).toBe("trouble");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(retried()).toBe(1);
    checker.look(read("a"));
    expect(asked).toHaveLength(2);
  });

  it("waits as long as it is told to", async () => {
    const { asked, checker, retried } = open();
    checker.look(read("a"));
    asked[0]?.fail(new Trouble("busy", "busy", 30_000));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(retried()).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(retried()).toBe(1);
  });

  it("calls an answer that cannot be read broken", async () => {
    const { asked, shown, checker } = open();
    checker.look(read("a"));
    asked[0]?.fail(new TypeError("no"));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown.at(-1)).toMatchObject({ kind: "trouble", trouble: { kind: "broken" } });
  });
});

describe("the watch", () => {
  let text: string | null;
  let known: boolean;
  let glances: number;
  let looks: number;
  const watching = (): Watch =>
    new Watch({
      typing: () => Promise.resolve(text),
      glance: () => {
        glances += known ? 1 : 0;
        return known;
      },
      look: () => {
        looks += 1;
        return Promise.resolve();
      },
    });

  beforeEach(() => {
    [text, known, glances, looks] = ["", true, 0, 0];
  });

  it("looks at the words once typing has paused, not while it goes on, and at all of it after that", async () => {
    const watch = watching();
    watch.start();
    await vi.advanceTimersByTimeAsync(3000);
    const before = { glances, looks };
    for (const word of ["D", "De", "Dea", "Dear"]) {
      text = word;
      await vi.advanceTimersByTimeAsync(79);
    }
    expect({ glances, looks }).toEqual(before);
    await vi.advanceTimersByTimeAsync(240);
    expect({ glances, looks }).toEqual({ glances: before.glances + 1, looks: before.looks });
    await vi.advanceTimersByTimeAsync(2000);
    expect({ glances, looks }).toEqual({ glances: before.glances + 1, looks: before.looks + 1 });
    watch.stop();
  });

  it.each([
    ["the rest is not known", "Dear all", false],
    ["the words could not be read", null, true],
  ])("reads everything where %s", async (_, typed, isKnown) => {
    known = isKnown;
    const watch = watching();
    watch.start();
    await vi.advanceTimersByTimeAsync(3000);
    const before = looks;
    text = typed;
    await vi.advanceTimersByTimeAsync(500);
    expect(glances).toBe(isKnown ? 1 : 0);
    expect(looks).toBe(before + 1);
    watch.stop();
  });

  it("reads less and less often while nothing happens", async () => {
    let reads = 0;
    const watch = new Watch({
      typing: () => {
        reads += 1;
        return Promise.resolve("");
      },
      glance: () => true,
      look: () => Promise.resolve(),
    });
    watch.start();
    await vi.advanceTimersByTimeAsync(60_000);
    const first = reads;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reads - first).toBeLessThanOrEqual(30);
    watch.stop();
  });

  it("looks at once when it is told of a change, and once more for those that came meanwhile", async () => {
    const ends: (() => void)[] = [];
    const watch = new Watch({
      typing: () => Promise.resolve(""),
      glance: () => true,
      look: () => new Promise((resolve) => ends.push(resolve)),
    });
    void watch.now();
    void watch.now();
    void watch.now();
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(ends).toHaveLength(2);
  });
});
