/** Are kinder words put in only when asked, found again, and put back? */
import { afterEach, describe, expect, it, vi } from "vitest";
import { angry } from "../dev/replies";
import { createHelp } from "../src/pane/act";
import type { Tell, Undo } from "../src/pane/notice";
import type { Rewording } from "../src/wire/contract";
import { openOutlook } from "./fake-outlook";
import { fixerOf } from "./fixing";

const [calmer, leftOut] = angry.rewordings as readonly [Rewording, Rewording];
const waitFor = async (check: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !check(); i += 1) await new Promise((resolve) => setTimeout(resolve, 5));
};

function press(rewording: Rewording, html: string, options: Parameters<typeof openOutlook>[0] = {}) {
  const { held, item } = openOutlook(options);
  held.body.setHtml(html);
  held.setSubject("RE: Hall!!!");
  const told: [string, Undo | undefined][] = [];
  const changed = vi.fn();
  const tell: Tell = (message, undo) => told.push([message, undo]);
  const help = createHelp(item, tell, fixerOf(item, tell), changed);
  help.reword(rewording)?.();
  return { held, told, changed };
}

function clipboard(works: boolean): ReturnType<typeof vi.fn> {
  const writeText = works ? vi.fn().mockResolvedValue(undefined) : vi.fn().mockRejectedValue(new Error("no"));
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  return writeText;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("using kinder words", () => {
  it("puts them in, has the draft checked again, and puts the old ones back", async () => {
    const { held, told, changed } = press(calmer, `<p>Dear Jo,</p><p>${calmer.words} <b>Priya</b></p>`);
    await waitFor(() => told.length > 0);
    expect(told[0]?.[0]).toBe("Your draft now has the kinder words.");
    expect(held.body.html()).toContain(`<p>${calmer.text} <b>Priya</b></p>`);
    expect(changed).toHaveBeenCalledTimes(1);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(told[1]?.[0]).toBe("Put back as it was.");
    expect(held.body.html()).toContain(calmer.words);
    await waitFor(() => changed.mock.calls.length > 1);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it("puts the old ones back though somebody has written on below", async () => {
    const { held, told } = press(calmer, `<p>${calmer.words}</p>`);
    await waitFor(() => told.length > 0);
    held.body.setHtml(`${held.body.html()}<p>Thanks.</p>`);
    expect(await told[0]?.[1]?.holds()).toBe(true);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(told[1]?.[0]).toBe("Put back as it was.");
    expect(held.body.html()).toContain(`<p>${calmer.words}</p>`);
    expect(held.body.html()).toContain("<p>Thanks.</p>");
  });

  it("puts nothing back once somebody has written over them", async () => {
    const { held, told } = press(calmer, `<p>${calmer.words}</p>`);
    await waitFor(() => told.length > 0);
    expect(await told[0]?.[1]?.holds()).toBe(true);
    held.body.setHtml("<p>Something else.</p>");
    expect(await told[0]?.[1]?.holds()).toBe(false);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(told[1]?.[0]).toContain("nothing was put back");
    expect(held.body.html()).toContain("Something else.");
  });

  it("leaves a sentence out", async () => {
    const { held, told } = press(leftOut, `<p>Dear Jo,</p><p>${leftOut.words}</p>`);
    await waitFor(() => told.length > 0);
    expect(told[0]?.[0]).toBe("The sentence is left out.");
    expect(held.body.html()).not.toContain(leftOut.words);
  });

  it("sets the subject", async () => {
    const subject = { ...calmer, field: "subject", words: "RE: Hall!!!", text: "RE: Hall!" };
    const { held, told } = press(subject, "<p>Hello.</p>");
    await waitFor(() => told.length > 0);
    expect(held.subject).toBe("RE: Hall!");
  });
});

describe("when they cannot be put in safely", () => {
  it.each([
    ["stand twice", `<p>${calmer.words}</p><p>${calmer.words}</p>`],
    ["are gone", "<p>Dear Jo,</p>"],
    ["share the body with a picture", `<p>${calmer.words}</p><img src="cid:logo">`],
  ])("copies them when the old ones %s, and writes nothing", async (_, html) => {
    const writeText = clipboard(true);
    const { held, told, changed } = press(calmer, html);
    const before = held.body.html();
    await waitFor(() => told.length > 0);
    expect(told[0]).toEqual([expect.stringContaining("they are copied"), undefined]);
    expect(writeText).toHaveBeenCalledWith(calmer.text);
    expect(held.body.html()).toBe(before);
    expect(changed).not.toHaveBeenCalled();
  });

  it("says so when there is no clipboard either", async () => {
    clipboard(false);
    const { told } = press(calmer, "<p>Dear Jo,</p>");
    await waitFor(() => told.length > 0);
    expect(told[0]?.[0]).toContain("Please type them over the sentence");
    expect(document.querySelector("textarea")).toBeNull();
  });

  it("asks the person to take a sentence out", async () => {
    const { told } = press(leftOut, "<p>Dear Jo,</p>");
    await waitFor(() => told.length > 0);
    expect(told[0]?.[0]).toContain("take the sentence out in the message itself");
  });

  it("says when Outlook refuses, and the old words stay", async () => {
    const { held, told } = press(calmer, `<p>${calmer.words}</p>`, { faults: ["body.setAsync"] });
    await waitFor(() => told.length > 0);
    expect(told[0]?.[0]).toContain("Outlook did not take the change");
    expect(held.body.html()).toContain(calmer.words);
  });
});
