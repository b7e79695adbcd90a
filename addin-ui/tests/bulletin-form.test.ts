/** Is the form filled, read back and corrected as it is meant, and is what is sent followed? */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BulletinPanel } from "../src/pane/bulletin/panel";
import { itemForm } from "../src/pane/bulletin/form";
import type { Kept, KeptForm } from "../src/pane/bulletin/kept-form";
import { marks } from "../src/pane/bulletin/marks";
import type { DraftRead } from "../src/outlook/read-draft";
import { Trouble } from "../src/wire/client";
import type { BulletinClient, FollowedItem, ItemFields, Suggestion } from "../src/wire/item";

const everybody = { phases: [], types: [], clusters: [], trusts: [], lists: [], roles: [] };
const item: ItemFields = {
  headline: "New admissions form",
  summary: "Use it from January.",
  body: "Please use the new form.",
  for_whom: { ...everybody, phases: ["primary"], clusters: ["Oakham"] },
  closes: "2026-12-18",
  contact: "Priya Shah",
  links: ["https://form.example/"],
  documents: ["d1"],
  consent: "unknown",
};
const suggestion: Suggestion = { item, marks: [], gates: [], alike: [], issue: null, is_too_late: false };
const sent: FollowedItem = {
  id: "abcdef0123456789",
  stage: "submitted",
  said: "It is with the editors.",
  version: 1,
  link: "",
  may_withdraw: true,
  item,
};
const nothing = (): void => undefined;
const filled = { item, marks: [], gates: [], alike: [], asksConsent: false };
const draft = { subject: "S", body: { content: "" }, attachments: [] } as unknown as DraftRead["draft"];
const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));
const place = (): HTMLElement => document.getElementById("bulletin")!;
const followed = (): HTMLElement => document.getElementById("followed")!;
const pressed = (words: string, within: HTMLElement = document.body): void =>
  [...within.querySelectorAll("button")].find((b) => b.textContent === words)!.click();

describe("the form", () => {
  it("gives back what it was filled with", () => {
    expect(itemForm(filled, nothing, nothing).read()).toEqual(item);
  });

  it("reads what was changed, and counts characters as people do", () => {
    const form = itemForm(filled, nothing, nothing);
    const headline = form.part.querySelector<HTMLInputElement>("#item-headline")!;
    headline.value = "Bring a 🎻 to Oakham";
    headline.dispatchEvent(new Event("input"));
    expect(form.part.querySelector(".counter")?.textContent).toBe("19 of 60");
    form.part.querySelector<HTMLInputElement>("[value=Oakham]")!.checked = false;
    form.part.querySelector<HTMLInputElement>("#item-closes")!.value = "";
    form.part.querySelector<HTMLTextAreaElement>("#item-links")!.value = " https://a.example/ \n\n";
    expect(form.read()).toMatchObject({
      headline: "Bring a 🎻 to Oakham",
      closes: null,
      links: ["https://a.example/"],
      for_whom: { phases: ["primary"], clusters: [] },
    });
  });

  it("asks about consent only where people may be in it", () => {
    expect(itemForm(filled, nothing, nothing).part.querySelector("[data-field=consent]")).toBeNull();
    const form = itemForm({ ...filled, asksConsent: true }, nothing, nothing);
    form.part.querySelector<HTMLInputElement>("[name=consent][value=given]")!.checked = true;
    expect(form.read().consent).toBe("given");
  });

  it("says each fault at its field and opens the text when it is at fault", () => {
    const form = itemForm(filled, nothing, nothing);
    document.body.replaceChildren(form.part);
    form.fail("Not sent.", new Map([["body", "Make the text shorter."]]));
    expect(document.querySelector("#item-body-fault")?.textContent).toBe("Make the text shorter.");
    expect(document.activeElement?.id).toBe("item-body");
    expect(document.activeElement?.closest("details")?.open).toBe(true);
    expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true");
  });
});

describe("what is best not public", () => {
  const drawn = (text: string): { body: HTMLTextAreaElement; part: HTMLElement } => {
    const body = document.createElement("textarea");
    body.value = text;
    return { body, part: marks([{ title: "Something about a pupil", words: "Amira Khan" }], body)! };
  };

  it("comes out with one press, wherever it stands, and goes back with another", () => {
    const { body, part } = drawn("Ask Amira Khan today. Amira Khan knows.");
    pressed("Take it out", part);
    expect(body.value).toBe("Ask today. knows.");
    expect(part.textContent).toContain("Taken out");
    pressed("Put it back", part);
    expect(body.value).toBe("Ask Amira Khan today. Amira Khan knows.");
  });

  it("still comes out after the person has written on", () => {
    const { body, part } = drawn("Ask Amira Khan today.");
    body.value = "Dear all, ask Amira Khan tomorrow.";
    body.dispatchEvent(new Event("input"));
    pressed("Take it out", part);
    expect(body.value).toBe("Dear all, ask tomorrow.");
  });
});

