/** Is a file taken off, made a link, and attached again; and is a message sent later, or at once again? */
import { describe, expect, it } from "vitest";
import { attachment } from "../src/host/content-calls";
import { openOutlook } from "./fake-outlook";
import { card, fixerOf, listening, service, step, waitFor } from "./fixing";

interface Linked {
  readonly held: ReturnType<typeof openOutlook>["held"];
  readonly told: ReturnType<typeof listening>["told"];
  readonly client: ReturnType<typeof service>;
}

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

  async function linked(html: string): Promise<Linked> {
    const { held, item } = openOutlook();
    held.body.setHtml(html);
    held.setAttachments([attachment("plan.pdf", 3, btoa("abc"))]);
    const { told, tell } = listening();
    const client = service(({ links }) => ({
      above: `<div><a href="${links[0]?.href}">plan.pdf</a></div><br>`,
      detached: [0],
    }));
    await fixerOf(item, tell, client).run(link, linking);
    return { held, told, client };
  }

  it("become a link above the message, pictures untouched", async () => {
    const { held, told, client } = await linked('<p>See the plan.</p><img src="cid:logo">');
    expect(client.asked[0]?.links).toEqual([{ at: 0, href: "https://kent.example/documents/1/plan.pdf" }]);
    expect(held.attachments).toHaveLength(0);
    expect(held.body.html()).toContain('plan.pdf</a></div><br><p>See the plan.</p><img src="cid:logo">');
    expect(told.at(-1)?.[0]).toBe("Done.");
    told.at(-1)?.[1]?.run();
    await waitFor(() => held.attachments.length > 0 && told.at(-1)?.[0] !== "Done.");
    expect(told.at(-1)?.[0]).toContain("The file is attached again. The link stays above your message");
    expect(held.body.html()).toContain('<img src="cid:logo">');
  });

  it("are files again, the link gone, though the message was written on", async () => {
    const { held, told } = await linked("<p>See the plan.</p>");
    held.body.setHtml(held.body.html().replace("plan.</p>", "plan. Thanks!</p>"));
    told.at(-1)?.[1]?.run();
    await waitFor(() => told.at(-1)?.[0] === "Put back as it was.");
    expect(held.body.html()).toBe("<p>See the plan. Thanks!</p>");
    expect(held.attachments.map((a) => a.name)).toEqual(["plan.pdf"]);
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
