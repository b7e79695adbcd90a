/** Does somebody who has only the keyboard stay where they were, whatever the pane draws anew? */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bulletin, clear, nhsNumber, noSubject, tip } from "../dev/replies";
import { askFirst } from "../src/pane/fixes/question";
import type { Action, Advice, CheckReply } from "../src/wire/contract";
import { pressed } from "./bulletin-samples";
import { all, content, noHelp, surface, verdict } from "./drawn-pane";

const reply = (...advice: Advice[]): CheckReply => ({
  ...clear,
  verdict: "warn",
  advice: advice.map((one, at) => ({ ...one, id: `a${at + 1}` })), // as the service numbers them
});
const heading = (title: string): HTMLElement => all("h2, h3").find((h) => h.textContent === title)!;
const focused = (): string => document.activeElement?.textContent ?? "";
const loud = tip("loud", "A third thing");

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  vi.useRealTimers();
});

describe("when a card goes away", () => {
  it("the focus is on the one that came into its place, then on the one before, then on what is said", () => {
    const pane = surface();
    pane.draw(verdict(reply(nhsNumber, noSubject, loud)));
    heading(noSubject.title).closest("article")!.querySelector<HTMLElement>("summary")!.focus();
    pane.draw(verdict(reply(nhsNumber, loud)));
    expect(focused()).toBe(loud.title);
    pane.draw(verdict(reply(nhsNumber)));
    expect(focused()).toBe(nhsNumber.title);
    pane.draw(verdict(clear));
    expect(focused()).toBe("No rule applies");
  });

  it("a step that was made leads on from where it was pressed", async () => {
    let done: () => void = () => undefined;
    const run = (): Promise<void> => new Promise((resolve) => (done = resolve));
    const form = ({ kind }: Action): HTMLElement | null =>
      kind === "redact" ? askFirst("Take it out", "Take it out?", "fix-redact", run) : null;
    const step = { kind: "redact", label: "Take it out", href: "", asks: "Take it out?" };
    const pane = surface({ ...noHelp, form });
    pane.draw(verdict(reply({ ...nhsNumber, actions: [step] }, noSubject)));
    pressed("Take it out", all(".fix")[0]);
    pressed("Take it out", all(".fix")[0]);
    expect(focused()).toBe("Take it out");
    pane.draw(verdict(reply(noSubject)));
    done();
    await Promise.resolve();
    expect(focused()).toBe(noSubject.title);
  });

  it("one that is shown again has the focus", () => {
    const pane = surface();
    const aside = { why: "answered" as const, advice: noSubject };
    pane.draw(verdict({ ...reply(nhsNumber), set_aside: [aside] }));
    all("details.disclosure:not(article details) button")[0]!.focus();
    pane.draw(verdict(reply(nhsNumber, noSubject)));
    expect(focused()).toBe(noSubject.title);
  });

  it("a tip that is folded away is not gone to", () => {
    const [one, two, three, four, five] = ["one", "two", "three", "four", "five"].map((t) => tip(t, t));
    const pane = surface();
    pane.draw(verdict(reply(nhsNumber, noSubject, one!, two!)));
    heading("two").focus();
    pane.draw(verdict(reply(one!, three!, four!, five!))); // the last two under "2 more tips"
    expect(focused()).toBe("three");
  });

  it("the focus elsewhere is left alone", () => {
    const pane = surface();
    pane.draw(verdict(reply(nhsNumber)));
    const outside = document.body.appendChild(document.createElement("button"));
    outside.focus();
    pane.draw(verdict(clear));
    expect(document.activeElement).toBe(outside);
  });
});

describe("when another card comes", () => {
  it("the focus stays on the same one, whatever number it has by now", () => {
    const pane = surface();
    pane.draw(verdict(reply(noSubject)));
    const card = all("article")[0]!;
    heading(noSubject.title).focus();
    pane.draw(verdict(reply(nhsNumber, noSubject)));
    expect(focused()).toBe(noSubject.title);
    expect(all("article")[1]).toBe(card); // not made again
  });

  it("what is typed into a card stays", () => {
    const form = (): HTMLElement => document.createElement("input");
    const pane = surface({ ...noHelp, form });
    pane.draw(verdict(reply(noSubject)));
    const input = content().querySelector<HTMLInputElement>("article input")!;
    input.value = "Half a subj";
    input.focus();
    pane.draw(verdict(reply(noSubject, loud)));
    expect(document.activeElement).toBe(input);
    expect(content().querySelector<HTMLInputElement>("article input")!.value).toBe("Half a subj");
  });

  it("the same thing found twice is two cards, each with a name of its own", () => {
    surface().draw(verdict(reply(noSubject, noSubject)));
    const names = all("article").map((card) => card.getAttribute("aria-labelledby"));
    expect(new Set(names).size).toBe(2);
    expect(names.map((id) => document.getElementById(id!)?.textContent)).toEqual(
      [noSubject, noSubject].map(({ title }) => title),
    );
  });
});

describe("the question of the route", () => {
  it("keeps its answer, and the focus on the way that came with it", () => {
    const question = {
      doubt: "law" as const,
      asks: "Does a law set the day?",
      answers: [
        { channel: "communications-team" as const, label: "Yes" },
        { channel: "bulletin" as const, label: "No" },
      ],
    };
    const ways = { open: () => undefined, show: () => undefined };
    const asking = { ...bulletin, route: { ...bulletin.route, question } };
    const pane = surface({ ...noHelp, ways });
    pane.draw(verdict(asking));
    all(".question input")[1]!.click();
    const way = content().querySelector<HTMLElement>(".answer button")!;
    way.focus();
    pane.draw(verdict({ ...asking, advice: [...asking.advice, loud] }));
    expect(document.activeElement).toBe(way);
    pane.draw(verdict({ ...asking, advice: [nhsNumber] })); // which changes what the route card says
    expect(document.activeElement?.textContent).toBe(way.textContent);
    expect((all(".question input")[1] as HTMLInputElement).checked).toBe(true);
  });
});

describe("while somebody presses", () => {
  const press = (type: string): boolean => content().dispatchEvent(new Event(type, { bubbles: true }));

  it("nothing moves under the finger; what came meanwhile is drawn afterwards", () => {
    vi.useFakeTimers();
    const pane = surface();
    pane.draw(verdict(reply(nhsNumber)));
    press("pointerdown");
    pane.draw(verdict(reply(noSubject)));
    pane.draw(verdict(reply(loud)));
    expect(heading(nhsNumber.title)).toBeDefined();
    press("pointerup");
    expect(heading(nhsNumber.title), "the click is still to come").toBeDefined();
    vi.runAllTimers();
    expect(all("h3").map((h) => h.textContent)).toEqual([loud.title]);
  });

  it("what the click leads to is drawn at once, and nothing older over it", () => {
    vi.useFakeTimers();
    const pane = surface();
    pane.draw(verdict(reply(nhsNumber)));
    press("pointerdown");
    pane.draw(verdict(reply(noSubject)));
    content().addEventListener("click", () => {
      pane.draw(verdict(reply(loud)));
    });
    press("click");
    expect(all("h3").map((h) => h.textContent)).toEqual([loud.title]);
    vi.runAllTimers();
    expect(all("h3").map((h) => h.textContent)).toEqual([loud.title]);
  });

  it("the pane goes on where the release was never seen", () => {
    vi.useFakeTimers();
    const pane = surface();
    pane.draw(verdict(reply(nhsNumber)));
    press("pointerdown");
    pane.draw(verdict(reply(loud)));
    vi.advanceTimersByTime(1000);
    expect(all("h3").map((h) => h.textContent)).toEqual([loud.title]);
  });
});
