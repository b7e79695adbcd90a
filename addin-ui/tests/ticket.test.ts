/** Does Send find a ticket while the pane is open, and go on without one? */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { leaveTicket, leftTicket, type Ticket } from "../src/send/ticket";
import { SignedOut } from "../src/sign-in/grant";
import { TicketKeeper } from "../src/sign-in/ticket-keeper";
import { Trouble } from "../src/wire/client";
import { openOutlook } from "./fake-outlook";

const MINUTE = 60_000;
const TICKET: Ticket = { ticket: "word.signed", until: 20 * MINUTE };

describe("the keeper", () => {
  beforeEach(() => vi.useFakeTimers({ now: 0 }));
  afterEach(() => vi.useRealTimers());

  function keeping(): {
    left: Ticket[];
    asked: number[];
    fails: (why: Error | null) => void;
    keeper: TicketKeeper;
  } {
    const left: Ticket[] = [];
    const asked: number[] = [];
    let why: Error | null = null;
    const keeper = new TicketKeeper(
      (method, path, body, read) => {
        expect([method, path, body]).toEqual(["POST", "", null]);
        asked.push(Date.now());
        const until = new Date(Date.now() + 20 * MINUTE).toISOString();
        return why === null ? Promise.resolve(read({ ticket: "t", until })) : Promise.reject(why);
      },
      (ticket) => {
        left.push(ticket);
        return Promise.resolve();
      },
    );
    return { left, asked, keeper, fails: (now) => (why = now) };
  }

  it("leaves a new one at half of the old one's time", async () => {
    const { left, asked, keeper } = keeping();
    await keeper.renew();
    await vi.advanceTimersByTimeAsync(25 * MINUTE);
    expect(asked).toEqual([0, 10 * MINUTE, 20 * MINUTE]);
    expect(left[0]).toEqual({ ticket: "t", until: 20 * MINUTE });
  });

  it("begins again when somebody signs in again, with one clock", async () => {
    const { asked, keeper } = keeping();
    await keeper.renew();
    await vi.advanceTimersByTimeAsync(4 * MINUTE);
    await keeper.renew();
    await vi.advanceTimersByTimeAsync(11 * MINUTE);
    expect(asked).toEqual([0, 4 * MINUTE, 14 * MINUTE]);
  });

  it("tries again after a minute, but not when somebody must sign in first", async () => {
    const { left, asked, fails, keeper } = keeping();
    fails(new Trouble("unreachable", "away"));
    await keeper.renew();
    await vi.advanceTimersByTimeAsync(MINUTE);
    fails(new SignedOut());
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(asked).toEqual([0, MINUTE, 2 * MINUTE]);
    expect(left).toEqual([]);
  });

  it.each([null, "soon"])("leaves nothing where none is needed, and asks no more (%j)", async (until) => {
    const asked: string[] = [];
    const keeper = new TicketKeeper(
      (method, _path, _body, read) => {
        asked.push(method);
        return Promise.resolve(read({ ticket: until === null ? "" : "t", until }));
      },
      () => Promise.reject(new Error("never")),
    );
    await keeper.renew();
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(asked).toEqual(["POST"]);
  });
});

describe("where it lies", () => {
  beforeEach(() => localStorage.clear());

  it("is with the draft; the service knows by its own clock whether its time is over", async () => {
    const { item } = openOutlook();
    expect(await leftTicket(item)).toBe("");
    await leaveTicket(item, TICKET);
    expect(await leftTicket(item)).toBe("word.signed");
    expect(localStorage).toHaveLength(0);
  });

  it("is shared storage too on a Mac, whose Send sees no other", async () => {
    const left = openOutlook({ faults: ["sessionData.getAsync", "sessionData.setAsync"] });
    Object.assign(Office.context, { platform: "Mac", partitionKey: "p7." });
    await leaveTicket(left.item, TICKET);
    expect(localStorage.key(0)).toBe("p7.sendwell.ticket");
    expect(await leftTicket(left.item)).toBe("word.signed");
  });

  it.each(["1.8", "1.5"])(
    "is nowhere in an Outlook of %s, and nobody is stopped by that",
    async (mailbox) => {
      const { item } = openOutlook({ mailbox });
      await leaveTicket(item, TICKET);
      expect(await leftTicket(item)).toBe("");
    },
  );

  it.each([
    "",
    "{",
    "null",
    "7",
    '{"ticket":7,"until":9e15}',
    '{"ticket":"t"}',
    '{"ticket":"t","until":"x"}',
  ])("is nothing when what lies there is %j", async (kept) => {
    const { held, item } = openOutlook();
    held.session.set("sendwell.ticket", kept);
    expect(await leftTicket(item)).toBe("");
  });
});
