/** Is a change set in the message as the service says, and put back; and is nothing lost when it cannot be? */
import { describe, expect, it, vi } from "vitest";
import type { FixRequest } from "../src/wire/fix";
import { attachment } from "../src/host/content-calls";
import { card, fixerOf, listening, service, step, waitFor } from "./fixing";
import { contactList, crowd, openOutlook, person } from "./fake-outlook";

const BODY = "<p>No. <b>943</b> 476 5919</p>";
const addresses = (entries: readonly { emailAddress: string }[]): string[] =>
  entries.map((e) => e.emailAddress);
const redact = step("redact");

/** All of To goes to Bcc. */
const hide = ({ draft }: FixRequest) => ({
  people: { to: [], bcc: draft.to.map((_, at) => ({ field: "to" as const, at })) },
});

describe("words that are taken out", () => {
  it("leave the message as the service made it, and come back", async () => {
    const { held, item } = openOutlook();
    held.body.setHtml(BODY);
    const { told, tell } = listening();
    const followed = vi.fn();
    const client = service(() => ({ body: "<p>No. [removed]<b></b></p>", said: "Taken out." }));
    await fixerOf(item, tell, client, { followed }).run(redact, card(redact));
    expect(client.asked[0]?.draft.body.content).toBe(BODY);
    expect(held.body.html()).toBe("<p>No. [removed]<b></b></p>");
    expect(told[0]?.[0]).toBe("Taken out.");
    expect(followed).toHaveBeenCalledTimes(1);
    expect(await told[0]?.[1]?.holds()).toBe(true);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(told[1]?.[0]).toBe("Put back as it was.");
    expect(held.body.html()).toBe(BODY);
  });

  it("stay where the person wrote on meanwhile, and it is checked again", async () => {
    const { held, item } = openOutlook();
    held.body.setHtml(BODY);
    const { told, tell } = listening();
    const again = vi.fn();
    const client = service(() => {
      held.body.setHtml(`${BODY}<p>And more.</p>`);
      return { body: "<p>No. [removed]</p>" };
    });
    await fixerOf(item, tell, client, { again }).run(redact, card(redact));
    expect(held.body.html()).toBe(`${BODY}<p>And more.</p>`);
    expect(told).toEqual([[expect.stringContaining("has changed since it was checked"), undefined]]);
    expect(again).toHaveBeenCalledTimes(1);
  });

  it("are not put back over what was written since", async () => {
    const { held, item } = openOutlook();
    held.body.setHtml(BODY);
    const { told, tell } = listening();
    await fixerOf(
      item,
      tell,
      service(() => ({ body: "<p>Less.</p>" })),
    ).run(redact, card(redact));
    held.body.setHtml("<p>Less, and more.</p>");
    expect(await told[0]?.[1]?.holds()).toBe(false);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(told[1]?.[0]).toContain("nothing was put back");
    expect(held.body.html()).toBe("<p>Less, and more.</p>");
  });

  it.each([
    `${BODY}<img src="cid:logo">`,
    `${BODY}<img alt='x' src=data:image/png;base64,AA==>`,
    `${BODY}<v:imagedata src="x"/>`,
  ])("stay in a message with a picture of its own: %s", async (body) => {
    const { held, item } = openOutlook();
    held.body.setHtml(body);
    const { told, tell } = listening();
    await fixerOf(
      item,
      tell,
      service(() => ({ body: "<p>Less.</p>" })),
    ).run(redact, card(redact));
    expect(held.body.html()).toBe(body);
    expect(told[0]).toEqual([expect.stringContaining("holds a picture"), undefined]);
  });

  it("go from a message in plain text as plain text", async () => {
    const { held, item } = openOutlook();
    held.body.setHtml("No. 943 476 5919");
    const { tell } = listening();
    const client = service(() => ({}));
    Object.assign(item.body, {
      getTypeAsync: (done: (result: object) => void) => {
        done({ status: "succeeded", value: "text" });
      },
    });
    await fixerOf(item, tell, client).run(redact, card(redact));
    expect(client.asked[0]?.draft.body.format).toBe("text");
  });
});

