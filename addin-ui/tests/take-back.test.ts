// @vitest-environment node
/** Is a change taken back alone, and is what was written after it kept to the letter? */
import { describe, expect, it } from "vitest";
import { entriesWithout, textWithout } from "../src/pane/fixes/take-back";

const BEFORE = "<p>Dear Jo,</p><p>Her <b>NHS</b> number is <i>943</i> 476 5919.</p><p>Regards<br>Priya</p>";
const LEFT = "<p>Dear Jo,</p><p>Her <b>NHS</b> number is <i>[removed]</i>.</p><p>Regards<br>Priya</p>";
const back = textWithout(BEFORE, LEFT);

describe("words", () => {
  it.each([
    ["nowhere", LEFT, BEFORE],
    ["before", LEFT.replace("Dear Jo", "Dear Jo and Sam"), BEFORE.replace("Dear Jo", "Dear Jo and Sam")],
    ["after", `${LEFT}<p>P.S. Bring a pen.</p>`, `${BEFORE}<p>P.S. Bring a pen.</p>`],
    ["right after", LEFT.replace("</i>.", "</i>, thanks."), BEFORE.replace("5919.", "5919, thanks.")],
    ["right before", LEFT.replace("number is", "number was"), BEFORE.replace("number is", "number was")],
    [
      "before and after",
      LEFT.replace("Dear", "My dear").replace("Priya", "Priya 😀"),
      BEFORE.replace("Dear", "My dear").replace("Priya", "Priya 😀"),
    ],
  ])("come back where somebody wrote %s", (_where, now, then) => {
    expect(back(now)).toBe(then);
  });

  it.each([
    ["wrote over what was left", LEFT.replace("[removed]", "[gone]")],
    ["took it out", LEFT.replace("<i>[removed]</i>", "")],
    ["wrote the whole anew", "<p>Thank you.</p>"],
    ["left nothing", ""],
    ["said it twice, at another place", `<p>x</p>${LEFT.slice(3)}y${LEFT}z`],
  ])("stay away where somebody %s", (_what, now) => {
    expect(back(now)).toBeNull();
  });

  it("come back at several places, with writing between them", () => {
    const between = "x".repeat(60);
    const two = textWithout(`A 111 b ${between} c 222 d`, `A [removed] b ${between} c [removed] d`);
    expect(two(`A [removed] b ${between} and c [removed] d!`)).toBe(`A 111 b ${between} and c 222 d!`);
  });

  it("that were another wording come back whole or not at all", () => {
    const kinder = textWithout(
      "<p>I am livid that it was locked!</p>",
      "<p>I am upset that it was shut.</p>",
    );
    expect(kinder("<p>Hi.</p><p>I am upset that it was shut.</p>")).toBe(
      "<p>Hi.</p><p>I am livid that it was locked!</p>",
    );
    expect(kinder("<p>I am upset, Jo, that it was shut. Really.</p>")).toBeNull();
  });

  it("that were all there is come back only from just that", () => {
    const subject = textWithout("", "Open day");
    expect(subject("Open day")).toBe("");
    expect(subject("Open day in March")).toBeNull();
  });

  it("go again where they were put above, and what stood below stays as it is now", () => {
    const link = textWithout("<p>See the plan.</p>", '<div><a href="x">plan</a></div><p>See the plan.</p>');
    expect(link('<div><a href="x">plan</a></div><p>See the plan. Thanks!</p>')).toBe(
      "<p>See the plan. Thanks!</p>",
    );
  });

  it("of a very long message come back soon", () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `<p>Line ${i}.</p>`).join("");
    const without = textWithout(`${long}<p>943 476 5919</p>`, `${long}<p>[removed]</p>`);
    expect(without(`<p>Dear all,</p>${long}<p>[removed]</p><p>P</p>`)).toBe(
      `<p>Dear all,</p>${long}<p>943 476 5919</p><p>P</p>`,
    );
  });

  it("of two halves of one sign are never parted", () => {
    const without = textWithout("<p>😀 943</p>", "<p>😁 [removed]</p>");
    expect(without("<p>😁 [removed]</p><p>Bye 😀</p>")).toBe("<p>😀 943</p><p>Bye 😀</p>");
  });
});

describe("recipients", () => {
  const same = (entry: string): string => entry;
  const to = ["a", "b", "c"];
  it.each<[string, string[], string[] | null]>([
    ["nobody came", [], ["a", "b", "c"]],
    ["somebody was added since", ["new"], ["a", "b", "c", "new"]],
    ["one was typed in again", ["b"], ["a", "b", "c"]],
  ])("come back to an emptied field where %s", (_what, now, then) => {
    expect(entriesWithout(to, [], now, same)).toEqual(then);
  });

  it.each<[string, string[], string[] | null]>([
    ["as they came", ["x", "a", "b", "c"], ["x"]],
    ["beside a new one", ["x", "a", "b", "c", "new"], ["x", "new"]],
    ["though another was left out", ["a", "b", "c"], []],
    ["unless one of them is gone already", ["x", "a", "c"], null],
  ])("leave the field that they were moved to %s", (_what, now, then) => {
    expect(entriesWithout(["x"], ["x", "a", "b", "c"], now, same)).toEqual(then);
  });
});
