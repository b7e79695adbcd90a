// @vitest-environment node
/** Does the add-in see by itself what is beyond doubt, and nothing that the service would not see? */
import { describe, expect, it } from "vitest";
import { isCard, isNhsNumber, isNino } from "../src/send/local/digits";
import { lookLocally } from "../src/send/local/look";
import { masked, numbersIn } from "../src/send/local/numbers";
import { ownText } from "../src/send/local/own-text";
import { localAnswer } from "../src/send/local-answer";
import type { WhyNot } from "../src/send/why-not";
import { events } from "../src/words/spoken";
import type { Draft, Recipient } from "../src/wire/contract";
import told from "./local-cases.json";

const to = (...addresses: string[]): Recipient[] =>
  addresses.map((address) => ({ address, name: "", kind: "user" }));
const crowd = (count: number): Recipient[] =>
  to(...Array.from({ length: count }, (_, i) => `p${i}@wealdshire.example`));
const NHS = "<p>The NHS number is 943 476 5919.</p>";
const draft = (differs: Partial<Draft>): Draft => ({
  subject: "The form",
  body: { format: "html", content: "<p>Thank you.</p>", truncated: false },
  from: { address: "p.shah@wealdshire.example", name: "" },
  to: to("dana@gmail.com"),
  cc: [],
  bcc: [],
  recipients_capped: false,
  attachments: [],
  reply: "new",
  importance: "normal",
  sending_at: "2026-11-20T10:00:00Z",
  ...differs,
});
const html = (content: string): Draft["body"] => ({ format: "html", content, truncated: false });

describe("numbers", () => {
  it.each(told.cases)("$text", ({ text, kinds }) => {
    expect([...new Set(numbersIn(text).map(({ kind }) => kind))]).toEqual(kinds);
  });

  it.each([
    ["943 476 5919", "••• ••• 5919"],
    ["AB 12 34 56 C", "•• •• •4 56 C"],
    ["4539 5787 6362 1486", "•••• •••• •••• 1486"],
  ])("%s is shown as %s", (number, shown) => {
    expect(masked(number)).toBe(shown);
  });

  it("are each seen once, and none is given back whole", () => {
    const seen = numbersIn("Card 4539 5787 6362 1486, NHS 943 476 5919, sort code 20-77-42 account 73641982");
    expect(seen.map(({ kind }) => kind).sort()).toEqual(["bank-account", "nhs-number", "payment-card"]);
    expect(JSON.stringify(seen)).not.toMatch(/\d{5}|943 476|4539|20-77|7364/);
  });

  it("with a wrong check digit are none", () => {
    expect(["9434765919", "9434765918", "0000000000", "943476591"].map(isNhsNumber)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(["AB123456C", "BG123456C", "AB123456E", "DA123456C"].map(isNino)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(["4539578763621486", "4539578763621487", "4111111111111111", "1234567890123"].map(isCard)).toEqual(
      [true, false, false, false],
    );
  });

  it.each(["9", "9 ", "9-", "<", "<!--", "<p ", "&#1", "AB 12 34 56 ", "20-77-42 "])(
    "are looked for without getting lost in a long row of %j",
    (part) => {
      expect(numbersIn(ownText(part.repeat(60_000), "reply"))).toEqual([]);
    },
  );
});

describe("the sender's own text", () => {
  it.each([
    ["<p>One</p><p>two&nbsp;three&amp;</p>", "One two three&"],
    ["<style>p{color:red}</style><script>var a='943 476 5919'</script><b>x</b>y", "xy"],
    ["before<!-- 943 476 5919 -->after", "before after"],
    ["seen<style>never closed 943 476 5919", "seen"],
    ["&#57;&#x34;3 &bogus; &#99999999;", "943 &bogus; &#99999999;"],
    ["a<br>b<div>c</div>", "a b c"],
  ])("of %s is %s", (source, text) => {
    expect(ownText(source, "new").replace(/\s+/g, " ").trim()).toBe(text);
  });

  it.each([
    '<p>Mine</p><div id="divRplyFwdMsg">943 476 5919</div>',
    '<p>Mine</p><div class="gmail_quote">943 476 5919</div>',
    "<p>Mine</p><blockquote>943 476 5919</blockquote>",
    "<p>Mine</p>-----Original Message-----<p>943 476 5919</p>",
  ])("ends in an answer where the others' begins: %s", (source) => {
    expect(ownText(source, "reply").trim()).toBe("Mine");
    expect(ownText(source, "forward")).toContain("943 476 5919");
  });
});

describe("a draft", () => {
  it("with a number is told of when somebody outside reads it, or a list might", () => {
    const body = html(NHS);
    expect(lookLocally(draft({ body }))).toMatchObject([
      { about: "identifiers", excerpts: ["••• ••• 5919"] },
    ]);
    expect(lookLocally(draft({ body, to: crowd(1) }))).toEqual([]);
    expect(lookLocally(draft({ body, to: to("") }))).toHaveLength(1);
    expect(lookLocally(draft({ subject: "943 476 5919" }))).toHaveLength(1);
  });

  it("that is plain text is read as it is", () => {
    const body = { format: "text", content: "<943 476 5919>", truncated: false } as const;
    expect(lookLocally(draft({ body }))).toHaveLength(1);
  });

  it.each([
    [19, []],
    [20, ["It goes to 20 recipients"]],
  ])("to %d is counted", (count, titles) => {
    expect(lookLocally(draft({ to: crowd(count) })).map(({ title }) => title)).toEqual(titles);
  });

  it("to a list goes to at least so many", () => {
    const list: Recipient = { address: "all@wealdshire.example", name: "", kind: "group" };
    expect(lookLocally(draft({ to: [...crowd(20), list] }))[0]?.title).toBe(
      "It goes to at least 21 recipients",
    );
  });

  it("shows private addresses to each other in To and Cc, not in Bcc", () => {
    const families = to("a@gmail.com", "b@hotmail.co.uk", "c@btinternet.com");
    expect(lookLocally(draft({ to: families }))[0]?.about).toBe("shown-addresses");
    expect(lookLocally(draft({ to: [], bcc: families }))).toEqual([]);
    expect(lookLocally(draft({ to: to("a@gmail.com", "A@gmail.com", "b@gmail.com") }))).toEqual([]);
  });
});

describe("the answer without a verdict", () => {
  const findings = lookLocally(draft({ body: html(NHS), to: [...crowd(30), ...to("a@gmail.com")] }));
  const whys = Object.keys(events.notChecked) as WhyNot[];

  it.each(whys)("because of %s fits, names what was seen, and blocks nothing", (why) => {
    const answer = localAnswer(why, findings, []);
    expect(answer.errorMessage).toContain("“••• ••• 5919”");
    expect(answer.errorMessage).toContain("It goes to 31 recipients");
    expect(answer.errorMessage?.length).toBeLessThanOrEqual(500);
    expect(answer.errorMessageMarkdown?.length).toBeLessThanOrEqual(500);
    expect(answer.cancelLabel?.length).toBeLessThanOrEqual(20);
    expect(answer.sendModeOverride).toBe("promptUser");
    expect(localAnswer(why, [], ["identifiers"])).toEqual({ allowEvent: true });
  });

  it("waits for what is closed, and only for that", () => {
    expect(localAnswer("slow", findings, ["shown-addresses"]).sendModeOverride).toBe("promptUser");
    expect(localAnswer("slow", findings, ["many-recipients"])).not.toHaveProperty("sendModeOverride");
    expect(localAnswer("slow", [], ["unchecked"]).errorMessage).toContain("was not checked");
  });
});
