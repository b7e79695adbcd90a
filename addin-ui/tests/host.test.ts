// @vitest-environment node
/** Is the fake host as hard on us as Outlook? */
import { describe, expect, it } from "vitest";
import { attachment } from "../src/host/content-calls";
import { contactList, crowd, openOutlook, person, settled } from "./fake-outlook";

const note = (message: string): Office.NotificationMessageDetails => ({
  type: "informationalMessage",
  message,
  icon: "Icon.16x16",
  persistent: false,
});

describe("the fake host", () => {
  it("gives back at most a thousand recipients of a field", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", crowd(1200));
    expect(
      (await settled<Office.EmailAddressDetails[]>((done) => item.to.getAsync(done))).value,
    ).toHaveLength(1000);
  });

  it.each(["setAsync", "addAsync"] as const)("takes at most a hundred recipients in %s", async (method) => {
    const { held, item } = openOutlook();
    const mailboxes = crowd(101).map(({ emailAddress }) => emailAddress);
    const refused = await settled((done) => item.to[method](mailboxes, done));
    expect(refused.status).toBe("failed");
    expect(refused.error.name).toBe("NumberOfRecipientsExceeded");
    expect(held.entries("to")).toHaveLength(0);
    const taken = await settled((done) => item.to[method](mailboxes.slice(1), done));
    expect(taken.status).toBe("succeeded");
    expect(held.entries("to")).toHaveLength(100);
  });

  it("leaves out a typed name that it could not resolve", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", [person("somebody"), person("p.shah@wealdshire.example")]);
    const { value } = await settled<Office.EmailAddressDetails[]>((done) => item.to.getAsync(done));
    expect(value.map((v) => v.emailAddress)).toEqual(["p.shah@wealdshire.example"]);
  });

  it("gives a contact list without an address", async () => {
    const { held, item } = openOutlook();
    held.setEntries("cc", [contactList("My schools")]);
    const { value } = await settled<Office.EmailAddressDetails[]>((done) => item.cc.getAsync(done));
    expect(value[0]).toMatchObject({
      displayName: "My schools",
      emailAddress: "",
      recipientType: "distributionList",
    });
  });

  it("fails the fourth call at once", async () => {
    const { item } = openOutlook({ delay: [5, 5] });
    const all = [0, 1, 2, 3].map(() => settled((done) => item.subject.getAsync(done)));
    expect((await Promise.all(all)).map((r) => r.status)).toEqual([
      "succeeded",
      "succeeded",
      "succeeded",
      "failed",
    ]);
  });

  it("fails what it was asked to fail, and nothing else", async () => {
    const { item } = openOutlook({ faults: ["subject.getAsync"] });
    expect((await settled((done) => item.subject.getAsync(done))).status).toBe("failed");
    expect((await settled<Office.EmailAddressDetails[]>((done) => item.to.getAsync(done))).status).toBe(
      "succeeded",
    );
  });

  it("holds five notifications of 150 characters", async () => {
    const { held, item } = openOutlook();
    const add = (key: string, words: string): Promise<Office.AsyncResult<unknown>> =>
      settled((done) => {
        item.notificationMessages.addAsync(key, note(words), done);
      });
    expect((await add("long", "x".repeat(151))).status).toBe("failed");
    for (const key of "abcde") expect((await add(key, "x".repeat(150))).status).toBe("succeeded");
    expect((await add("f", "one too many")).error.name).toBe("NumberOfNotificationMessagesExceeded");
    expect(held.notes).toHaveLength(5);
  });

  it("refuses a subject of 256 characters and a body of a million and one", async () => {
    const { item } = openOutlook();
    const subject = await settled<unknown>((done) => {
      item.subject.setAsync("x".repeat(256), done);
    });
    const body = await settled<unknown>((done) => {
      item.body.setAsync("x".repeat(1_000_001), done);
    });
    expect([subject.error.name, body.error.name]).toEqual([
      "DataExceedsMaximumSize",
      "DataExceedsMaximumSize",
    ]);
  });

  it("adds, reads and removes an attachment, once", async () => {
    const { held, item } = openOutlook();
    const { value: id } = await settled<string>((done) => {
      item.addFileAttachmentFromBase64Async(btoa("a,b"), "list.csv", done);
    });
    const { value } = await settled<Office.AttachmentContent>((done) => {
      item.getAttachmentContentAsync(id, done);
    });
    expect(atob(value.content)).toBe("a,b");
    const remove = (): Promise<Office.AsyncResult<unknown>> =>
      settled((done) => {
        item.removeAttachmentAsync(id, done);
      });
    expect((await remove()).status).toBe("succeeded");
    expect((await remove()).error.name).toBe("InvalidAttachmentId");
    expect(held.attachments).toHaveLength(0);
  });

  it("keeps data for the session, and says when a key is not there", async () => {
    const { item } = openOutlook();
    await settled<unknown>((done) => {
      item.sessionData.setAsync("verdict", "warn", done);
    });
    expect(
      (
        await settled<string>((done) => {
          item.sessionData.getAsync("verdict", done);
        })
      ).value,
    ).toBe("warn");
    expect(
      (
        await settled<string>((done) => {
          item.sessionData.getAsync("other", done);
        })
      ).error.name,
    ).toBe("KeyNotFound");
  });

  it("plays an older Outlook without the members it did not have", () => {
    const { item } = openOutlook({ mailbox: "1.7" });
    expect("getAttachmentsAsync" in item).toBe(false);
    expect("sessionData" in item).toBe(false);
    expect(Office.context.requirements.isSetSupported("Mailbox", "1.7")).toBe(true);
    expect(Office.context.requirements.isSetSupported("Mailbox", "1.10")).toBe(false);
  });

  it("cannot give the content of a file of which it holds only the size", async () => {
    const { held, item } = openOutlook();
    const big = attachment("big.zip", 18_000_000, null);
    held.setAttachments([big]);
    const answer = await settled<Office.AttachmentContent>((done) => {
      item.getAttachmentContentAsync(big.id, done);
    });
    expect(answer.status).toBe("failed");
  });

  it("puts HTML into no plain text message", async () => {
    const { item } = openOutlook({ differs: { plainText: true } });
    const put = (coercionType: Office.CoercionType): Promise<Office.AsyncResult<unknown>> =>
      settled((done) => {
        item.body.setAsync("<b>x</b>", { coercionType }, done);
      });
    expect((await put(Office.CoercionType.Html)).error.name).toBe("InvalidFormatError");
    expect((await put(Office.CoercionType.Text)).status).toBe("succeeded");
  });

  it("sets a time of delivery, and takes nothing else for one", async () => {
    const { held, item } = openOutlook();
    const defer = (until: unknown): Promise<Office.AsyncResult<unknown>> =>
      settled((done) => {
        item.delayDeliveryTime.setAsync(until as Date, done);
      });
    expect((await defer("tomorrow")).error.name).toBe("InvalidFormatError");
    expect((await defer(new Date("2026-11-17T08:00:00Z"))).status).toBe("succeeded");
    expect(held.deferredUntil?.toISOString()).toBe("2026-11-17T08:00:00.000Z");
  });

  it("takes headers of the add-in's own, one line each", async () => {
    const { held, item } = openOutlook();
    const write = (headers: Record<string, string>): Promise<Office.AsyncResult<unknown>> =>
      settled((done: (result: Office.AsyncResult<void>) => void) => {
        item.internetHeaders.setAsync(headers, done);
      });
    expect((await write({ "X-Own": "yes" })).status).toBe("succeeded");
    expect(held.headers.get("x-own")).toBe("yes");
    expect((await write({ Subject: "no" })).status).toBe("failed");
    expect((await write({ "x-own": "a\r\nBcc: b@x.example" })).status).toBe("failed");
    expect((await write({ "x-own": "x".repeat(300_000) })).error.name).toBe("DataExceedsMaximumSize");
  });

  it("keeps 50,000 characters of session data where it is no newer", async () => {
    const { item } = openOutlook({ differs: { session: 50_000 } });
    const keep = (value: string): Promise<Office.AsyncResult<unknown>> =>
      settled<unknown>((done) => {
        item.sessionData.setAsync("k", value, done);
      });
    expect((await keep("x".repeat(49_999))).status).toBe("succeeded");
    expect((await keep("x".repeat(50_000))).error.name).toBe("DataExceedsMaximumSize");
  });

  it("has one message that leads to the pane", async () => {
    const { item } = openOutlook();
    const insight = { type: "insightMessage", message: "x", icon: "i" } as Office.NotificationMessageDetails;
    const add = (key: string): Promise<Office.AsyncResult<unknown>> =>
      settled((done) => {
        item.notificationMessages.addAsync(key, insight, done);
      });
    expect((await add("a")).status).toBe("succeeded");
    expect((await add("b")).status).toBe("failed");
  });

  it("answers nothing more of a message that was left, and holds the new one", async () => {
    const { item, emit } = openOutlook();
    emit({ type: "olkItemSelectedChanged" });
    expect((await settled((done) => item.subject.getAsync(done))).status).toBe("failed");
    const now = Office.context.mailbox.item as Office.MessageCompose;
    expect((await settled((done) => now.subject.getAsync(done))).status).toBe("succeeded");
  });
});
