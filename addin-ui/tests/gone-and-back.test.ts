/** The service goes away in the middle of something, and comes back: is nothing lost, nobody trapped, nothing called clear? */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clear, noSubject } from "../dev/replies";
import { SignedOut } from "../src/sign-in/grant";
import { Trouble } from "../src/wire/client";
import type { BulletinClient } from "../src/wire/item";
import { UnreadableReply, readReply } from "../src/wire/read-reply";
import { LONG_AFTER_MS } from "../src/pane/state";
import { all, content, foot, noHelp, surface, verdict, words } from "./drawn-pane";
import { item, pressed, sentItem, settle, typed } from "./bulletin-samples";
import { forgetAll, headline, kept, place, room, suggest, told } from "./drawn-room";

const gone = new Trouble("unreachable", "Nobody answers.");
const alert = (): string => place().querySelector("[role=alert]")?.textContent ?? "";
const focused = (): string => document.activeElement?.textContent ?? "";

beforeEach(forgetAll);
afterEach(() => {
  vi.useRealTimers();
  forgetAll();
});

describe("while a check is under way", () => {
  it("what went wrong, and the button somebody is on, stay while it is tried again", () => {
    const pane = surface();
    pane.draw({ kind: "trouble", trouble: gone, wait: "none" });
    const [again] = all("button");
    again!.focus();
    pane.draw({ kind: "trouble", trouble: gone, wait: "noticed" });
    expect(document.getElementById("busy")?.textContent).toBe("Checking again");
    expect(all("button")[0]).toBe(again);
    expect(document.activeElement).toBe(again);
    expect(words()).toContain("Not checked");
  });

  it("says of the verdict before that it is one", () => {
    const pane = surface();
    pane.draw(verdict(clear));
    pane.draw(verdict(clear, { wait: "long" }));
    expect(foot()).toBe(
      "What you changed last is still being checked. What stands here was found before it.",
    );
    pane.draw(verdict(clear));
    expect(foot()).toContain("Checked against");
  });

  it("what was typed into a card is there again afterwards, but not in another draft", () => {
    const form = (): HTMLElement => document.createElement("input");
    const typedIn = (): string => content().querySelector<HTMLInputElement>("article input")!.value;
    const pane = surface({ ...noHelp, form });
    const found = verdict({ ...clear, verdict: "warn", advice: [noSubject] });
    pane.draw(found);
    content().querySelector<HTMLInputElement>("article input")!.value = "Half a subj";
    pane.draw({ kind: "trouble", trouble: gone });
    pane.draw(found);
    expect(typedIn()).toBe("Half a subj");
    pane.draw({ kind: "empty" });
    pane.draw(found);
    expect(typedIn()).toBe("");
  });

  it.each([
    ["found something, and nothing of it came", { advice: [] }],
    ["its cards are no list", { advice: "none" }],
    ["a card has no words", { advice: [{ id: "a1" }] }],
  ])("a verdict is not read as clear: %s", (_, broken) => {
    const reply = { verdict: "warn", route: { channel: "send" }, ...broken };
    expect(() => readReply(reply)).toThrow(UnreadableReply);
  });
});

describe("while a form is filled in", () => {
  it("a service that hangs keeps nobody there", async () => {
    vi.useFakeTimers();
    room({ suggest: () => new Promise(() => undefined) }).open("item");
    await vi.advanceTimersByTimeAsync(LONG_AFTER_MS);
    pressed("Back to the message");
    expect(place().hidden).toBe(true);
    expect(document.getElementById("content")!.hidden).toBe(false);
  });

  it("whoever is signed out signs in from there", async () => {
    let isIn = false;
    const asked: BulletinClient["suggest"] = () => (isIn ? suggest() : Promise.reject(new SignedOut()));
    const signIn = (): Promise<void> => {
      isIn = true;
      return Promise.resolve();
    };
    room({ suggest: asked }, { signIn }).open("item");
    await settle();
    expect(place().textContent).toContain("You are signed out of Sendwell.");
    pressed("Sign in");
    await settle();
    expect(headline().value).toBe(item.headline);
  });
});

