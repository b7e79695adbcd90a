// @vitest-environment node
/** Does the draft on the wire say what is in the item, and admit what could not be read? */
import { describe, expect, it } from "vitest";
import { attachment } from "../src/host/content-calls";
import { fingerprint } from "../src/outlook/fingerprint";
import { readDraft, readTyped, retyped, withoutReaders } from "../src/outlook/read-draft";
import { asRecipient } from "../src/outlook/recipients";
import { contactList, crowd, openOutlook, person } from "./fake-outlook";

const listed = (emailAddress: string, recipientType: string): Parameters<typeof asRecipient>[0] => ({
  displayName: "N",
  emailAddress,
  recipientType,
});

describe("a recipient", () => {
  it.each([
    ["p@wealdshire.example", "user", "user"],
    ["p@gmail.com", "externalUser", "outside"],
    ["all@wealdshire.example", "distributionList", "group"],
    ["", "distributionList", "contact-list"],
    ["", "other", "unknown"],
    ["p@phone.example", "other", "user"],
  ])("%s of type %s is %s", (address, type, kind) => {
    expect(asRecipient(listed(address, type)).kind).toBe(kind);
  });

  it("with missing fields does not break the reading", () => {
    expect(asRecipient({} as Parameters<typeof asRecipient>[0])).toEqual({
      address: "",
      name: "",
      kind: "unknown",
    });
  });
});

describe("reading the open item", () => {
  it("reads every part in at most three calls at once", async () => {
    const { held, item, most } = openOutlook({ delay: [2, 5] });
    held.setEntries("to", [person("a@x.example", "A"), contactList("My schools")]);
    held.setSubject("Term dates");
    held.body.setHtml("<p>Hello</p>");
    held.setFrom("Priya Shah", "p.shah@wealdshire.example");
    held.setAttachments([attachment("list.csv", 3, btoa("a,b")), attachment("photos.zip", 9_000_000, null)]);
    const { draft, unread } = await readDraft(item, new Date("2026-11-16T10:00:00Z"));
    expect(draft).toMatchObject({
      subject: "Term dates",
      body: { format: "html", content: "<p>Hello</p>", truncated: false },
      from: { address: "p.shah@wealdshire.example", name: "Priya Shah" },
      to: [
        { address: "a@x.example", name: "A", kind: "outside" },
        { address: "", name: "My schools", kind: "contact-list" },
      ],
      attachments: [
        { name: "list.csv", size: 3, inline: false, kind: "file", content: btoa("a,b") },
        { name: "photos.zip", size: 9_000_000, inline: false, kind: "file", content: null },
      ],
      reply: "new",
      sending_at: "2026-11-16T10:00:00.000Z",
    });
    expect(unread).toEqual([]);
    expect(most()).toBeLessThanOrEqual(3);
  });

  it("says what Outlook did not give, and never counts it as nobody", async () => {
    const { held, item } = openOutlook({ faults: ["to.getAsync", "body.getAsync"] });
    held.setSubject("Hello");
    const read = await readDraft(item);
    expect(read.unread.map((u) => u.reason)).toEqual([
      "Outlook did not give the To field.",
      "Outlook did not give the text of the message.",
    ]);
    expect(read.draft.to).toEqual([{ address: "", name: "", kind: "unknown" }]);
    expect(read.isEmpty).toBe(false);
  });

  it("is unreadable when neither subject nor text came", async () => {
    const { item } = openOutlook({ faults: ["*"] });
    expect(await readDraft(item)).toMatchObject({ isUnreadable: true, isEmpty: false });
    expect(await readTyped(item)).toBeNull();
  });

  it("takes a full field for a cut one", async () => {
    const { held, item } = openOutlook();
    held.setEntries("bcc", crowd(1000));
    expect((await readDraft(item)).draft.recipients_capped).toBe(true);
  });

  it("defers to the time of a delayed message", async () => {
    const { held, item } = openOutlook();
    held.deferredUntil = new Date("2026-11-17T08:00:00Z");
    const night = new Date("2026-11-16T21:00:00Z");
    expect((await readDraft(item, night)).draft.sending_at).toBe("2026-11-17T08:00:00.000Z");
  });

  it.each([
    [1, "reply"],
    [3, "reply-all"],
  ])("a reply to %i is a %s", async (count, kind) => {
    const { held, item } = openOutlook();
    held.composeType = "reply";
    held.setEntries("to", crowd(count));
    expect((await readDraft(item)).draft.reply).toBe(kind);
  });

  it("does without what an old Outlook lacks, and says that files are never told", async () => {
    const { held, item } = openOutlook({ mailbox: "1.5" });
    held.setSubject("Hello");
    const { draft, unread } = await readDraft(item);
    expect(draft.subject).toBe("Hello");
    expect(draft.from).toBeUndefined();
    expect(unread.map((u) => u.reason)).toEqual(["This Outlook does not tell Sendwell what is attached."]);
  });

  it.each([
    [{ "to.getAsync": "blank" }, "Outlook did not give the To field."],
    [{ "subject.getAsync": "blank" }, "Outlook did not give the subject."],
    [{ "body.getAsync": "blank" }, "Outlook did not give the text of the message."],
    [{ getAttachmentsAsync: "blank" }, "Outlook did not give the attachments."],
  ] as const)("takes a success that brings nothing for a failure: %o", async (calls, reason) => {
    const { held, item } = openOutlook({ differs: { calls } });
    held.setSubject("Hello");
    expect((await readDraft(item)).unread.map((u) => u.reason)).toEqual([reason]);
  });

  it("reads plain text where HTML is refused", async () => {
    const { held, item } = openOutlook({ differs: { calls: { "body.getAsync": "refuses-html" } } });
    held.body.setHtml("<p>Hello</p>");
    const { draft, unread } = await readDraft(item);
    expect(draft.body).toMatchObject({ format: "text", content: "Hello" });
    expect(unread).toEqual([]);
  });

  it("sends no more of a field than the service takes, and says that there are more", async () => {
    const { held, item } = openOutlook({ differs: { recipients: null } });
    held.setEntries("to", crowd(2400));
    const { draft } = await readDraft(item);
    expect(draft.to).toHaveLength(2000);
    expect(draft.recipients_capped).toBe(true);
    held.setEntries("to", crowd(1200));
    expect((await readDraft(item)).draft.recipients_capped).toBe(false);
  });

  it("says that no reader is known once there is something to read", async () => {
    const { held, item } = openOutlook();
    expect(withoutReaders(await readDraft(item)).unread).toEqual([]);
    held.setSubject("Hello");
    expect(withoutReaders(await readDraft(item)).unread[0]?.reason).toContain("Outlook names nobody");
    held.setEntries("bcc", crowd(1));
    expect(withoutReaders(await readDraft(item)).unread).toEqual([]);
  });

  it("knows an empty item, in spite of empty paragraphs", async () => {
    const { held, item } = openOutlook();
    held.body.setHtml("<html><body><div><br></div>&nbsp;</body></html>");
    expect((await readDraft(item)).isEmpty).toBe(true);
    held.setSubject("x");
    expect((await readDraft(item)).isEmpty).toBe(false);
  });

  it("cuts a body that the service would not take, and says so", async () => {
    const { held, item } = openOutlook();
    held.body.setHtml("é".repeat(990_000));
    const { body } = (await readDraft(item)).draft;
    expect(body.truncated).toBe(true);
    expect(new TextEncoder().encode(body.content).length).toBeLessThan(2 * 1024 * 1024);
  });
});

