/** Does the route card lead to where a draft should go, and know what was sent from it? */
import { describe, expect, it } from "vitest";
import { bulletin, unknownAudience } from "../dev/replies";
import type { Way } from "../src/pane/bulletin/ways";
import type { CheckReply } from "../src/wire/contract";
import { pressed } from "./bulletin-samples";
import { all, content, noHelp, surface, verdict } from "./drawn-pane";

const opened: (Way | "shown")[] = [];
const ways = { open: (way: Way) => opened.push(way), show: () => opened.push("shown") };
const help = { ...noHelp, ways };
const labels = (): string[] => all(".route button").map((b) => b.textContent);
const to = (channel: CheckReply["route"]["channel"]): CheckReply => ({
  ...bulletin,
  route: { ...bulletin.route, channel, alternatives: [] },
});

describe("the route card", () => {
  it("leads to the bulletin, and to urgent mail or chosen schools beside it", () => {
    surface(help).draw(verdict(bulletin));
    expect(labels()).toEqual(["Put in the e-bulletin", "It is urgent", "For chosen schools"]);
    labels().forEach((label) => {
      pressed(label, content());
    });
    expect(opened).toEqual(["item", "urgent", "chosen"]);
  });

  it("leads to the team and to the local officer, and nowhere without a way", () => {
    surface(help).draw(verdict(to("communications-team")));
    expect(labels()).toEqual(["It is urgent", "For chosen schools"]);
    surface(help).draw(verdict(to("local-officer")));
    expect(labels()).toEqual(["Send to the local officer"]);
    surface(help).draw(verdict(to("secure-channel")));
    expect(labels()).toEqual([]);
    surface(noHelp).draw(verdict(bulletin));
    expect(labels()).toEqual([]);
  });

  it("leads on from the answer to how many schools it is for", () => {
    surface(help).draw(verdict(unknownAudience));
    const answer = content().querySelector<HTMLInputElement>(`[value="schools:bulletin"]`)!;
    answer.checked = true;
    answer.dispatchEvent(new Event("change"));
    expect(labels()).toEqual(["Put in the e-bulletin"]);
  });

  it("says what became of what was sent from this draft instead of sending it again", () => {
    const drawn = surface(help);
    drawn.draw(verdict(bulletin));
    drawn.draw(
      verdict(bulletin, {
        sent: [{ title: "New form", stage: "With the editors", said: "No editor has taken it up yet." }],
      }),
    );
    expect(content().querySelector(".route")?.textContent).toContain(
      "New form: With the editors. No editor has taken it up yet.",
    );
    expect(labels().slice(0, 2)).toEqual(["See what became of it", "Send something else from this message"]);
    opened.length = 0;
    pressed("See what became of it", content());
    pressed("Send something else from this message", content());
    expect(opened).toEqual(["shown", "item"]);
  });
});
