// @vitest-environment node
/** Is a change set in the message as the service says, and put back; and is nothing lost when it cannot be? */
import { describe, expect, it, vi } from "vitest";
import type { FixRequest } from "../src/wire/fix";
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

  it("come back, and what was written since stays", async () => {
    const { held, item } = openOutlook();
    held.body.setHtml(`<p>Hello.</p>${BODY}`);
    const { told, tell } = listening();
    const client = service(() => ({ body: "<p>Hello.</p><p>No. [removed]<b></b></p>" }));
    await fixerOf(item, tell, client).run(redact, card(redact));
    held.body.setHtml("<p>Hello Jo.</p><p>No. [removed]<b></b></p><p>Thanks, Priya</p>");
    expect(await told[0]?.[1]?.holds()).toBe(true);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(told[1]?.[0]).toBe("Put back as it was.");
    expect(held.body.html()).toBe(`<p>Hello Jo.</p>${BODY}<p>Thanks, Priya</p>`);
  });

  it("are not put back into a message that holds a picture by now", async () => {
    const { held, item } = openOutlook();
    held.body.setHtml(BODY);
    const { told, tell } = listening();
    const client = service(() => ({ body: "<p>No. [removed]</p>" }));
    await fixerOf(item, tell, client).run(redact, card(redact));
    held.body.setHtml('<p>No. [removed]</p><img src="cid:new">');
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(told[1]?.[0]).toContain("holds a picture");
    expect(held.body.html()).toBe('<p>No. [removed]</p><img src="cid:new">');
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
    `${BODY}<img src="https://attachments.example/x.png" data-imagetype="AttachmentByCid">`,
    `${BODY}<img originalsrc="cid:logo" src="https://attachments.example/x.png">`,
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

  it("go from a message whose logo lies on a website", async () => {
    const { held, item } = openOutlook();
    const logo = '<img alt="Wealdshire" src="https://wealdshire.example/logo.png">';
    held.body.setHtml(`${BODY}${logo}`);
    const { told, tell } = listening();
    const client = service(() => ({ body: `<p>No. [removed]</p>${logo}`, said: "Taken out." }));
    await fixerOf(item, tell, client).run(redact, card(redact));
    expect(held.body.html()).toBe(`<p>No. [removed]</p>${logo}`);
    expect(told[0]?.[0]).toBe("Taken out.");
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

  it("come back, and who was added or left out since stays so", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", crowd(12));
    const { told, tell } = listening();
    await fixerOf(item, tell, service(hide)).run(step("move-to-bcc"), card(step("move-to-bcc")));
    held.setEntries("to", [person("new@g.example")]);
    held.setEntries("bcc", [...held.entries("bcc"), person("quiet@g.example")]);
    expect(await told[0]?.[1]?.holds()).toBe(true);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(addresses(held.entries("to"))).toEqual([...addresses(crowd(12)), "new@g.example"]);
    expect(addresses(held.entries("bcc"))).toEqual(["quiet@g.example"]);
  });

  it("stay where one of those moved is gone by now, and nobody else is moved either", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", crowd(3));
    const { told, tell } = listening();
    await fixerOf(item, tell, service(hide)).run(step("move-to-bcc"), card(step("move-to-bcc")));
    held.setEntries("bcc", held.entries("bcc").slice(1));
    expect(await told[0]?.[1]?.holds()).toBe(false);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect([held.entries("to").length, held.entries("bcc").length]).toEqual([0, 2]);
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