describe("the fingerprint", () => {
  it("changes with the words, the people and the quarter of the hour, not with the minute", async () => {
    const { held, item } = openOutlook();
    held.setSubject("Hello");
    const at = (time: string): Promise<string> =>
      readDraft(item, new Date(time)).then((r) => fingerprint(r.draft));
    const first = await at("2026-11-16T10:00:00Z");
    expect(await at("2026-11-16T10:14:59Z")).toBe(first);
    expect(await at("2026-11-16T10:15:00Z")).not.toBe(first);
    held.setSubject("Hello!");
    const changed = await at("2026-11-16T10:00:00Z");
    expect(changed).not.toBe(first);
    held.setEntries("to", crowd(1));
    expect(await at("2026-11-16T10:00:00Z")).not.toBe(changed);
  });
});

describe("what was typed since", () => {
  it("is put into the draft that was read, with the time that it is now", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", [person("p.shah@wealdshire.example")]);
    held.body.setHtml("<p>Dear</p>");
    const before = await readDraft(item, new Date("2026-11-23T10:15:00Z"));
    held.body.setHtml("<p>Dear all</p>");
    held.setSubject("Rota");
    const typed = await readTyped(item);
    const after = retyped(before, typed!, new Date("2026-11-23T10:16:00Z"));
    expect(after.draft).toEqual({
      ...before.draft,
      subject: "Rota",
      body: { format: "html", content: "<p>Dear all</p>", truncated: false },
      sending_at: "2026-11-23T10:16:00.000Z",
    });
  });

  it("leaves a delay that was set, and takes one that is over for none", async () => {
    const { held, item } = openOutlook();
    held.deferredUntil = new Date("2026-11-24T08:30:00Z");
    const later = await readDraft(item, new Date("2026-11-23T10:15:00Z"));
    const typed = await readTyped(item);
    expect(retyped(later, typed!, new Date("2026-11-23T10:16:00Z")).draft.sending_at).toBe(
      "2026-11-24T08:30:00.000Z",
    );
    const over = await readDraft(item, new Date("2026-11-25T10:15:00Z"));
    expect(over.draft.sending_at).toBe("2026-11-25T10:15:00.000Z");
  });
});