describe("whoever leaves a form", () => {
  const opener = (): HTMLButtonElement => {
    const press = Object.assign(document.createElement("button"), { textContent: "Put it there" });
    press.dataset.key = "way-item";
    document.getElementById("content")!.append(press);
    return press;
  };

  it("is back on what they pressed, drawn anew or not", async () => {
    const made = room({ suggest });
    for (const isDrawnAnew of [false, true]) {
      const press = opener();
      press.focus();
      made.open("item");
      await settle();
      if (isDrawnAnew) document.getElementById("content")!.replaceChildren(press.cloneNode(true));
      pressed("Back to the message");
      expect(focused()).toBe("Put it there");
      document.getElementById("content")!.replaceChildren();
    }
  });
});

describe("while a form is sent", () => {
  const open = async (submit: BulletinClient["submit"], signIn?: () => Promise<void>): Promise<void> => {
    room({ suggest, submit }, signIn === undefined ? {} : { signIn }).open("item");
    await settle();
    typed(headline(), "Bring your own recorder");
  };

  it("stays as it was sent, and can be written on when that failed", async () => {
    let fail: (why: Error) => void = () => undefined;
    await open(() => new Promise((_, reject) => (fail = reject)));
    pressed("Send to the editor");
    await settle();
    const box = place().querySelector<HTMLInputElement>("input[type=checkbox]")!;
    const was = box.checked;
    box.click();
    expect([headline().readOnly, box.checked]).toEqual([true, was]);
    fail(gone);
    await settle();
    box.click();
    expect([headline().readOnly, box.checked]).toEqual([false, !was]);
    expect(alert()).toContain("It may have arrived all the same");
  });

  it("is the same item after the pane was closed and opened over it", async () => {
    const keys: string[] = [];
    const submit: BulletinClient["submit"] = (key) => {
      keys.push(key);
      return keys.length === 1 ? new Promise(() => undefined) : Promise.resolve(sentItem);
    };
    room({ suggest, submit }).open("item");
    await settle();
    pressed("Send to the editor"); // nothing was typed
    await settle();
    await open(submit);
    pressed("Send to the editor");
    await settle();
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it("whoever left meanwhile is told that it did not arrive, and finds the words again", async () => {
    let fail: (why: Error) => void = () => undefined;
    await open(() => new Promise((_, reject) => (fail = reject)));
    pressed("Send to the editor");
    pressed("Back to the message");
    fail(new Trouble("busy", "Sendwell is busy."));
    await settle();
    expect(told.at(-1)).toBe("Not sent. Sendwell is busy. Your words are kept here.");
    expect([...kept.values()].join()).toContain("Bring your own recorder");
  });

  it("whoever is signed out by then signs in and it goes, words and all", async () => {
    const sent: string[] = [];
    const submit: BulletinClient["submit"] = (_, { headline: words }) => {
      sent.push(words);
      return sent.length === 1 ? Promise.reject(new SignedOut()) : Promise.resolve(sentItem);
    };
    await open(submit);
    pressed("Send to the editor");
    await settle();
    expect(alert()).toContain("You are signed out of Sendwell.");
    expect(focused()).toBe("Sign in");
    pressed("Sign in");
    await settle();
    expect(sent).toEqual(["Bring your own recorder", "Bring your own recorder"]);
    expect(place().hidden).toBe(true);
  });

  it("a sign-in that is closed leaves everything where it is", async () => {
    const closed = (): Promise<void> => Promise.reject(new SignedOut("The sign-in was closed."));
    await open(() => Promise.reject(new SignedOut()), closed);
    pressed("Send to the editor");
    await settle();
    pressed("Sign in");
    await settle();
    expect(alert()).toContain("The sign-in was closed.");
    expect(focused()).toBe("Sign in");
    expect([headline().value, headline().readOnly]).toEqual(["Bring your own recorder", false]);
  });
});
