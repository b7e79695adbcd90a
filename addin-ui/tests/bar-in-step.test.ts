// @vitest-environment node
/** Does the bar above the message say what the pane says, in the same words as Outlook's events, and each thing once? */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { bulletin, clear } from "../dev/replies";
import { beginBar, tell } from "../src/bar/bar";
import { toldOfVerdict, toldWithout } from "../src/bar/told";
import type { DraftRead } from "../src/outlook/read-draft";
import { BarInStep } from "../src/pane/bar-in-step";
import type { PaneState } from "../src/pane/state";
import { Trouble } from "../src/wire/client";
import type { CheckReply } from "../src/wire/contract";
import { events } from "../src/words/spoken";
import { verdict } from "./drawn-pane";
import { openOutlook, type Outlook, person } from "./fake-outlook";

const TWO: CheckReply = { ...bulletin, summary: "nine schools · 1 thing to check" };
const NONE: CheckReply = { ...clear, summary: "nine schools" };
const trouble = (kind: Trouble["kind"]): PaneState => ({ kind: "trouble", trouble: new Trouble(kind, "x") });

const to = (...people: object[]): DraftRead =>
  ({ draft: { to: people, cc: [], bcc: [] } }) as unknown as DraftRead;
const notes = ({ held }: Outlook): string[] =>
  held.notes.map(({ key, message }) => `${key}: ${message}`).sort();
const calm = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 60));

/** A message about which Outlook's events have told, with the pane open beside it. */
async function opened(around: Parameters<typeof openOutlook>[0] = {}): Promise<[Outlook, BarInStep]> {
  const outlook = openOutlook(around);
  beginBar();
  await tell(outlook.item, toldOfVerdict(TWO, [], false));
  const bar = new BarInStep(outlook.item);
  bar.of(to(person("a@b.example")));
  return [outlook, bar];
}

beforeEach(() => vi.restoreAllMocks());

describe("after a verdict", () => {
  it("says what the events would say of it", async () => {
    const [outlook, bar] = await opened();
    expect(notes(outlook)).toEqual(["sendwell: Nine schools · 1 thing to check"]);
    bar.follow(verdict(TWO));
    bar.follow(verdict(NONE, { unread: [{ check: "outlook", reason: "One file was not read." }] }));
    await calm();
    expect(notes(outlook).sort()).toEqual([
      `sendwell-gap: ${events.bar.gap("One file was not read.")}`,
      "sendwell: Nine schools",
    ]);
    bar.follow(verdict(NONE));
    await calm();
    expect(notes(outlook)).toEqual(["sendwell: Nine schools"]);
  });

  it("takes back what it said of a message that has no reader any more", async () => {
    const [outlook, bar] = await opened();
    bar.of(to());
    bar.follow(verdict(TWO));
    await calm();
    expect(notes(outlook)).toEqual([`sendwell: ${events.bar.on}`]);
  });

  it("waits for the verdict, and tells the same but once", async () => {
    const [{ item, held }, bar] = await opened();
    const put = vi.spyOn(item.notificationMessages, "replaceAsync");
    bar.follow({ kind: "loading", wait: "long" });
    bar.follow(verdict(NONE, { wait: "noticed" }));
    for (let time = 0; time < 3; time += 1) bar.follow(verdict(NONE));
    await calm();
    expect(put).toHaveBeenCalledTimes(1);
    expect(held.notes).toHaveLength(1);
  });

  it("does not bring back what the person closed, until there is news", async () => {
    const [outlook, bar] = await opened();
    outlook.held.setNotes([]);
    bar.follow(verdict(TWO));
    await calm();
    expect(notes(outlook)).toEqual([]);
    bar.follow(verdict(NONE));
    await calm();
    expect(notes(outlook)).toEqual(["sendwell: Nine schools"]);
  });

  it("leaves an Outlook alone that has no such bar", async () => {
    const [{ held }, bar] = await opened({ mailbox: "1.2" });
    expect(() => bar.follow(verdict(NONE))).not.toThrow();
    await calm();
    expect(held.notes).toEqual([]);
  });
});

describe("without a verdict", () => {
  it.each<[Trouble["kind"], keyof typeof events.notChecked]>([
    ["unreachable", "unreachable"],
    ["no-sign-in", "unreachable"],
    ["slow", "slow"],
    ["unreadable", "unreadable"],
    ["broken", "broken"],
  ])("says once that it was not checked, and nothing old: %s", async (kind, why) => {
    const [outlook, bar] = await opened();
    bar.follow(trouble(kind));
    await calm();
    expect(notes(outlook)).toEqual([`sendwell-gap: ${events.notChecked[why]}`]);
    bar.follow(verdict(NONE));
    await calm();
    expect(notes(outlook)).toEqual(["sendwell: Nine schools"]);
  });

  it("says of somebody signed out what they can do", async () => {
    const [outlook, bar] = await opened();
    bar.follow(trouble("signed-out"));
    await calm();
    expect(notes(outlook)).toEqual([`sendwell: ${events.bar.signedOut}`]);
  });
});

describe("two that tell of one message", () => {
  it("the one that told first sees that the other has told since", async () => {
    const [outlook, bar] = await opened();
    bar.follow(verdict(NONE));
    await calm();
    beginBar();
    const mine = toldOfVerdict(TWO, [], false);
    await tell(outlook.item, mine);
    outlook.held.setNotes([{ key: "sendwell", type: "informationalMessage", message: "Nine schools" }]);
    await tell(outlook.item, mine, true);
    expect(notes(outlook)).toEqual(["sendwell: Nine schools"]);
    await tell(outlook.item, mine);
    expect(notes(outlook)).toEqual(["sendwell: Nine schools · 1 thing to check"]);
  });

  it("what is told without a verdict has one line", () => {
    const { about, gap } = toldWithout("unreachable");
    expect([about, gap]).toEqual(["", "Sendwell could not be reached. Your mail is not blocked."]);
  });
});
