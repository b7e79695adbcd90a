/** Is every verdict said in words, with its clause, and without a button that does nothing? */
import { describe, expect, it } from "vitest";
import { bulletin, clear, nhsNumber, noSubject, tip, unknownAudience, webmail } from "../dev/replies";
import type { Question } from "../src/wire/contract";
import { all, content, live, surface, verdict, words } from "./drawn-pane";

const ofLaw: Question = {
  doubt: "law",
  asks: "Does a law set Thursday 19 November as the deadline?",
  answers: [
    { channel: "communications-team", label: "Yes: the law, the government or a court sets it" },
    { channel: "bulletin", label: "No: it is our own date, or nobody must act by it" },
  ],
};

describe("a verdict", () => {
  it("leads with the channel, the issue, the reason and the clause", () => {
    surface().draw(verdict({ ...bulletin, advice: [noSubject] }));
    const route = content().querySelector("[data-channel]")!;
    expect(route.getAttribute("data-channel")).toBe("bulletin");
    expect(route.querySelector("h2")?.textContent).toBe("Put it in the weekly e-bulletin");
    expect(route.textContent).toContain("Next issue Friday 27 November");
    expect(route.textContent).toContain("Cut-off Wednesday 25 November, noon");
    expect(route.querySelector("blockquote")?.textContent).toContain("Put information of interest");
    expect(route.querySelector("figcaption")?.textContent).toBe("Writing to Kent schools · You can");
    expect(route.textContent).toContain("The Communications Team");
    expect(live()).toBe("1 thing to check");
  });

  it("gives each card its weight in words, what was found, what to do and why", () => {
    surface().draw(verdict(webmail));
    const [card] = all("article");
    expect(card?.querySelector(".severity")?.textContent).toBe("Best not sent as it is");
    expect(card?.querySelector(".excerpts")?.textContent).toContain("••• ••• 5919");
    expect(card?.querySelector(".to-do h4")?.textContent).toBe("You can");
    expect([...card!.querySelectorAll(".to-do li")].map((li) => li.textContent)).toEqual([
      "take the number out",
    ]);
    const link = card?.querySelector("a");
    expect(link?.getAttribute("href")).toBe("https://secure.example/");
    expect(link?.getAttribute("target")).toBe("_blank");
    expect(link?.getAttribute("rel")).toContain("noopener");
    expect(card?.querySelectorAll("figure")).toHaveLength(2);
    expect(card?.querySelectorAll("button:not(.wrong-reason, .keep-reason)")).toHaveLength(0);
  });

  it("shows words once where a longer stretch that was found holds them", () => {
    const span = (excerpt: string, start: number) => ({
      ...{ field: "body", start, end: start + excerpt.length, excerpt, primary: true },
    });
    const spans = [
      span("You are useless", 60),
      span("You are useless, and everybody knows it.", 60),
      span("useless", 200),
    ];
    surface().draw(verdict({ ...clear, verdict: "warn", advice: [{ ...nhsNumber, spans }] }));
    expect(all(".excerpts li").map((li) => li.textContent)).toEqual([
      "You are useless, and everybody knows it.",
      "useless",
    ]);
  });

  it("counts the recipients only where the line above does not", () => {
    const audience = { ...clear.audience, recipients: 12, people: 12, outside: 12 };
    const facts = (summary: string): string | undefined => {
      surface().draw(verdict({ ...clear, audience, summary }));
      return content().querySelector(".facts")?.textContent;
    };
    expect(facts("12 people")).toBe("12 outside");
    expect(facts("14 schools · goes in the e-bulletin")).toBe("12 recipients · 12 outside");
  });

  it("keeps a stop with the word that is never broken", () => {
    surface().draw(
      verdict({ ...clear, verdict: "warn", advice: [{ ...nhsNumber, message: "See the e-bulletin." }] }),
    );
    expect(content().querySelector(".message .whole")?.textContent).toBe("e-bulletin.");
  });

  it("puts the strongest first and folds tips after two", () => {
    const advice = [
      tip("t1", "One"),
      tip("t2", "Two"),
      nhsNumber,
      tip("t3", "Three"),
      { ...noSubject, severity: "block" as const },
    ];
    surface().draw(verdict({ ...clear, verdict: "block", advice }));
    expect(all("article h3").map((h) => h.textContent)).toEqual([
      "There is no subject",
      "An NHS number is going outside the council",
      "One",
      "Two",
      "Three",
    ]);
    expect(all("details[data-key=more-tips] article")).toHaveLength(1);
    expect(all("details[data-key=more-tips] summary")[0]?.textContent).toBe("1 more tip");
    expect(live()).toBe("2 things to check");
  });

  it("opens why on the route card alone when the route is another one", () => {
    surface().draw(verdict({ ...bulletin, advice: [noSubject] }));
    expect(all("details.disclosure[open]")).toHaveLength(1);
    expect(content().querySelector("details[open]")?.closest("[data-channel]")).not.toBeNull();
  });

  it("says a reason once where the first card gives it by the same clause", () => {
    surface().draw(verdict(bulletin));
    const route = content().querySelector("[data-channel]")!;
    expect(route.querySelector("h2")?.textContent).toBe("Put it in the weekly e-bulletin");
    expect(route.textContent).toContain("Next issue Friday 27 November");
    expect(route.textContent).toContain("The Communications Team");
    expect(route.querySelectorAll(".reason, blockquote")).toHaveLength(0);
    expect(content().querySelectorAll("article blockquote")[0]?.textContent).toContain("Put information of");
  });

  it("keeps what only the route says", () => {
    const [main] = bulletin.route.reasons;
    const away = { message: "Schools are away, so the next issue is after the break.", clause: main!.clause };
    surface().draw(verdict({ ...bulletin, route: { ...bulletin.route, reasons: [main!, away] } }));
    expect(all(".route .reason").map((p) => p.textContent)).toEqual([away.message]);
    expect(all(".route blockquote")).toHaveLength(0);
  });

  it("names the policy by its id where an older service gives no title", () => {
    const untitled = { ...nhsNumber, clause: { ...nhsNumber.clause!, title: "" }, also: [] };
    surface().draw(verdict({ ...clear, verdict: "warn", advice: [untitled] }));
    expect(content().querySelector("figcaption")?.textContent).toContain("Kent Schools · 8.");
  });

  it("keeps why and this is wrong closed on every card, so that the next one is seen", () => {
    surface().draw(verdict({ ...clear, verdict: "warn", advice: [nhsNumber, noSubject] }));
    expect(all("article details").map((d) => (d as HTMLDetailsElement).open)).toEqual(Array(5).fill(false));
  });

  it("asks one question about a list that cannot be opened", () => {
    surface().draw(verdict(unknownAudience));
    expect(words()).toContain("One question first");
    expect(words()).toContain("How many schools is this for?");
    expect(words()).toContain("“My schools” could not be opened.");
    expect(content().querySelector(".reason")?.textContent).toBe("A list or group here cannot be opened.");
  });

  it("asks what only the writer knows, and leads to where the answer says", () => {
    const pane = surface();
    pane.draw(verdict({ ...bulletin, route: { ...bulletin.route, question: ofLaw } }));
    expect(words()).toContain("One question first");
    expect(content().querySelector("h2")?.textContent).toBe(
      "Does a law set Thursday 19 November as the deadline?",
    );
    expect(words()).not.toContain("Put it in the weekly e-bulletin");
    content().querySelector<HTMLInputElement>('input[value="law:bulletin"]')!.click();
    expect(content().querySelector(".answer")?.textContent).toContain("Put it in the weekly e-bulletin");
    expect(content().querySelector(".answer")?.textContent).toContain("Next issue");
    content().querySelector<HTMLInputElement>('input[value="law:communications-team"]')!.click();
    expect(content().querySelector(".answer")?.textContent).toContain("Communications Team");
  });

  it("does not take the answer to one question for the answer to another", () => {
    const pane = surface();
    pane.draw(verdict({ ...bulletin, route: { ...bulletin.route, question: ofLaw } }));
    content().querySelector<HTMLInputElement>('input[value="law:bulletin"]')!.click();
    pane.draw(
      verdict({ ...bulletin, route: { ...bulletin.route, question: { ...ofLaw, doubt: "chosen" } } }),
    );
    expect(content().querySelector("input:checked")).toBeNull();
  });

  it("takes an answer, shows where it leads, and keeps it while the draft still asks", () => {
    const pane = surface();
    pane.draw(verdict(unknownAudience));
    expect(all(".question label").map((l) => l.textContent)).toEqual([
      "One school",
      "Schools in one or two clusters",
      "More schools than that",
    ]);
    const pick = (value: string): void =>
      content().querySelector<HTMLInputElement>(`input[value="schools:${value}"]`)!.click();
    pick("send");
    expect(content().querySelector(".answer")?.textContent).toBe("Then you can send it yourself");
    pick("bulletin");
    expect(content().querySelector(".answer")?.textContent).toContain("Put it in the weekly e-bulletin");
    expect(content().querySelector(".answer")?.textContent).toContain("Next issue Friday 27 November");
    pane.draw(verdict({ ...unknownAudience, summary: "1 list" }));
    expect(content().querySelector<HTMLInputElement>("input:checked")?.value).toBe("schools:bulletin");
    expect(content().querySelector(".answer")?.textContent).toContain("Put it in the weekly e-bulletin");
    pane.draw(verdict(clear));
    pane.draw(verdict(unknownAudience));
    expect(content().querySelector("input:checked")).toBeNull();
  });

  it("names the local officers, with an address as a link", () => {
    const route = {
      ...bulletin.route,
      channel: "local-officer" as const,
      officers: ["Jo Reed", "leo@wealdshire.example"],
    };
    surface().draw(verdict({ ...bulletin, route }));
    expect(words()).toContain("Local officers");
    expect(words()).toContain("Ask the local officers to pass it on");
    expect(content().querySelector(".officers a")?.getAttribute("href")).toBe(
      "mailto:leo@wealdshire.example",
    );
  });

  it("says least when the count is a lower bound", () => {
    surface().draw(
      verdict({ ...bulletin, summary: "", audience: { ...bulletin.audience, is_lower_bound: true } }),
    );
    expect(content().querySelector(".summary")?.textContent).toContain("At least 14 schools");
  });

  it("tells of people outside who are in a group", () => {
    surface().draw(
      verdict({ ...bulletin, summary: "", audience: { ...bulletin.audience, members_outside: 3 } }),
    );
    expect(content().querySelector(".audience")?.textContent).toContain("3 outside in groups");
  });

  it("never reads words of a draft as markup", () => {
    const bad = '<img src=x onerror="alert(1)">';
    const advice = {
      ...nhsNumber,
      title: bad,
      message: bad,
      spans: [{ ...nhsNumber.spans[0]!, excerpt: bad }],
    };
    surface().draw(verdict({ ...webmail, summary: bad, advice: [advice] }));
    expect(content().querySelector("img")).toBeNull();
    expect(words()).toContain(bad);
  });
});
