// @vitest-environment node
/** Can no word of a draft, and none of the service's, become more than words in Outlook's dialog? */
import { describe, expect, it } from "vitest";
import { angry, bulletin, nhsNumber, noSubject, shownFamilies, webmail } from "../dev/replies";
import { answerFor, LONGEST_MESSAGE } from "../src/send/answer";
import { escaped, fit, fitIn, MARKDOWN } from "../src/send/style";
import type { Advice, CheckReply } from "../src/wire/contract";

const NASTY = [
  "[click](https://evil.example)",
  "**bold** _it_ `code` ~~gone~~",
  "# heading",
  "- entry",
  "1. first",
  "<a href='https://evil.example'>x</a>",
  "https://evil.example/path",
  "www.evil.example",
  "a\r\n\r\n- b\r- c",
  "&lt;b&gt;",
  "| a | b |",
  "\\[x](y)",
  "==\n--",
  "\u202eevil\u2066",
];

describe("Markdown", () => {
  it.each(NASTY)("takes the meaning out of %j", (nasty) => {
    const written = escaped(nasty);
    expect(written).not.toMatch(/[\r\n\u202e\u2066]/);
    expect(written.replace(/\\[\\`*_[\]<>#|~&:=+-]/g, "x")).not.toMatch(
      /[`*_[\]<>#|~&]|^[-+=]|^\d+[.)]|:\/\/|\bwww\./,
    );
  });

  it.each(["Put it in the e-bulletin (12 schools).", "It’s at 10.30 - really!", "Policy: “1. Send less”"])(
    "leaves ordinary words as they are: %s",
    (words) => {
      expect(escaped(words)).toBe(words);
    },
  );

  it("is cut before it is escaped, never inside an escape", () => {
    for (let room = 1; room < 60; room += 1) {
      const written = fitIn(MARKDOWN, "*_".repeat(40), room);
      expect(written.length).toBeLessThanOrEqual(Math.max(room, 2));
      expect(written).toMatch(/^(?:\\[*_])*…?$/);
    }
  });
});

describe("cutting", () => {
  it("leaves no half of a character", () => {
    for (let room = 1; room < 12; room += 1)
      expect(fit("😀😀😀😀😀😀😀", room)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe("every answer", () => {
  const nastyAdvice = (words: string): Advice => ({
    ...nhsNumber,
    title: words,
    message: `${words} `.repeat(30),
    clause: { source: "x", title: words, section: words, quote: words.repeat(12) },
    spans: [{ field: "body", start: 0, end: 9, excerpt: words.repeat(9), primary: true }],
  });
  const replies: CheckReply[] = [
    ...[bulletin, webmail],
    ...[angry, noSubject, shownFamilies].map((advice) => ({ ...webmail, advice: [advice] })),
    ...NASTY.flatMap((words) =>
      (["warn", "justify", "block"] as const).map((severity) => ({
        ...webmail,
        verdict: severity,
        advice: [{ ...nastyAdvice(words), severity }, nhsNumber],
      })),
    ),
  ];

  it.each(replies.map((reply, at) => [at, reply] as const))("fits in both forms (%d)", (_at, reply) => {
    const { errorMessage = "", errorMessageMarkdown = "" } = answerFor(reply);
    expect(errorMessage.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
    expect(errorMessageMarkdown.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
    const bare = errorMessageMarkdown.replace(/\\[\\`*_[\]<>#|~&:=+-]/g, "").replace(/\*\*/g, "");
    expect(bare).not.toMatch(/[`*_[\]<>#|~&]|:\/\//);
    expect((errorMessageMarkdown.replace(/\\\*/g, "").match(/\*\*/g) ?? []).length % 2).toBe(0);
  });
});
