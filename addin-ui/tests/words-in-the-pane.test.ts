/** In a made-up language that brackets every word: does the pane, in all its states, say none of its own? */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { accuracy, angry, bulletin, clear, nhsNumber, noSubject, tip, unknownAudience } from "../dev/replies";
import { createHelp } from "../src/pane/act";
import { Answers } from "../src/pane/answers";
import type { NoMessage } from "../src/pane/opened";
import { Notice } from "../src/pane/notice";
import type { PaneState, Wait } from "../src/pane/state";
import type { Help } from "../src/pane/view/advice-card";
import { nothingPasted } from "../src/pane/view/states";
import { Welcome } from "../src/pane/welcome";
import { CannotSignIn, SignedOut } from "../src/sign-in/grant";
import { Trouble } from "../src/wire/client";
import { type Advice, CHANNELS, type CheckReply, SEVERITIES, type SetAside } from "../src/wire/contract";
import type { Me } from "../src/wire/me";
import { muted, nothingElse, outsideBrackets, unbracketed } from "./bracketed";
import { noHelp, surface, TROUBLES, verdict } from "./drawn-pane";
import { crowd, openOutlook } from "./fake-outlook";
import { fixerOf, waitFor } from "./fixing";

vi.mock("../src/words/en", async (original) => {
  const { bracketed } = await import("./bracketed");
  return bracketed(await original<object>());
});

const draw = (state: PaneState, help: Help = noHelp): void => {
  surface(help).draw(state);
  nothingElse();
};

describe("a state without a verdict", () => {
  it.each<Wait>(["short", "noticed", "long"])("waiting: %s", (wait) => draw({ kind: "loading", wait }));

  it("nothing yet, and nothing pasted", () => {
    draw({ kind: "empty" });
    document.body.append(nothingPasted());
    nothingElse();
  });

  it.each(TROUBLES)("trouble: %s", (kind) => draw({ kind: "trouble", trouble: new Trouble(kind, "§1§") }));

  it.each([new SignedOut(), new CannotSignIn()])("%s", (trouble) => draw({ kind: "trouble", trouble }));

  it.each<NoMessage>(["outside", "not-ready", "no-item", "meeting", "reading"])("no message: %s", (why) =>
    draw({ kind: "no-message", why }),
  );
});

const everything = {
  recipients: 30,
  people: 1200,
  is_lower_bound: true,
  schools: 14,
  clusters: 5,
  phases: ["primary", "special"],
  inside: 3,
  outside: 4,
  webmail: 2,
  groups: 1,
  unknown: 2,
  members_outside: 3,
};
const spans = ["subject", "body", "to", "cc", "bcc", "attachments"].map((field) => ({
  field,
  start: 0,
  end: 1,
  excerpt: `${field} words`,
  primary: true,
}));
const steps = [
  "use-secure-channel",
  "ask-communications-team",
  "ask-head",
  "add-subject",
  "phone-instead",
  "remove",
].map((kind) => ({ kind, label: "Bare name", href: kind === "phone-instead" ? "tel:1" : "" }));
const citation = { rule: "r", clause: nhsNumber.clause! };
const full: Advice = {
  ...angry,
  accuracy: { ...accuracy, stepped_down: "often wrong" },
  answer_key: "key",
  attach_key: "attach",
  spans,
  actions: [
    ...steps,
    { kind: "redact", label: "Take it out", href: "", asks: "Shall it go?" },
    { kind: "move-to-cc", label: "Move them", href: "", chooses: ["to"] },
    { kind: "trim-recipients", label: "Trim", href: "", chooses: ["to", "cc", "bcc"] },
  ],
  also: [citation, citation, citation],
};
const leftOut = { ...angry.rewordings[0]!, text: "" };
const advice: Advice[] = [
  ...SEVERITIES.map((severity) => ({ ...full, id: severity, rule: severity, severity })),
  { ...full, id: "one", rule: "one", rewordings: angry.rewordings.slice(0, 1) },
  { ...full, id: "out", rule: "out", rewordings: [leftOut], accuracy: { ...accuracy, precision: null } },
  { ...full, id: "many", rule: "many", rewordings: [...angry.rewordings, leftOut, leftOut] },
  ...["a", "b", "c", "d"].map((id) => tip(id, "A tip")),
];
const aside: SetAside[] = [{ why: "answered", advice: noSubject }];
const gap = { check: "x", reason: "§9§" };