describe("the panel", () => {
  const told: string[] = [];
  let kept: Kept | null = null;
  const form: KeptForm = {
    load: () => Promise.resolve(kept),
    save: (now) => {
      kept = now;
      return Promise.resolve();
    },
  };
  const panel = (client: Partial<BulletinClient>): BulletinPanel => {
    const none = (): Promise<never> => Promise.reject(new Trouble("unreachable", "Nobody answers."));
    const whole = { suggest: none, submit: none, follow: none, mend: none, withdraw: none, ...client };
    const read = (): Promise<DraftRead> =>
      Promise.resolve({ draft, unread: [], isEmpty: false, isUnreadable: false });
    return new BulletinPanel(whole, read, (message) => told.push(message), form);
  };
  beforeEach(() => {
    localStorage.clear();
    told.length = 0;
    kept = null;
    window.scrollTo = nothing;
    document.body.replaceChildren(Object.assign(document.createElement("main"), { id: "content" }));
  });
  afterEach(() => {
    localStorage.clear();
  });
  const suggest = (): Promise<Suggestion> => Promise.resolve(suggestion);

  it("sends with two presses, once even when pressed twice, and follows the item", async () => {
    const keys: string[] = [];
    const submit: BulletinClient["submit"] = (key) => {
      keys.push(key);
      return Promise.resolve(sent);
    };
    panel({ suggest, submit }).open();
    await settle();
    pressed("Send to the editor");
    place().querySelector("form")!.requestSubmit();
    await settle();
    expect(keys).toHaveLength(1);
    expect(keys[0]!.length).toBeGreaterThanOrEqual(16);
    expect(followed().textContent).toContain("It is with the editors.");
    expect(place().hidden).toBe(true);
    expect(told[0]).toContain("Item sent to the editor");
    expect(localStorage.getItem("sendwell-items")).toBe(JSON.stringify([sent.id]));
  });

  it("keeps the words, and the key, when nobody answers", async () => {
    const keys: string[] = [];
    const submit: BulletinClient["submit"] = (key) => {
      keys.push(key);
      return keys.length === 1
        ? Promise.reject(new Trouble("unreachable", "Nobody answers."))
        : Promise.resolve(sent);
    };
    panel({ suggest, submit }).open();
    await settle();
    pressed("Send to the editor");
    await settle();
    expect(place().querySelector("[role=alert]")?.textContent).toBe(
      "Not sent. Nobody answers. Your words are kept here.",
    );
    pressed("Send to the editor");
    await settle();
    expect(new Set(keys).size).toBe(1);
    expect(place().hidden).toBe(true);
  });

  it("has what was written when the pane is opened again, even when nobody answers, until it is sent", async () => {
    panel({ suggest }).open();
    await settle();
    const headline = (): HTMLInputElement => place().querySelector<HTMLInputElement>("#item-headline")!;
    headline().value = "Half written";
    headline().dispatchEvent(new Event("input", { bubbles: true }));
    document.body.replaceChildren(Object.assign(document.createElement("main"), { id: "content" }));
    const { key } = kept as unknown as Kept;
    const keys: string[] = [];
    panel({
      submit: (as) => {
        keys.push(as);
        return Promise.resolve(sent);
      },
    }).open();
    await settle();
    expect(headline().value).toBe("Half written");
    pressed("Send to the editor");
    await settle();
    expect(keys).toEqual([key]);
    expect(kept).toBeNull();
  });

  it("says why the form could not be filled, with a way back", async () => {
    panel({}).open();
    await settle();
    expect(place().textContent).toContain("Nobody answers.");
    pressed("Back to the message");
    expect(document.getElementById("content")!.hidden).toBe(false);
  });

  it("shows what was sent back with its reason, and sends it mended", async () => {
    localStorage.setItem("sendwell-items", JSON.stringify([sent.id]));
    const back = { ...sent, stage: "sent-back" as const, said: "It was sent back: Say when.", version: 3 };
    const mended: [string, number, ItemFields][] = [];
    panel({
      follow: () => Promise.resolve(back),
      mend: (...all) => {
        mended.push(all);
        return Promise.resolve({ ...sent, version: 4 });
      },
    });
    await settle();
    expect(followed().textContent).toContain("It was sent back: Say when.");
    pressed("Mend and send again");
    expect(place().textContent).toContain("Say when.");
    pressed("Send to the editor");
    await settle();
    expect(mended).toEqual([[sent.id, 3, item]]);
    expect(followed().textContent).toContain("It is with the editors.");
  });
});
