// @vitest-environment node
/** Does the bar say what it should while somebody writes, seldom enough, and within Outlook's limits? */
import { beforeEach, describe, expect, it } from "vitest";
import { bulletin, clear } from "../dev/replies";
import { ANDROID, CLASSIC } from "../src/host/play";
import { events } from "../src/words/spoken";
import { person } from "./fake-outlook";
import { builtBundle } from "./launch-realm";
import { away, json, type Launched, launched, verdict } from "./launched";

const SCHOOLS = { ...bulletin, summary: "nine schools · goes in the e-bulletin" };

beforeEach(async () => {
  await builtBundle();
}, 60_000);

const begin = ({ fire }: Launched): ReturnType<Launched["fire"]> => fire("onNewMessageComposeHandler");
const changed = ({ fire }: Launched): ReturnType<Launched["fire"]> =>
  fire("onMessageRecipientsChangedHandler", { changedRecipientFields: { to: true, cc: false, bcc: false } });

/** The first so many calls for the text fail, as where too many are under way. */
function refusingText(times: number): (office: Record<string, unknown>) => void {
  return (office) => {
    const { body } = (office as unknown as typeof Office).context.mailbox.item!;
    const gives = body.getAsync.bind(body) as (...all: unknown[]) => void;
    let refused = 0;
    const getAsync = (...all: unknown[]): void => {
      refused += 1;
      if (refused > times) gives(...all);
      else (all.at(-1) as (result: object) => void)({ status: "failed", error: { code: 9050 } });
    };
    Object.defineProperty(body, "getAsync", { value: getAsync });
  };
}

describe("a new message", () => {
  it("is told that Sendwell is on, and nothing is asked of it while it has no reader", async () => {
    const opened = await launched(verdict(clear));
    opened.held.setEntries("to", []);
    expect((await begin(opened)).completions).toHaveLength(1);
    expect(opened.note("sendwell")).toBe("Sendwell is on.");
    expect(opened.asked).toEqual([]);
  });

  it("is left what the organisation closed", async () => {
    const closed = ["identifiers", "novelty"];
    const opened = await launched((url) =>
      json(url.endsWith("/sign-in") ? { closed_at_send: closed } : clear),
    );
    await begin(opened);
    expect(opened.held.session.get("sendwell.closed")).toBe('["identifiers"]');
  });

  it.each([{ closed_at_send: "identifiers" }, { closed_at_send: null }, {}, null, 7])(
    "is left nothing closed where the service says %j",
    async (told) => {
      const opened = await launched((url) => json(url.endsWith("/sign-in") ? told : clear));
      await begin(opened);
      expect(opened.held.session.get("sendwell.closed")).toBe("[]");
    },
  );

  it("says who it goes to and by which way as soon as it has readers", async () => {
    const opened = await launched(verdict(SCHOOLS));
    await begin(opened);
    expect(opened.note("sendwell")).toBe("Nine schools · goes in the e-bulletin");
    expect(opened.asked.map(({ body }) => body.moment)).toEqual(["compose"]);
  });
});

