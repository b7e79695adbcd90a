/** A card that is answered goes at once, comes back when undone, and is noted without any words. */
import { describe, expect, it, vi } from "vitest";
import { clear, nhsNumber, shownFamilies } from "../dev/replies";
import { Answers } from "../src/pane/answers";
import type { Undo } from "../src/pane/notice";
import { Trouble } from "../src/wire/client";
import type { Advice } from "../src/wire/contract";
import { all, noHelp, surface, verdict, words } from "./drawn-pane";

const reply = { ...clear, verdict: "warn" as const, advice: [shownFamilies] };

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const aside = [{ why: "answered" as const, advice: shownFamilies }];

function answering(choose = vi.fn(() => Promise.resolve())) {
  const told: { message: string; undo: Undo | undefined }[] = [];
  const redraw = vi.fn();
  const again = vi.fn();
  const answers = new Answers(
    { check: () => Promise.reject(new Error("not asked")), choose },
    (message, undo) => void told.push({ message, undo }),
    redraw,
    again,
  );
  answers.without(verdict(reply));
  return { answers, told, choose, redraw, again };
}

describe("a card that is answered", () => {
  it("is hidden at once, and the rule, the answer and the card's own key are noted", () => {
    const { answers, choose, redraw } = answering();
    answers.callWrong(shownFamilies, "does-not-fit");

    expect(answers.without(verdict(reply))).toMatchObject({ reply: { advice: [], set_aside: aside } });
    expect(redraw).toHaveBeenCalledOnce();
    expect(choose).toHaveBeenCalledExactlyOnceWith({
      rule: shownFamilies.rule,
      finding: shownFamilies.finding,
      chosen: "wrong-warning",
      reason: "does-not-fit",
      answer_key: "key",
    });
  });

  it("may be kept as it is, with a reason where one is asked for", () => {
    const { answers, choose } = answering();
    answers.keep(shownFamilies, "agreed");

    expect(choose).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ chosen: "overrode", reason: "agreed" }),
    );
    expect(answers.without(verdict(reply))).toMatchObject({ reply: { advice: [] } });
  });

  it("takes words along for a reviewer only where the person chose so", () => {
    const { answers, choose } = answering();
    const card = { ...shownFamilies, attach_key: "theirs" };
    answers.keep(card, "agreed");
    expect(choose).toHaveBeenLastCalledWith(expect.objectContaining({ attach: null, attach_key: "theirs" }));
    answers.attach(card, "excerpt");
    answers.keep(card, "agreed");
    expect(choose).toHaveBeenLastCalledWith(expect.objectContaining({ attach: "excerpt" }));
    answers.askAgain(card);

    expect(choose).toHaveBeenLastCalledWith(expect.objectContaining({ chosen: "took-back", attach: null }));
  });

  it("offers nothing to attach where nobody reviews, and nothing is chosen beforehand where somebody may", () => {
    const attach = vi.fn();
    surface({ ...noHelp, attach }).draw(verdict(reply));
    expect(all("fieldset.attach")).toHaveLength(0);
    surface({ ...noHelp, attach }).draw(verdict({ ...reply, advice: [{ ...nhsNumber, attach_key: "k" }] }));
    const radios = all("fieldset.attach input") as HTMLInputElement[];
    expect(radios.map(({ value, checked }) => [value, checked])).toEqual([
      ["", true],
      ["excerpt", false],
      ["draft", false],
    ]);
    radios[1]?.click();

    expect(attach).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ attach_key: "k" }), "excerpt");
  });

  it("comes back when undone, and the service hears of it", async () => {
    const { answers, told, choose, again } = answering();
    answers.callWrong(shownFamilies, "other");
    told[0]?.undo?.run();
    await settled();

    expect(answers.without(verdict(reply))).toEqual(verdict(reply));
    expect(choose).toHaveBeenLastCalledWith(expect.objectContaining({ chosen: "took-back" }));
    expect(again).toHaveBeenCalled();
  });

  it("is left to the service once it has noted it: with more to it, the card asks again", async () => {
    const { answers, again } = answering();
    answers.callWrong(shownFamilies, "other");
    await settled();
    expect(again).toHaveBeenCalledOnce();
    expect(answers.without(verdict(reply))).toMatchObject({ reply: { advice: [] } });

    const next = verdict({ ...reply });
    expect(answers.without(next)).toEqual(next);
  });

  it("stays hidden when the service cannot be told, and says so", async () => {
    const { answers, told } = answering(vi.fn(() => Promise.reject(new Trouble("unreachable", "gone"))));
    answers.callWrong(shownFamilies, "other");
    await settled();

    expect(told.at(-1)?.message).toContain("could not note");
    expect(answers.without(verdict({ ...reply }))).toMatchObject({ reply: { advice: [] } });
  });

  it("can be shown again when it was answered before the pane was opened", async () => {
    const { answers, choose } = answering();
    const before = verdict({ ...clear, set_aside: aside });
    answers.askAgain(shownFamilies);
    await settled();

    expect(answers.without(before)).toMatchObject({ reply: { advice: [shownFamilies], set_aside: [] } });
    expect(choose).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ chosen: "took-back" }));
  });
});

describe("the card", () => {
  const about = ({ rule, finding, answer_key }: Advice): unknown =>
    expect.objectContaining({ rule, finding, answer_key });

  it("asks why in one of three answers", () => {
    const callWrong = vi.fn();
    surface({ ...noHelp, callWrong }).draw(verdict(reply));
    expect(words()).toContain("This is wrong");
    const answers = all("button.wrong-reason");
    expect(answers.map((b) => b.textContent)).toEqual([
      "It is not in my message",
      "The rule does not fit here",
      "Something else",
    ]);
    answers[1]?.click();

    expect(callWrong).toHaveBeenCalledExactlyOnceWith(about(shownFamilies), "does-not-fit");
  });

  it("is kept as it is with one press when it only warns", () => {
    const keep = vi.fn();
    surface({ ...noHelp, keep }).draw(verdict(reply));
    all("button.keep")[0]?.click();

    expect(keep).toHaveBeenCalledExactlyOnceWith(about(shownFamilies), "");
  });

  it("asks for one of three reasons when it is best not sent", () => {
    const keep = vi.fn();
    surface({ ...noHelp, keep }).draw(verdict({ ...reply, advice: [nhsNumber] }));
    all("button.keep-reason")[0]?.click();

    expect(all("button.keep-reason")).toHaveLength(3);
    expect(keep).toHaveBeenCalledExactlyOnceWith(about(nhsNumber), "agreed");
  });

  it.each([{ severity: "block" as const }, { severity: "info" as const }, { answer_key: "" }])(
    "cannot be kept with %o",
    (without) => {
      surface(noHelp).draw(verdict({ ...reply, advice: [{ ...nhsNumber, ...without }] }));

      expect(all("button.keep-reason, button.keep")).toHaveLength(0);
    },
  );
});

describe("the cards that were answered", () => {
  it("are a closed list, and each can come back", () => {
    const askAgain = vi.fn();
    surface({ ...noHelp, askAgain }).draw(verdict({ ...clear, set_aside: aside }));
    expect(words()).toContain("1 card you have answered");
    expect(words()).toContain("Nothing else to check");
    all("ul.answered button")[0]?.click();

    expect(askAgain).toHaveBeenCalledExactlyOnceWith(shownFamilies);
  });
});
