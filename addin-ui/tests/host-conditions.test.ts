/** Whatever Outlook and the network do: does the person see what was checked, what was not, and never less? */
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ComposeItem } from "../src/host/compose-item";
import type { Condition } from "../src/host/conditions/condition";
import { CONDITIONS, HEADS } from "../src/host/conditions/table";
import type { Draft, Moment } from "../src/wire/contract";
import { play, pressSend, type Sent } from "./played-outlook";
import { lastAsked } from "./stand-in-service";

const textOf = (selector: string): string =>
  (document.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  lastAsked.clear();
});

describe("the table", () => {
  it("holds at least sixty conditions, each named once, with its source", () => {
    expect(CONDITIONS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CONDITIONS.map((c) => c.id)).size).toBe(CONDITIONS.length);
    for (const { id, name, happens, source, sees } of CONDITIONS) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const words of [name, happens, source]) expect(words.trim()).not.toBe("");
      expect(sees.checked === "no-pane" || sees.pane.length > 0, `${id} says what is seen`).toBe(true);
    }
  });

  it("lets nobody see a clear verdict where something was not checked", () => {
    for (const { id, sees } of CONDITIONS)
      if (sees.checked !== "all") expect(sees.pane, id).not.toContain("No rule applies");
  });
});

describe.each(HEADS)("%s", (_head, conditions) => {
  it.each(conditions.map((c): [string, Condition] => [c.id, c]))(
    "%s",
    async (_id, condition) => {
      const { item, most } = await play(condition);
      const { checked, pane } = condition.sees;
      for (const words of pane) expect(textOf("#content")).toContain(words);
      if (!isGivenUp(condition)) expect(most()).toBeLessThanOrEqual(3);
      SEEN[checked]();
      if (checked === "all") expect(asked("compose")).toEqual(held(item));
      const sent = await pressSend(condition, item);
      AT_SEND[condition.sees.send](sent);
      expect(sent.toast + sent.dialog).toContain(condition.sees.sendSays ?? "");
      if (condition.sees.send === "goes") expect(asked("send")).toEqual(held(item));
    },
    30_000,
  );
});

interface Whole {
  readonly subject: string;
  readonly words: string;
  readonly from: string;
  readonly readers: readonly string[];
  readonly files: readonly string[];
  readonly isReply: boolean;
  readonly waits: boolean;
}
const inWords = (body: string): string => body.replace(/<[^<>]*>|\s/g, "");

/** A clear verdict is worth what was asked about: nothing of the message may have been left out on the way. */
function asked(moment: Moment): Whole | undefined {
  const draft: Draft | undefined = lastAsked.get(moment);
  if (draft === undefined) return undefined;
  const { subject, body, from, to, cc, bcc, attachments, reply, sending_at } = draft;
  return {
    subject,
    words: inWords(body.content),
    from: from?.address ?? "",
    readers: [...to, ...cc, ...bcc].map((r) => r.address),
    files: attachments.map((a) => a.name),
    isReply: reply !== "new",
    waits: new Date(sending_at).getTime() > Date.now(),
  };
}

const held = (item: ComposeItem): Whole => ({
  subject: item.subject,
  words: inWords(item.body.html()),
  from: item.from.emailAddress,
  readers: (["to", "cc", "bcc"] as const).flatMap((f) => item.entries(f).map((e) => e.emailAddress)),
  files: item.attachments.map((a) => a.name),
  isReply: item.composeType !== "newMail",
  waits: item.deferredUntil !== null && item.deferredUntil.getTime() > Date.now(),
});

const GONE = "In Outlook it would have gone now.";
/** From the first line of the add-in's own code; the host adds what it needs to start it. */
const LATEST_MS = 2600;

/** What comes of Send: nothing that was not checked goes without a word, and nobody waits. */
const AT_SEND: Readonly<Record<Condition["sees"]["send"], (sent: Sent) => void>> = {
  goes: ({ toast, dialog, afterMs }) => {
    expect(dialog).toBe("");
    expect(toast).toContain(`${GONE} You can carry on.`);
    expect(afterMs).toBeLessThan(LATEST_MS);
  },
  "goes-unchecked": ({ toast, dialog, afterMs }) => {
    expect(dialog).toBe("");
    expect(toast).not.toContain(`${GONE} You can carry on.`);
    expect(toast).toMatch(/not checked|Not all of this message was checked|Nothing on it says that it was/i);
    expect(afterMs).toBeLessThan(LATEST_MS + 1000);
  },
  held: ({ toast, dialog, afterMs }) => {
    expect(toast).toBe("");
    expect(dialog).toContain("Send Anyway");
    expect(dialog).not.toMatch(/unavailable|longer than expected/);
    expect(afterMs).toBeLessThan(LATEST_MS);
  },
  "held-firmly": ({ toast, dialog, afterMs }) => {
    expect(toast).toBe("");
    expect(dialog).toContain("Don't Send");
    expect(dialog).not.toContain("Send Anyway");
    expect(dialog).not.toMatch(/unavailable|longer than expected/);
    expect(afterMs).toBeLessThan(LATEST_MS);
  },
  "outlook-asks": ({ toast, dialog }) => {
    expect(toast).toBe("");
    expect(dialog).toMatch(/unavailable|longer than expected/);
    expect(dialog).toContain("Send Anyway");
  },
  "nothing-to-send": ({ toast, dialog }) => {
    expect(dialog).toBe("");
    expect(toast).not.toContain(GONE);
  },
};

/** A call that was given up is still under way in Outlook, and so are those of a pane that was loaded anew. */
const isGivenUp = ({ play, then }: Condition): boolean =>
  then === "item-switches" || Object.values(play?.calls ?? {}).includes("silent");

/** What the pane says besides, by how much it looked at. */
const SEEN: Readonly<Record<Condition["sees"]["checked"], () => void>> = {
  all: () => {
    expect(document.querySelector(".not-checked")).toBeNull();
    expect(textOf("#foot")).toMatch(/^Checked against your organisation’s own policy\./);
  },
  part: () => {
    const isClear = textOf("#content h2").startsWith("No rule applies");
    if (isClear) expect(textOf("#content h2")).toBe("No rule applies to what was checked");
    const asks = document.querySelector("[data-channel=unknown-audience]") !== null;
    if (!asks) {
      expect(document.querySelector(".not-checked")).not.toBeNull();
      expect(textOf("#foot")).toMatch(/^All else was checked/);
      expect(textOf("#live")).toContain("not checked");
    }
  },
  none: () => {
    expect(textOf("#content")).not.toContain("No rule applies");
    expect(textOf("#foot")).toBe("This draft was not checked against your organisation’s policy.");
    expect(textOf("#live")).toContain("Not checked");
  },
  "no-draft": () => {
    expect(textOf("#content")).not.toContain("No rule applies");
    expect(textOf("#foot")).toBe("");
  },
  "no-pane": () => {
    expect(textOf("#content")).toBe("");
  },
};
