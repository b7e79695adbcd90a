// @vitest-environment node
/** Is an event completed once, and is the service looked for where it is? */
import { afterEach, describe, expect, it, vi } from "vitest";
import { completeOnce } from "../src/launch/once";
import { originOfService } from "../src/launch/origin";

describe("completing", () => {
  const event = (completed: (options?: object) => void): Office.MailboxEvent => ({ completed });

  it("passes on the first answer and no other", () => {
    const completed = vi.fn();
    const complete = completeOnce(event(completed));
    complete({ allowEvent: false, errorMessage: "Wait" });
    complete({ allowEvent: true });
    complete();
    expect(completed.mock.calls).toEqual([[{ allowEvent: false, errorMessage: "Wait" }]]);
  });

  it.each([
    [{ allowEvent: true }, { allowEvent: true }],
    [undefined, { allowEvent: true }],
    [
      { allowEvent: false, errorMessage: "Wait", errorMessageMarkdown: "**Wait**", commandId: "x" },
      { allowEvent: false, errorMessage: "Wait" },
    ],
  ])("gives an Outlook that throws at it what every one of them knows: %j", (answer, simple) => {
    const completed = vi.fn().mockImplementationOnce(() => {
      throw new Error("not so");
    });
    completeOnce(event(completed))(answer);
    expect(completed.mock.calls.at(-1)).toEqual([simple]);
    expect(completed).toHaveBeenCalledTimes(2);
  });

  it("is quiet where Outlook has ended the event already", () => {
    const completed = vi.fn(() => {
      throw new Error("gone");
    });
    expect(() => completeOnce(event(completed))()).not.toThrow();
  });
});

describe("the service", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ["/addin/launch.html", "https://here.example"],
    ["/addin/launch-try.html", "https://here.example"],
    // somebody else's page: a Mac may load the file from one of its own
    ["/owa/launcher.html", ""],
    ["/addin/launch.js", ""],
  ])("is where a page of ours is: %s", (pathname, origin) => {
    vi.stubGlobal("location", { origin: "https://here.example", pathname });
    expect(originOfService()).toBe(origin);
  });

  it("is unknown in a file into which no service wrote its address", () => {
    expect(originOfService()).toBe("");
  });
});
