/** Does a notice go once it no longer fits the draft, and not before? */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readDraft } from "../src/outlook/read-draft";
import { Notice } from "../src/pane/notice";
import { openOutlook, type Outlook } from "./fake-outlook";

let outlook: Outlook;
let notice: Notice;
const told = (): string => document.getElementById("notice")?.textContent ?? "";
const look = async (body: string): Promise<void> => {
  outlook.held.body.setHtml(body);
  await notice.review(await readDraft(outlook.item, new Date("2026-11-23T10:15:00Z")));
};

beforeEach(() => {
  outlook = openOutlook();
  document.body.innerHTML = `<div id="notice"></div>`; // eslint-disable-line no-restricted-syntax -- the frame of the page, no data
  notice = new Notice();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a notice with a way back", () => {
  it("goes when it is used", () => {
    const run = vi.fn();
    notice.tell("Moved 2 to Bcc.", { run, holds: () => Promise.resolve(true) });
    document.querySelector<HTMLButtonElement>("#notice button")?.click();
    expect(run).toHaveBeenCalledTimes(1);
    expect(told()).toBe("");
  });

  it("stays while there is a way back, and goes with it", async () => {
    let isAsLeft = true;
    notice.tell("The sentence is left out.", { run: vi.fn(), holds: () => Promise.resolve(isAsLeft) });
    await look("<p>Dear Jo,</p>");
    expect(told()).toContain("Undo");
    isAsLeft = false;
    await look("<p>Something else.</p>");
    expect(told()).toBe("");
  });

  it("stays when Outlook does not tell", async () => {
    notice.tell("Moved 2 to Bcc.", { run: vi.fn(), holds: () => Promise.reject(new Error("no")) });
    await look("<p>Dear Jo,</p>");
    expect(told()).toContain("Undo");
  });

  it("goes with the draft when that is discarded", async () => {
    notice.tell("Moved 2 to Bcc.", { run: vi.fn(), holds: () => Promise.resolve(true) });
    await look("");
    expect(told()).toBe("");
  });

  it("does not take a newer notice with it", async () => {
    const holds = (): Promise<boolean> => {
      notice.tell("Two."); // while Outlook is asked about the first
      return Promise.resolve(false);
    };
    notice.tell("One.", { run: vi.fn(), holds });
    await look("<p>Dear Jo,</p>");
    expect(told()).toBe("Two.");
  });
});

describe("a notice in plain words", () => {
  it("can be read, and goes when the person writes on", async () => {
    const clock = vi.spyOn(performance, "now").mockReturnValue(0);
    notice.tell("Put back as it was.");
    await look("<p>Dear Jo,</p>");
    await look("<p>Dear Jo, the</p>");
    expect(told()).toBe("Put back as it was.");
    clock.mockReturnValue(6000);
    await look("<p>Dear Jo,</p>");
    expect(told()).toBe("Put back as it was."); // the draft as it was when this was told
    await look("<p>Dear Jo, the hall is booked.</p>");
    expect(told()).toBe("");
  });
});

describe("several steps", () => {
  const press = (): void => document.querySelector<HTMLButtonElement>("#notice button")?.click();
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  const steps = (holds: boolean): string[] => {
    const undone: string[] = [];
    for (const name of ["first", "second", "third"]) {
      const run = (): void => {
        undone.push(name);
        notice.tell("Put back as it was.");
      };
      notice.tell(`Did the ${name}.`, { run, holds: () => Promise.resolve(holds) });
    }
    return undone;
  };

  it("are undone one after the other, the newest first, with the focus kept", async () => {
    const undone = steps(true);
    document.querySelector<HTMLElement>("#notice button")?.focus();
    press();
    await settle();
    expect(told()).toBe("Put back as it was.Before that: Did the second.Undo");
    expect(document.activeElement?.textContent).toBe("Undo");
    press();
    await settle();
    press();
    await settle();
    expect(undone).toEqual(["third", "second", "first"]);
    expect(told()).toBe("Put back as it was.");
    expect(document.activeElement?.textContent).toBe("Put back as it was.");
  });

  it("are not offered once the draft is not as they left it", async () => {
    const undone = steps(false);
    press();
    await settle();
    expect(undone).toEqual(["third"]);
    expect(told()).toBe("Put back as it was.");
  });
});
