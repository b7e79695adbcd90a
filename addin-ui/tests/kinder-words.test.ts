/** Does a card show kinder words, say which sentence they are for, and do nothing by itself? */
import { describe, expect, it, vi } from "vitest";
import { angry, clear, noSubject } from "../dev/replies";
import { askFirst } from "../src/pane/fixes/question";
import type { Help } from "../src/pane/view/advice-card";
import type { Advice } from "../src/wire/contract";
import { readReply } from "../src/wire/read-reply";
import { all, content, noHelp, surface, verdict, words } from "./drawn-pane";

const draw = (advice: Advice, reword = vi.fn()): ReturnType<typeof vi.fn> => {
  surface({ ...noHelp, reword: () => reword }).draw(verdict({ ...clear, verdict: "warn", advice: [advice] }));
  return reword;
};

describe("a card about spelling", () => {
  it("has one press for all its words, which asks first", () => {
    const run = vi.fn(() => Promise.resolve());
    const step = { kind: "reword", label: "Correct the spelling", href: "", asks: "Write “received”?" };
    const help: Help = { ...noHelp, form: ({ label, asks = "" }) => askFirst(label, asks, "spelling", run) };
    surface(help).draw(verdict({ ...clear, verdict: "info", advice: [{ ...noSubject, actions: [step] }] }));
    all(".fix button")[0]?.click();
    expect(words()).toContain("Write “received”?");
    expect(run).not.toHaveBeenCalled();
    all(".fix .primary")[0]?.click();
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe("kinder words on a card", () => {
  it("are shown with a button that says what it does", () => {
    const reword = draw({ ...angry, rewordings: angry.rewordings.slice(0, 1) });
    expect(words()).toContain("You could say:");
    expect(content().querySelector(".kinder-text")?.textContent).toBe(angry.rewordings[0]?.text);
    const [use] = all(".kinder button");
    expect(use?.textContent).toBe("Use these words");
    const described = document.getElementById(use?.getAttribute("aria-describedby") ?? "");
    expect(described?.textContent).toBe(angry.rewordings[0]?.text);
    expect(reword).not.toHaveBeenCalled();
    use?.click();
    expect(reword).toHaveBeenCalledTimes(1);
  });

  it("say which sentence they are for when there are several", () => {
    draw(angry);
    expect(all(".kinder-title").map((p) => p.textContent)).toEqual([
      `Instead of ${angry.rewordings[0]!.words}, you could say:`,
      "You could leave this out: Do carry on, the rest of us can wait.",
    ]);
    expect(all(".kinder button").map((b) => b.textContent)).toEqual(["Use these words", "Leave it out"]);
  });

  it("fold after two, and take the place of the bare advice to change the words", () => {
    const many = [1, 2, 3, 4].map((n) => ({ ...angry.rewordings[0]!, words: `Sentence ${n}!!!` }));
    draw({ ...angry, rewordings: many });
    expect(all(".kinder-words > .kinder")).toHaveLength(2);
    expect(all(".kinder-words details .kinder")).toHaveLength(2);
    expect(words()).toContain("wait ten minutes");
    expect(words()).not.toContain("change the words");
  });

  it("are no part of a card without them, nor of a pane that cannot put them in", () => {
    draw(noSubject);
    expect(all(".kinder-words")).toHaveLength(0);
    surface().draw(verdict({ ...clear, verdict: "warn", advice: [angry] }));
    expect(all(".kinder-text")).toHaveLength(1);
    expect(all(".kinder button")).toHaveLength(0);
  });

  it("are never read as markup", () => {
    const bad = '<img src=x onerror="alert(1)">';
    draw({ ...angry, rewordings: [{ ...angry.rewordings[0]!, words: bad, text: bad }] });
    expect(content().querySelector("img")).toBeNull();
    expect(words()).toContain(bad);
  });
});

describe("kinder words on the wire", () => {
  const reply = (rewordings: unknown): unknown => ({ ...clear, advice: [{ ...angry, rewordings }] });

  it("are read, and an older service sends none", () => {
    expect(readReply(reply(angry.rewordings)).advice[0]?.rewordings).toEqual(angry.rewordings);
    expect(readReply(reply(undefined)).advice[0]?.rewordings).toEqual([]);
  });

  it("are dropped when they do not say which words they are for", () => {
    expect(
      readReply(reply([{ text: "x" }, 7, null, { words: " ", text: "x" }])).advice[0]?.rewordings,
    ).toEqual([]);
  });
});
