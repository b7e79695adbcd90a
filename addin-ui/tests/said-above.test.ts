/** Does the way to the right channel stand once at the top, and again only on the card that Take Action leads to? */
import { describe, expect, it } from "vitest";
import { bulletin, clear, nhsNumber, tip, unknownAudience } from "../dev/replies";
import type { Way } from "../src/pane/bulletin/ways";
import type { Action, Advice, Channel, CheckReply } from "../src/wire/contract";
import { pressed } from "./bulletin-samples";
import { all, content, noHelp, surface, verdict } from "./drawn-pane";

const opened: Way[] = [];
const help = {
  ...noHelp,
  ways: { open: (way: Way) => opened.push(way), show: () => undefined },
  offer: ({ kind, label }: Action) => (kind === "route-to-bulletin" ? { label, run: () => undefined } : null),
};
const step = (kind: string, label: string, href = ""): Action => ({ kind, label, href });
const card = (severity: Advice["severity"], ...actions: Action[]): Advice => ({
  ...(severity === "info" ? tip("t", "A tip") : nhsNumber),
  severity,
  actions,
});
const routed = (channel: Channel, ...advice: Advice[]): CheckReply => ({
  ...bulletin,
  route: { ...bulletin.route, channel, alternatives: [] },
  advice,
});
const labels = (of: string): string[] =>
  all(`${of} .actions > *, ${of} > ul > li`).map((e) => e.textContent.replace(" (opens in a new tab)", ""));
const sent = [{ title: "Form", stage: "With the editors", said: "No editor has taken it up yet." }];
const SECURE = step("use-secure-channel", "Secure channel", "https://secure.example/");
const TEAM = step("ask-communications-team", "Ask the team", "mailto:team@wealdshire.example");

describe("a tip", () => {
  it("does not offer again what the route card offers", () => {
    const into = step("route-to-bulletin", "Put in the e-bulletin");
    surface(help).draw(verdict(routed("bulletin", card("info", into, step("reword", "Say it in full")))));
    expect(labels(".route")).toEqual(["Put in the e-bulletin"]);
    expect(labels("article .to-do")).toEqual(["say it in full"]);
    surface(help).draw(verdict(routed("secure-channel", card("info", SECURE))));
    expect(labels(".route")).toEqual(["Secure channel"]);
    expect(labels("article .to-do")).toEqual([]);
  });

  it("keeps a step that leads elsewhere, or that nothing above offers", () => {
    surface(help).draw(verdict(routed("bulletin", card("info", SECURE))));
    expect(labels("article .to-do")).toEqual(["Secure channel"]);
    surface(noHelp).draw(verdict(routed("communications-team", card("info", TEAM))));
    expect(labels("article .to-do")).toEqual(["ask the team"]);
  });
});

describe("while the route card asks how many schools it is", () => {
  it("the card about just that leads to the question, and others keep their steps", () => {
    const into = step("route-to-bulletin", "Put in the e-bulletin");
    const asks = { ...card("warn", step("check-recipient", "Say who it is for"), into, TEAM) };
    const advice = [card("justify", into), { ...asks, finding: "audience-shape/unknown-audience" }];
    surface(help).draw(verdict({ ...unknownAudience, advice }));
    expect(labels("article .to-do")).toEqual([
      "Put in the e-bulletin",
      "Answer the question above",
      "ask the team",
    ]);
  });
});

describe("while the route card asks first", () => {
  const into = step("route-to-bulletin", "Put in the e-bulletin, if no law sets that day");
  const question = {
    doubt: "law" as const,
    asks: "Does a law set the day?",
    answers: [
      { channel: "communications-team" as const, label: "Yes" },
      { channel: "bulletin" as const, label: "No" },
    ],
  };
  const asking = (...advice: Advice[]): CheckReply => {
    const reply = routed("bulletin", ...advice);
    return { ...reply, route: { ...reply.route, question } };
  };

  it("leads from a card to the question, once, and not from a tip", () => {
    Element.prototype.scrollIntoView = () => undefined;
    const reword = step("reword", "Name the law");
    surface(help).draw(verdict(asking(card("justify", TEAM, into, reword), card("info", into))));
    expect(labels("article .to-do")).toEqual(["Answer the question above", "name the law"]);
    pressed("Answer the question above");
    expect((document.activeElement as HTMLInputElement).value).toBe("law:communications-team");
    const [, no] = all(".question input");
    (no as HTMLInputElement).checked = true;
    pressed("Answer the question above");
    expect(document.activeElement).toBe(no);
  });

  it("leaves a step to another place, and a list that nobody knows, as they are", () => {
    surface(help).draw(verdict(asking(card("justify", SECURE))));
    expect(labels("article .to-do")).toEqual(["Secure channel"]);
    surface(help).draw(verdict(routed("unknown-audience", card("justify", TEAM))));
    expect(labels("article .to-do")).toEqual(["ask the team"]);
  });

  it("asks no more once something was sent", () => {
    surface(help).draw(verdict(asking(card("justify", into)), { sent }));
    expect(labels("article .to-do")).not.toContain("Answer the question above");
  });
});

describe("a card that weighs more", () => {
  it("asks by the pane's own form instead of by a mail", () => {
    surface(help).draw(verdict(routed("communications-team", card("justify", TEAM))));
    expect(labels("article .to-do")).toEqual(["It is urgent", "For chosen schools"]);
    expect(content().querySelector("article a[href^=mailto]")).toBeNull();
    opened.length = 0;
    pressed("It is urgent", content().querySelector("article")!);
    expect(opened).toEqual(["urgent"]);
  });

  it("asks for nothing twice once it was sent", () => {
    surface(help).draw(verdict(routed("communications-team", card("justify", TEAM)), { sent }));
    expect(labels("article .to-do")).toEqual([]);
  });

  it("leads to the secure channel, as the route card does first", () => {
    surface(help).draw(verdict(routed("secure-channel", card("block", SECURE))));
    expect(labels("article .to-do")).toEqual(["Secure channel"]);
    const link = content().querySelector<HTMLAnchorElement>(".route a.primary");
    expect(link?.getAttribute("href")).toBe("https://secure.example/");
    expect(link?.rel).toContain("noopener");
  });

  it("tells where no policy says how to get there, without a button that does nothing", () => {
    surface(help).draw(verdict(routed("secure-channel", card("block", step("remove", "Take it out")))));
    expect(labels(".route")).toEqual([]);
    surface(help).draw(verdict({ ...clear, advice: [card("warn", TEAM)] }));
    expect(labels("article .to-do")).toEqual(["ask the team"]);
  });
});
