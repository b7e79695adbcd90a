/** Is it one press away how often a rule is right, in a sentence and in figures that do not boast? */
import { describe, expect, it } from "vitest";
import { accuracy, angry, clear } from "../dev/replies";
import { sentence } from "../src/pane/view/how-sure";
import type { Accuracy } from "../src/wire/contract";
import { readReply } from "../src/wire/read-reply";
import { all, surface, verdict } from "./drawn-pane";

function draw(known: Accuracy | null): HTMLElement | undefined {
  const advice = [{ ...angry, rewordings: [], accuracy: known }];
  surface().draw(verdict({ ...clear, verdict: "warn", advice }));
  return all("article details").find((d) => d.querySelector("summary")?.textContent === "How sure is this?");
}

const rows = (): (string | undefined)[] =>
  all(".figures div").map((r) => [...r.children].map((cell) => cell.textContent).join(": "));

describe("how sure is this?", () => {
  it("is closed at first, and says it in one sentence and then in figures", () => {
    const found = draw(accuracy) as HTMLDetailsElement;
    expect(found.open).toBe(false);
    expect(found.querySelector("p")?.textContent).toBe(
      "Right 46 of the 48 times it spoke in our test; 3 of 120 people called it wrong.",
    );
    expect(rows()).toEqual([
      "Right when it speaks: 96% (likely 86 to 99%)",
      "Speaks when it should: 77% (likely 65 to 86%)",
      "Called wrong: 3% (likely 1 to 7%)",
      "Tried on: 420 drafts, 21 November 2026",
      "Known to miss: Anger that is only meant, without a word of it.",
    ]);
  });

  it("is not there where nobody knows", () => {
    expect(draw(null)).toBeUndefined();
  });

  it("says that a rule is quieter than the policy has it", () => {
    const found = draw({ ...accuracy, stepped_down: "Right 8 of the 12 times." });
    expect(found?.textContent).toContain("so this one is quieter than the policy has it");
  });

  it("claims nothing that was not measured", () => {
    const voted = { ...accuracy, precision: null, recall: null, drafts: 0, measured_on: "", misses: "" };
    expect(draw(voted)?.querySelector("p")?.textContent).toBe(
      "It has not been measured yet; 3 of 120 people called it wrong.",
    );
    expect(rows()).toEqual(["Called wrong: 3% (likely 1 to 7%)"]);
    expect(sentence({ ...accuracy, wrong_rate: null })).toBe(
      "Right 46 of the 48 times it spoke in our test.",
    );
  });
});

describe("a reply", () => {
  it("of an older service, or with a share of nothing, claims nothing", () => {
    const advice = [
      { rule: "a", title: "A" },
      { rule: "b", title: "B", accuracy: { precision: { hits: 0, of: 0 }, drafts: "many" } },
    ];
    const [old, odd] = readReply({ ...clear, advice }).advice;
    expect(old?.accuracy).toBeNull();
    expect(odd?.accuracy).toMatchObject({ precision: null, recall: null, drafts: 0, wrong_rate: null });
  });
});
