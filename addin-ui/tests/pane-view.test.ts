/** Is every state of the pane said in words, with its clause, and without a button that does nothing? */
import { beforeEach, describe, expect, it } from "vitest";
import { bulletin, clear, nhsNumber, noSubject, tip, unknownAudience, webmail } from "../dev/replies";
import type { PaneState } from "../src/pane/state";
import { Surface } from "../src/pane/surface";
import type { Help } from "../src/pane/view/advice-card";
import { Trouble, type TroubleKind } from "../src/wire/client";
import type { CheckReply } from "../src/wire/contract";

const NO_HELP: Help = { offer: () => null, form: () => null };
let retried = 0;

function surface(help = NO_HELP): Surface {
  document.body.innerHTML = `<p id="busy"></p><div id="theme"></div><p id="live"></p><div id="notice"></div><main id="content"></main>`; // eslint-disable-line no-restricted-syntax -- the frame of the page, no data
  return new Surface(help, () => (retried += 1));
}

const verdict = (reply: CheckReply, rest: object = {}): PaneState => ({
  kind: "verdict",
  reply,
  unread: [],
  wait: "none",
  ...rest,
});
const content = (): HTMLElement => document.getElementById("content")!;
const words = (): string => content().textContent.replace(/\s+/g, " ");
const live = (): string | null => document.getElementById("live")?.textContent ?? null;
const all = (selector: string): HTMLElement[] => [...content().querySelectorAll<HTMLElement>(selector)];

beforeEach(() => {
  retried = 0;
  window.matchMedia = (query: string) =>
    ({ matches: false, media: query, addEventListener: () => undefined }) as unknown as MediaQueryList;
});

describe("the quiet states", () => {
  it("says that there is nothing to check yet", () => {
    surface().draw({ kind: "empty" });
    expect(words()).toContain("Nothing to check yet");
    expect(live()).toBe("Nothing to check yet");
  });

  it("shows nothing for 300 ms, then bones, then a word", () => {
    const pane = surface();
    pane.draw({ kind: "loading", wait: "short" });
    expect(words()).toBe("");
    pane.draw({ kind: "loading", wait: "noticed" });
    expect(all(".skeleton")).toHaveLength(2);
    pane.draw({ kind: "loading", wait: "long" });
    expect(words()).toContain("Still checking; you can carry on");
    expect(live()).toBe("Still checking; you can carry on");
  });

  it("says that no rule applies, and to read it all the same", () => {
    surface().draw(verdict(clear));
    expect(words()).toContain("No rule applies");
    expect(words()).toContain("Please still read it through.");
    expect(live()).toBe("No rule applies. Please still read it through");
  });

  it("does not call it clear when something was not checked", () => {
    surface().draw(
      verdict(clear, { unread: [{ check: "outlook", reason: "Outlook did not give the To field." }] }),
    );
    expect(words()).toContain("No rule applies to what was checked");
    expect(all(".not-checked li").map((li) => li.textContent)).toEqual([
      "Outlook did not give the To field.",
    ]);
    expect(live()).toContain("Some of it was not checked");
  });

  it.each<TroubleKind>(["unreachable", "slow", "busy", "too-big", "refused", "signed-out", "broken"])(
    "says of %s that the mail is not checked and not blocked",
    (kind) => {
      surface().draw({ kind: "trouble", trouble: new Trouble(kind, "What the service said.") });
      expect(words()).toContain("Not checked");
      expect(words()).toContain("Your mail is not blocked.");
      expect(words()).toContain("What the service said.");
      expect(live()).toBe("Not checked. Your mail is not blocked");
    },
  );

  it("tries again when asked to", () => {
    surface().draw({ kind: "trouble", trouble: new Trouble("unreachable", "gone") });
    all("button")[0]?.click();
    expect(retried).toBe(1);
  });

  it("says where to open it when there is no Outlook", () => {
    surface().draw({ kind: "outside-outlook" });
    expect(words()).toContain("Open this in Outlook");
  });
});

describe("a verdict", () => {
  it("leads with the channel, the issue, the reason and the clause", () => {
    surface().draw(verdict(bulletin));
    const route = content().querySelector("[data-channel]")!;
    expect(route.getAttribute("data-channel")).toBe("bulletin");
    expect(route.querySelector("h2")?.textContent).toBe("Put it in the weekly e-bulletin");
    expect(route.textContent).toContain("Next issue Friday 27 November");
    expect(route.textContent).toContain("Cut-off Wednesday 25 November, noon");
    expect(route.querySelector("blockquote")?.textContent).toContain("Put information of interest");
    expect(route.querySelector("figcaption")?.textContent).toBe("Kent Schools · You can");
    expect(route.textContent).toContain("The Communications Team");
    expect(live()).toBe("1 thing to check");
  });

  it("gives each card its weight in words, what was found, what to do and why", () => {
    surface().draw(verdict(webmail));
    const [card] = all("article");
    expect(card?.querySelector(".severity")?.textContent).toBe("Only with a good reason");
    expect(card?.querySelector(".excerpts")?.textContent).toContain("••• ••• 5919");
    expect(card?.textContent).toContain("Take the number out");
    expect(card?.querySelector("a")?.getAttribute("href")).toBe("https://secure.example/");
    expect(card?.querySelectorAll("figure")).toHaveLength(2);
    expect(card?.querySelectorAll("button")).toHaveLength(0);
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

  it("opens why on the first card only", () => {
    surface().draw(verdict({ ...clear, verdict: "warn", advice: [nhsNumber, noSubject] }));
    expect(all("article details").map((d) => (d as HTMLDetailsElement).open)).toEqual([true, false]);
  });

  it("asks one question about a list that cannot be opened", () => {
    surface().draw(verdict(unknownAudience));
    expect(words()).toContain("One question first");
    expect(words()).toContain("How many schools is this for?");
    expect(words()).toContain("“My schools” could not be opened.");
  });

  it("names the local officers, with an address as a link", () => {
    const route = {
      ...bulletin.route,
      channel: "local-officer" as const,
      officers: ["Jo Reed", "leo@wealdshire.example"],
    };
    surface().draw(verdict({ ...bulletin, route }));
    expect(words()).toContain("Local officers");
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

describe("drawing again", () => {
  it("leaves disclosures as the person left them, and the focus where it was", () => {
    const pane = surface();
    const reply = { ...clear, verdict: "warn" as const, advice: [nhsNumber, noSubject] };
    pane.draw(verdict(reply));
    const [first, second] = all("article details") as HTMLDetailsElement[];
    first!.open = false;
    second!.open = true;
    second?.querySelector("summary")?.focus();
    pane.draw(verdict({ ...reply, summary: "2 people" }));
    expect(all("article details").map((d) => (d as HTMLDetailsElement).open)).toEqual([false, true]);
    expect(document.activeElement?.closest("article")?.querySelector("h3")?.textContent).toBe(
      "There is no subject",
    );
  });

  it("goes to the card that Take Action names", () => {
    const pane = surface();
    Element.prototype.scrollIntoView = () => undefined;
    window.focus = () => undefined;
    pane.draw(verdict({ ...clear, verdict: "warn", advice: [nhsNumber, noSubject] }));
    pane.focusOn("subject-required");
    expect(document.activeElement?.textContent).toBe("There is no subject");
  });

  it("offers a way back with a notice", () => {
    const pane = surface();
    let undone = 0;
    pane.tell("Moved 2 to Bcc.", () => (undone += 1));
    document.querySelector<HTMLButtonElement>("#notice button")?.click();
    expect(undone).toBe(1);
    expect(document.querySelector("#notice")?.textContent).toBe("");
  });
});