describe("recipients", () => {
  it("go to Bcc and come back, a hundred at a time", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", crowd(250));
    const { told, tell } = listening();
    await fixerOf(item, tell, service(hide)).run(step("move-to-bcc"), card(step("move-to-bcc")));
    expect([held.entries("to").length, held.entries("bcc").length]).toEqual([0, 250]);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect([held.entries("to").length, held.entries("bcc").length]).toEqual([250, 0]);
    expect(addresses(held.entries("to")).at(-1)).toBe("p249@wealdshire.example");
  });

  it("are all still there when Outlook refuses half-way", async () => {
    const { held, item } = openOutlook({ faults: ["to.setAsync"] });
    held.setEntries(
      "to",
      ["a@g.example", "b@g.example"].map((a) => person(a)),
    );
    const { told, tell } = listening();
    await fixerOf(item, tell, service(hide)).run(step("move-to-bcc"), card(step("move-to-bcc")));
    expect(told[0]?.[0]).toContain("Outlook did not take the change");
    expect(addresses(held.entries("to"))).toEqual(["a@g.example", "b@g.example"]);
    expect(held.entries("bcc")).toHaveLength(0);
  });

  it.each([
    ["lists only part of it", crowd(1000)],
    ["holds a personal list", [contactList("Schools"), person("a@g.example")]],
  ])("stay where Outlook %s", async (_, entries) => {
    const { held, item } = openOutlook();
    held.setEntries("to", entries);
    const { told, tell } = listening();
    await fixerOf(item, tell, service(hide)).run(step("move-to-bcc"), card(step("move-to-bcc")));
    expect(told[0]?.[0]).toContain("in the message itself");
    expect(held.entries("to")).toHaveLength(entries.length);
    expect(held.entries("bcc")).toHaveLength(0);
  });

  it("stay where somebody was added meanwhile", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", crowd(2));
    const { told, tell } = listening();
    const client = service((request) => {
      held.setEntries("to", crowd(3));
      return hide(request);
    });
    await fixerOf(item, tell, client).run(step("move-to-bcc"), card(step("move-to-bcc")));
    expect(told[0]?.[0]).toContain("has changed since it was checked");
    expect(held.entries("to")).toHaveLength(3);
  });
});

describe("files", () => {
  const remove = step("remove");

  it("are taken off and attached again", async () => {
    const { held, item } = openOutlook();
    held.setAttachments([attachment("a.pdf", 3, btoa("abc")), attachment("b.exe", 3, btoa("xyz"))]);
    const { told, tell } = listening();
    await fixerOf(
      item,
      tell,
      service(() => ({ detached: [1] })),
    ).run(remove, card(remove));
    expect(held.attachments.map((a) => a.name)).toEqual(["a.pdf"]);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(held.attachments.map((a) => [a.name, a.content])).toEqual([
      ["a.pdf", btoa("abc")],
      ["b.exe", btoa("xyz")],
    ]);
  });

  it("stay where Outlook does not hand them over, for there would be no way back", async () => {
    const { held, item } = openOutlook();
    held.setAttachments([attachment("b.exe", 3, null)]);
    const { told, tell } = listening();
    await fixerOf(
      item,
      tell,
      service(() => ({ detached: [0] })),
    ).run(remove, card(remove));
    expect(held.attachments).toHaveLength(1);
    expect(told[0]?.[0]).toContain("take it off in the message itself");
  });

  const link = step("link-instead-of-attachment");
  const linking = {
    ...card(link),
    spans: [{ field: "attachments", start: 0, end: 1, excerpt: "plan.pdf", primary: true }],
  };

  it("become a link above the message, pictures untouched", async () => {
    const { held, item } = openOutlook();
    held.body.setHtml('<p>See the plan.</p><img src="cid:logo">');
    held.setAttachments([attachment("plan.pdf", 3, btoa("abc"))]);
    const { told, tell } = listening();
    const client = service(({ links }) => ({
      above: `<div><a href="${links[0]?.href}">plan.pdf</a></div><br>`,
      detached: [0],
    }));
    await fixerOf(item, tell, client).run(link, linking);
    expect(client.asked[0]?.links).toEqual([{ at: 0, href: "https://kent.example/documents/1/plan.pdf" }]);
    expect(held.attachments).toHaveLength(0);
    expect(held.body.html()).toContain('plan.pdf</a></div><br><p>See the plan.</p><img src="cid:logo">');
    expect(told.at(-1)?.[0]).toBe("Done.");
  });

  it("stay attached where the website should not have them", async () => {
    const { held, item } = openOutlook();
    held.setAttachments([attachment("plan.pdf", 3, btoa("abc"))]);
    const { told, tell } = listening();
    await fixerOf(
      item,
      tell,
      service(() => ({}), { href: "", isWaiting: false }),
    ).run(link, linking);
    expect(told.at(-1)?.[0]).toContain("should not be on the website");
    expect(held.attachments).toHaveLength(1);
  });
});
describe("the time of sending", () => {
  it("is set, and the message goes at once again when it is undone", async () => {
    const { held, item } = openOutlook();
    const morning = new Date(Date.now() + 60_000_000);
    const { told, tell } = listening();
    await fixerOf(
      item,
      tell,
      service(() => ({ sendingAt: morning })),
    ).run(step("delay-send"), card(step("delay-send")));
    expect(held.deferredUntil?.getTime()).toBe(morning.getTime());
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(held.deferredUntil?.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it("is the person's own to set in an Outlook that is too old", async () => {
    const { held, item } = openOutlook({ mailbox: "1.12" });
    const { told, tell } = listening();
    await fixerOf(
      item,
      tell,
      service(() => ({ sendingAt: new Date() })),
    ).run(step("delay-send"), card(step("delay-send")));
    expect(held.deferredUntil).toBeNull();
    expect(told[0]?.[0]).toContain("Schedule send");
  });
});
