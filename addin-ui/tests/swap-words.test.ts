/** Are words exchanged where they stand, and is everything else left as it was? */
import { describe, expect, it } from "vitest";
import { differences } from "../src/outlook/differences";
import { swapInHtml, swapInText } from "../src/outlook/swap-words";

const WORDS = "I am livid that the hall was locked!";
const KINDER = "I am upset that the hall was locked.";
const page = (body: string): string => `<html><head></head><body>${body}</body></html>`;
const swap = (body: string, words = WORDS, text = KINDER): string | null =>
  swapInHtml(page(body), words, text);

describe("words in HTML", () => {
  it.each([
    ["plain", `<p>Dear Jo,</p><p>${WORDS}</p>`, `<p>Dear Jo,</p><p>${KINDER}</p>`],
    ["amid others", `<p>Hello. ${WORDS} Bye.</p>`, `<p>Hello. ${KINDER} Bye.</p>`],
    [
      "with markup inside, which stays",
      '<p>I am livid that <a href="https://x.example">the <b>hall</b></a> was locked!</p>',
      '<p>I am upset that <a href="https://x.example">the <b>hall</b></a> was locked.</p>',
    ],
    [
      "cut across elements",
      "<p>I am <b>liv</b><i>id</i> that the hall was locked!</p>",
      "<p>I am <b>upset</b><i></i> that the hall was locked.</p>",
    ],
    [
      "wrapped by the client, with hard spaces",
      "<p>I am livid that\n   the&nbsp;hall was locked!</p>",
      "<p>I am upset that\n   the&nbsp;hall was locked.</p>",
    ],
    ["in a list", `<ul><li>${WORDS}</li></ul>`, `<ul><li>${KINDER}</li></ul>`],
    ["after a picture of a smile", `<p>😀 ${WORDS}</p>`, `<p>😀 ${KINDER}</p>`],
    [
      "as Word writes it",
      `<p class="MsoNormal"><span lang="EN-GB">${WORDS}<o:p></o:p></span></p>`,
      `<p class="MsoNormal"><span lang="EN-GB">${KINDER}<o:p></o:p></span></p>`,
    ],
  ])("are exchanged %s", (_, before, after) => {
    expect(swap(before)).toBe(page(after));
  });

  it.each([
    ["are not there", "<p>Dear Jo,</p>"],
    ["stand twice", `<p>${WORDS}</p><p>${WORDS}</p>`],
    ["stand in the quoted message too", `<p>${WORDS}</p><blockquote>${WORDS}</blockquote>`],
    ["go over a line", "<p>I am livid that<br>the hall was locked!</p>"],
    ["go over a paragraph", "<p>I am livid that</p><p>the hall was locked!</p>"],
    ["are in a style", `<style>${WORDS}</style>`],
  ])("are left alone when they %s", (_, body) => {
    expect(swap(body)).toBeNull();
  });

  it("never finds nothing everywhere", () => {
    expect(swap("<p>Hello.</p>", "  ")).toBeNull();
  });

  it("are taken out with the space after them", () => {
    expect(swap(`<p>Hello. ${WORDS} Bye.</p>`, WORDS, "")).toBe(page("<p>Hello. Bye.</p>"));
  });

  it("leave no empty paragraph, but a picture stays", () => {
    expect(swap(`<p>Hello.</p><p>${WORDS}</p>`, WORDS, "")).toBe(page("<p>Hello.</p>"));
    expect(swap(`<p>${WORDS}<img alt="x"></p>`, WORDS, "")).toBe(page('<p><img alt="x"></p>'));
  });

  it("are put in as words, whatever they look like", () => {
    expect(swap(`<p>${WORDS}</p>`, WORDS, "<img src=x onerror=alert(1)>")).toBe(
      page("<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
    );
  });

  it("keep words that only come to the end longer", () => {
    expect(swap("<p>Send it</p>", "Send it", "Send it soon")).toBe(page("<p>Send it soon</p>"));
    expect(swap("<p>send it</p>", "send it", "Please send it")).toBe(page("<p>Please send it</p>"));
  });
});

describe("words in plain text", () => {
  it("are exchanged or taken out when they stand once", () => {
    expect(swapInText(`Dear Jo,\n${WORDS} Bye.`, WORDS, KINDER)).toBe(`Dear Jo,\n${KINDER} Bye.`);
    expect(swapInText(`Dear Jo,\n${WORDS} Bye.`, WORDS, "")).toBe("Dear Jo,\nBye.");
    expect(swapInText(`${WORDS}\n> ${WORDS}`, WORDS, KINDER)).toBeNull();
    expect(swapInText("Dear Jo,", WORDS, KINDER)).toBeNull();
  });
});

describe("differences", () => {
  it.each([
    ["", ""],
    ["same", "same"],
    ["Send me the form now!", "Please could you send me the form as soon as you can?"],
    ["😀 no!!!", "😀 no."],
    ["a b c d", "d c b a"],
    ["gone", ""],
    ["", "new"],
  ])("make %j into %j", (before, after) => {
    const made = differences(before, after).reduce((now, { start, end, put }) => {
      const letters = Array.from(now);
      return [...letters.slice(0, start), put, ...letters.slice(end)].join("");
    }, before);
    expect(made).toBe(after);
  });
});
