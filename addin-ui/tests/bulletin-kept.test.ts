/** Is what somebody has half written there again, and is it said when it cannot be? */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BulletinClient } from "../src/wire/item";
import { item, pressed, sentItem, settle, typed } from "./bulletin-samples";
import { forgetAll, headline, kept, place, room, suggest, undo } from "./drawn-room";

beforeEach(forgetAll);
afterEach(forgetAll);

describe("what is half written", () => {
  it("is there when the pane is opened again, even when nobody answers, until it is sent", async () => {
    room({ suggest }).open("item");
    await settle();
    typed(headline(), "Half written");
    await settle();
    const { key } = JSON.parse(kept.get("sendwell-form-item")!) as { key: string };
    const keys: string[] = [];
    const submit: BulletinClient["submit"] = (as) => {
      keys.push(as);
      return Promise.resolve(sentItem);
    };
    room({ submit }).open("item");
    await settle();
    expect(headline().value).toBe("Half written");
    pressed("Send to the editor");
    await settle();
    expect(keys).toEqual([key]);
    expect(kept.get("sendwell-form-item")).toBe("{}");
  });

  it("can be filled from the message again, and that taken back", async () => {
    room({ suggest }).open("item");
    await settle();
    typed(headline(), "Half written");
    await settle();
    room({ suggest }).open("item");
    await settle();
    pressed("Fill it from the message again");
    expect(headline().value).toBe(item.headline);
    expect(place().textContent).not.toContain("You wrote this here before.");
    undo();
    expect(headline().value).toBe("Half written");
  });

  it("is told when it is too long for Outlook, and kept without its text", async () => {
    const most = 2000;
    room({ suggest }, { most }).open("item");
    await settle();
    typed(headline(), "A long one");
    typed(place().querySelector<HTMLTextAreaElement>("#item-body")!, "long ".repeat(most));
    await settle();
    expect(place().textContent).toContain("If you close the pane, its text is lost");
    room({ suggest }, { most }).open("item");
    await settle();
    expect(headline().value).toBe("A long one");
    expect(place().querySelector<HTMLTextAreaElement>("#item-body")!.value).toBe(item.body);
    expect(place().textContent).toContain("too long for Outlook to keep");
  });

  it("is there too in what was sent back, and can be begun again from that", async () => {
    const back = { ...sentItem, stage: "sent-back" as const, said: "Say when." };
    const client = { follow: () => Promise.resolve(back), mend: () => Promise.resolve(sentItem) };
    localStorage.setItem("sendwell-items", JSON.stringify([sentItem.id]));
    const mend = async (): Promise<void> => {
      room(client);
      await settle();
      pressed("Mend and send again");
      await settle();
    };
    await mend();
    typed(headline(), "Half mended");
    await mend();
    expect(headline().value).toBe("Half mended");
    pressed("Start again from what was sent back");
    expect(headline().value).toBe(item.headline);
    undo();
    pressed("Send to the editor");
    await settle();
    expect(kept.get(`sendwell-form-mend-${sentItem.id}`)).toBe("{}");
  });

  it("is told when Outlook keeps nothing", async () => {
    const made = room({ suggest }, { most: 0 });
    made.open("item");
    await settle();
    typed(headline(), "A short one");
    await settle();
    expect(place().textContent).toContain("what you write here is lost");
    pressed("Back to the message");
    made.open("item");
    await settle();
    expect(headline().value).toBe("A short one");
  });
});
