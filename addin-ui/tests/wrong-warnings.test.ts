/** A card called wrong goes at once, comes back when undone, and is noted without any words. */
import { describe, expect, it, vi } from "vitest";
import { shownFamilies, clear } from "../dev/replies";
import type { Undo } from "../src/pane/notice";
import { WrongWarnings } from "../src/pane/wrong-warnings";
import { Trouble } from "../src/wire/client";
import { all, surface, verdict, words } from "./drawn-pane";

const reply = { ...clear, verdict: "warn" as const, advice: [shownFamilies] };

function calling(choose = vi.fn(() => Promise.resolve())) {
  const told: { message: string; undo: Undo | undefined }[] = [];
  const redraw = vi.fn();
  const wrong = new WrongWarnings(
    { check: () => Promise.reject(new Error("not asked")), choose },
    (message, undo) => void told.push({ message, undo }),
    redraw,
  );
  return { wrong, told, choose, redraw };
}

describe("a card called wrong", () => {
  it("is hidden at once, and the rule and the answer are noted", () => {
    const { wrong, choose, redraw } = calling();
    wrong.call(shownFamilies, "does-not-fit");

    expect(wrong.without(verdict(reply))).toMatchObject({ reply: { advice: [] } });
    expect(redraw).toHaveBeenCalledOnce();
    expect(choose).toHaveBeenCalledExactlyOnceWith({
      rule: shownFamilies.rule,
      finding: shownFamilies.finding,
      chosen: "wrong-warning",
      reason: "does-not-fit",
    });
  });

  it("comes back when undone", () => {
    const { wrong, told } = calling();
    wrong.call(shownFamilies, "other");
    told[0]?.undo?.run();

    expect(wrong.without(verdict(reply))).toEqual(verdict(reply));
  });

  it("stays hidden when the service cannot be told, and says so", async () => {
    const { wrong, told } = calling(vi.fn(() => Promise.reject(new Trouble("unreachable", "gone"))));
    wrong.call(shownFamilies, "other");
    await Promise.resolve();
    await Promise.resolve();

    expect(told.at(-1)?.message).toContain("could not note");
    expect(wrong.without(verdict(reply))).toMatchObject({ reply: { advice: [] } });
  });
});

describe("the card", () => {
  it("asks why in one of three answers", () => {
    const callWrong = vi.fn();
    const help = { offer: () => null, form: () => null, reword: () => null, callWrong };
    surface(help).draw(verdict(reply));
    expect(words()).toContain("This is wrong");
    const answers = all("button.wrong-reason");
    expect(answers.map((b) => b.textContent)).toEqual([
      "It is not in my message",
      "The rule does not fit here",
      "Something else",
    ]);
    answers[1]?.click();

    expect(callWrong).toHaveBeenCalledExactlyOnceWith(shownFamilies, "does-not-fit");
  });
});