describe("a verdict", () => {
  it("with every kind of card, and each question that a card asks", async () => {
    const { held, item } = openOutlook();
    held.setEntries(
      "to",
      crowd(2).map((one) => ({ ...one, displayName: "7" })),
    );
    const own = createHelp(
      item,
      () => undefined,
      fixerOf(item, () => undefined),
    );
    const help: Help = { ...noHelp, ...own, attach: () => undefined, attached: () => "" };
    const reply = muted({ ...bulletin, audience: everything, summary: "", advice, set_aside: aside });
    draw(verdict(reply, { unread: [gap], sent: [{ title: "1", stage: "2", said: "3" }] }), help);
    for (const press of document.querySelectorAll<HTMLElement>(".fix button")) press.click();
    for (const choice of document.querySelectorAll<HTMLDetailsElement>(".choose-people")) {
      choice.open = true;
      choice.dispatchEvent(new Event("toggle"));
    }
    await waitFor(() => document.querySelectorAll(".person").length > 0);
    nothingElse();
  });

  it.each(CHANNELS)("that leads to %s", (channel) => {
    for (const officers of [[], ["Jo"], ["Jo", "Leo"]]) {
      const alternatives = CHANNELS.map((other) => ({ channel: other, message: "if so" }));
      const route = { ...bulletin.route, channel, officers, alternatives };
      const ways = { open: () => undefined, show: () => undefined };
      draw(verdict(muted({ ...bulletin, route }), { wait: "long" }), { ...noHelp, ways });
    }
  });

  it.each<[string, Partial<CheckReply>, object]>([
    ["clear", {}, {}],
    ["clear as far as it was read", {}, { unread: [gap], wait: "noticed" }],
    ["clear but for what was answered", { set_aside: aside }, {}],
    ["a tip alone", { advice: [tip("t", "One")] }, {}],
  ])("that is %s", (_what, differs, rest) => draw(verdict(muted({ ...clear, ...differs }), rest)));

  it("that asks how many schools it is for, whatever is answered", () => {
    draw(verdict(muted(unknownAudience)));
    for (const answer of document.querySelectorAll<HTMLInputElement>(".question input")) {
      answer.click();
      nothingElse();
    }
  });
});

describe("what is told in passing", () => {
  beforeEach(() => {
    surface();
  });

  it.each([
    ["noted", () => Promise.resolve()],
    ["not noted", () => Promise.reject(new Error())],
  ])("of a card that was answered, %s", async (_how, choose) => {
    const told: string[] = [];
    const client = { check: () => Promise.reject(new Error()), choose };
    const notice = new Notice();
    const answers = new Answers(
      client,
      (message, undo) => {
        told.push(message);
        notice.tell(message, undo);
      },
      () => undefined,
      () => undefined,
    );
    answers.callWrong(muted(noSubject), "other");
    answers.keep(muted(noSubject), "agreed");
    answers.askAgain(muted(noSubject));
    await new Promise((resolve) => setTimeout(resolve, 20));
    nothingElse();
    document.querySelector<HTMLElement>(".undo")?.click();
    nothingElse();
    expect(told.length).toBeGreaterThan(1);
    expect(told.flatMap(outsideBrackets)).toEqual([]);
  });

  it("of what was changed, or could not be", async () => {
    const { held, item } = openOutlook({ faults: ["subject.setAsync"] });
    held.setEntries("to", crowd(3));
    const told: string[] = [];
    const fixer = fixerOf(item, (message) => told.push(message));
    const action = { kind: "trim-recipients", label: "1", href: "", chooses: ["to"] };
    const everybody = [0, 1, 2].map((at) => ({ field: "to" as const, at }));
    await fixer.choose(action, noSubject, everybody, null);
    await fixer.choose(action, noSubject, everybody.slice(1), "cc");
    await fixer.choose(action, noSubject, everybody.slice(0, 1), null);
    await fixer.setSubject("1");
    expect(told).toHaveLength(4);
    expect(told.flatMap(outsideBrackets)).toEqual([]);
  });
});

describe("who opens it first", () => {
  const me = { standing: "not-signed", signedOn: "", signAt: "/staff/policy", outOfDate: [] };

  it.each<[string, Me | null]>([
    ["is not known", null],
    ["has not signed", me],
    ["signed an older policy", { ...me, standing: "signed-older", signedOn: "2026-11-01" }],
    ["works under an old one", { ...me, outOfDate: [{ title: "1", reviewBy: "2026-11-01" }] }],
  ])("%s", (_who, known) => {
    localStorage.clear();
    surface();
    const welcome = new Welcome();
    if (known !== null) welcome.know(known);
    nothingElse();
    welcome.giveWay();
    expect(unbracketed(document.body)).toEqual([]);
  });
});