describe("a change of readers or files", () => {
  it("made many times at once is looked at once", async () => {
    const opened = await launched(verdict(SCHOOLS));
    await Promise.all([changed(opened), changed(opened), opened.fire("onMessageAttachmentsChangedHandler")]);
    expect(opened.asked).toHaveLength(1);
  });

  it("that changes nothing is not asked about again", async () => {
    const opened = await launched(verdict(SCHOOLS));
    await changed(opened);
    await changed(opened);
    expect(opened.asked).toHaveLength(1);
    opened.held.setEntries("cc", [person("ed@gmail.com")]);
    await changed(opened);
    expect(opened.asked).toHaveLength(2);
  });

  it("says the same words once: who closed them is not told again", async () => {
    const opened = await launched(verdict(SCHOOLS));
    await changed(opened);
    opened.held.setNotes([]);
    opened.held.setEntries("cc", [person("ed@gmail.com")]);
    await changed(opened);
    expect(opened.held.notes).toEqual([]);
  });

  it("tells what cannot be checked, and takes it away again", async () => {
    const gap = { check: "attachments", reason: "The file plan.pdf could not be read." };
    const opened = await launched((_url, nth) => json(nth === 1 ? { ...clear, not_checked: [gap] } : clear));
    await changed(opened);
    expect(opened.note()).toBe("Not checked: The file plan.pdf could not be read.");
    opened.held.setSubject("Without the plan");
    await changed(opened);
    expect(opened.note()).toBeUndefined();
  });

  it("keeps within what Outlook takes", async () => {
    const long = {
      ...clear,
      summary: "schools ".repeat(60),
      not_checked: [{ check: "x", reason: "file ".repeat(60) }],
    };
    const opened = await launched(verdict(long));
    await changed(opened);
    expect(opened.held.notes).toHaveLength(2);
    for (const { message } of opened.held.notes) expect(message.length).toBeLessThanOrEqual(150);
  });

  it("with the service away says that the mail is not blocked", async () => {
    const opened = await launched(away);
    expect((await changed(opened)).completions).toHaveLength(1);
    expect(opened.held.notes.map(({ message }) => message)).toEqual([events.notChecked.unreachable]);
  });

  it("with the service away says so once, at Send too, and nothing of what was before", async () => {
    let isAway = false;
    const opened = await launched((url, nth) => (isAway ? away(url, nth) : verdict(SCHOOLS)(url, nth)));
    await changed(opened);
    expect(opened.note("sendwell")).toBe("Nine schools · goes in the e-bulletin");
    isAway = true;
    opened.held.setEntries("cc", [person("ed@gmail.com")]);
    await changed(opened);
    await opened.send();
    expect(opened.held.notes.map(({ message }) => message)).toEqual([events.notChecked.unreachable]);
  });

  it("is told anew where the pane has put other words there meanwhile", async () => {
    const opened = await launched(verdict(SCHOOLS));
    await changed(opened);
    opened.held.setNotes([{ key: "sendwell", type: "informationalMessage", message: "Nine schools" }]);
    opened.held.setEntries("cc", [person("ed@gmail.com")]);
    await changed(opened);
    expect(opened.note("sendwell")).toBe("Nine schools · goes in the e-bulletin");
  });

  it("says nothing any more once Send was pressed", async () => {
    const opened = await launched(verdict(SCHOOLS));
    const looked = changed(opened);
    await opened.send();
    await looked;
    expect(opened.asked.map(({ body }) => body.moment)).toEqual(["send"]);
  });
});

describe("signed out", () => {
  const signedOut = (): Promise<unknown> => json({}, 401);

  it("offers the pane on the web", async () => {
    const opened = await launched(signedOut);
    await changed(opened);
    expect(opened.held.notes).toMatchObject([
      { key: "sendwell", type: "insightMessage", message: events.bar.signedOut },
    ]);
  });

  it("says it in words where a note can have no button", async () => {
    const opened = await launched(signedOut, { differs: { client: CLASSIC } });
    await changed(opened);
    expect(opened.held.notes).toMatchObject([
      { type: "informationalMessage", message: events.bar.signedOut },
    ]);
  });
});

describe("a phone", () => {
  it("has one note, which says that nothing is checked at Send", async () => {
    const opened = await launched(verdict(SCHOOLS), {
      mailbox: "1.5",
      differs: { client: ANDROID, notes: 1 },
    });
    opened.held.setEntries("to", []);
    await begin(opened);
    expect(opened.note("sendwell")).toContain("is not checked then");
    opened.held.setEntries("to", [person("dana@gmail.com")]);
    await changed(opened);
    expect(opened.held.notes.map(({ message }) => message)).toEqual([
      `Nine schools · goes in the e-bulletin · ${events.bar.notAtSend}`,
    ]);
  });
});

describe("an Outlook that is hard on an add-in", () => {
  it.each(["throws", "fails", "lacks"] as const)(
    "where every call %s, the event ends once",
    async (manner) => {
      const opened = await launched(verdict(SCHOOLS), { differs: { calls: { "*": manner } } });
      expect((await begin(opened)).completions).toHaveLength(1);
      expect((await changed(opened)).completions).toHaveLength(1);
    },
  );

  it.each(["none", "appointment", "reading"] as const)("with %s open, the event ends", async (item) => {
    const opened = await launched(verdict(SCHOOLS), { differs: { item } });
    expect((await begin(opened)).completions).toHaveLength(1);
    expect(opened.asked).toEqual([]);
  });

  it("that gives the text only a moment later is asked again before anything is called not checked", async () => {
    const opened = await launched(verdict(SCHOOLS), {}, refusingText(2)); // as HTML, and as plain text
    await changed(opened);
    expect(opened.note()).toBeUndefined();
    expect(opened.asked).toHaveLength(1);
    expect(JSON.stringify(opened.asked[0]?.body.draft)).toContain("Thank you for the form.");
  });

  it("that never gives the text is told of", async () => {
    const opened = await launched(verdict(SCHOOLS), {}, refusingText(Infinity));
    await changed(opened);
    expect(opened.note()).toBe(events.bar.gap(events.unread.text));
  });

  it("that takes no more notes changes nothing about the event", async () => {
    const opened = await launched(verdict(SCHOOLS), { faults: ["notificationMessages.replaceAsync"] });
    expect((await changed(opened)).completions).toHaveLength(1);
  });
});
