// @vitest-environment node
/** Is what did not ask at Send told of, where graver things did? */
import { describe, expect, it } from "vitest";
import { bulletin, clear, noSubject } from "../dev/replies";
import { answerFor } from "../src/send/answer";
import type { SetAside } from "../src/wire/contract";
import { readReply } from "../src/wire/read-reply";

describe("what did not ask at Send", () => {
  const minor = (why: SetAside["why"]): SetAside => ({ why, advice: noSubject });

  it("is told in the dialog when graver things did", () => {
    const said = (set_aside: SetAside[], advice = bulletin.advice.slice(0, 1)): string =>
      answerFor({ ...bulletin, advice, set_aside }).errorMessage ?? "";

    expect(said([minor("folded"), minor("folded")])).toMatch(/And 2 smaller things in the pane\.$/);
    expect(said([minor("folded")], [...bulletin.advice.slice(0, 1), noSubject])).toMatch(
      /And 1 more and 1 smaller thing in the pane\.$/,
    );
    expect(said([minor("answered"), minor("spent")])).not.toContain("smaller");
  });

  it("holds nothing by itself", () => {
    expect(answerFor({ ...clear, set_aside: [minor("spent"), minor("answered")] })).toEqual({
      allowEvent: true,
    });
  });

  it("is read from the reply, and from an older service that has none", () => {
    const wire = {
      ...clear,
      set_aside: [
        { why: "answered", advice: noSubject },
        { why: "new", advice: {} },
      ],
    };

    expect(readReply(wire).set_aside.map(({ why }) => why)).toEqual(["answered", "folded"]);
    expect(readReply({ ...clear, set_aside: undefined }).set_aside).toEqual([]);
  });
});
