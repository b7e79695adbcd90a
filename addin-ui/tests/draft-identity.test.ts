// @vitest-environment node
/** By what name does the service know a draft, and its conversation, again? */
import { describe, expect, it } from "vitest";
import { readDraft } from "../src/outlook/read-draft";
import { openOutlook } from "./fake-outlook";

describe("the draft's own name", () => {
  const nameOf = async (item: Office.MessageCompose): Promise<string | undefined> =>
    (await readDraft(item)).draft.id;

  it("is the same at every look, and another for another draft", async () => {
    const { held, item } = openOutlook();
    const first = await nameOf(item);

    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(await nameOf(item)).toBe(first);
    held.session.clear();
    expect(await nameOf(item)).not.toBe(first);
  });

  it("is the one that stands there when pane and send handler look at once", async () => {
    const { item } = openOutlook();
    await Promise.all([nameOf(item), nameOf(item)]);

    expect(await nameOf(item)).toBe(await nameOf(item));
  });

  it.each([{ mailbox: "1.10" }, { faults: ["sessionData.setAsync"] }, { faults: ["*"] }])(
    "is left out with %o, and nothing waits for it",
    async (around) => {
      const { item } = openOutlook(around);

      expect(await nameOf(item)).toBeUndefined();
    },
  );

  it("comes with the conversation where there is one", async () => {
    const { item } = openOutlook();
    expect((await readDraft(item)).draft.thread).toBeUndefined();
    Object.assign(item, { conversationId: "AAQk" });

    expect((await readDraft(item)).draft.thread).toBe("AAQk");
  });
});
