/** Is what is sent to the desks sent once, and followed afterwards? */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Stale } from "../src/wire/ask";
import type { AskedFields, RequestClient } from "../src/wire/bulk-request";
import { Trouble } from "../src/wire/client";
import type { BulletinClient, ItemFields } from "../src/wire/item";
import { bulletin } from "../dev/replies";
import { item, pressed, sentItem, sentRequest, settle } from "./bulletin-samples";
import { verdict } from "./drawn-pane";
import { followed, forgetAll, kept, place, room, suggest, told, undoHolds } from "./drawn-room";

beforeEach(forgetAll);
afterEach(forgetAll);

describe("an item", () => {
  it("is sent with two presses, once even when pressed twice, and followed", async () => {
    const keys: string[] = [];
    const submit: BulletinClient["submit"] = (key) => {
      keys.push(key);
      return Promise.resolve(sentItem);
    };
    const made = room({ suggest, submit });
    made.open("item");
    await settle();
    pressed("Send to the editor");
    place().querySelector("form")!.requestSubmit();
    await settle();
    expect(keys).toHaveLength(1);
    expect(keys[0]!.length).toBeGreaterThanOrEqual(16);
    expect(followed().textContent).toContain("No editor has taken it up yet.");
    expect(place().hidden).toBe(true);
    expect(told[0]).toContain("Item sent to the editor");
    expect(localStorage.getItem("sendwell-items")).toBe(JSON.stringify([sentItem.id]));
  });

  it("keeps the words, and the key, when nobody answers", async () => {
    const keys: string[] = [];
    const submit: BulletinClient["submit"] = (key) => {
      keys.push(key);
      return keys.length === 1
        ? Promise.reject(new Trouble("unreachable", "Nobody answers."))
        : Promise.resolve(sentItem);
    };
    room({ suggest, submit }).open("item");
    await settle();
    pressed("Send to the editor");
    await settle();
    expect(place().querySelector("[role=alert]")?.textContent).toBe(
      "Nobody answers. It may have arrived all the same: send it again, and it is there only once. Your words are kept here.",
    );
    pressed("Send to the editor");
    await settle();
    expect(new Set(keys).size).toBe(1);
    expect(place().hidden).toBe(true);
  });

  it("is another once the service knows its name with other words", async () => {
    const keys: string[] = [];
    const submit: BulletinClient["submit"] = (key) => {
      keys.push(key);
      return keys.length === 1
        ? Promise.reject(new Stale("changed", "That was sent before."))
        : Promise.resolve(sentItem);
    };
    room({ suggest, submit }).open("item");
    await settle();
    pressed("Send to the editor");
    await settle();
    expect(place().textContent).toContain("That was sent before. If it is to go all the same");
    pressed("Send to the editor");
    await settle();
    expect(new Set(keys).size).toBe(2);
  });

  it("says why the form could not be filled, with a way back", async () => {
    room({}).open("item");
    await settle();
    expect(place().textContent).toContain("Nobody answers.");
    pressed("Back to the message");
    expect(document.getElementById("content")!.hidden).toBe(false);
  });
});

describe("what was sent back", () => {
  const back = { ...sentItem, stage: "sent-back" as const, said: "It was sent back: Say when.", version: 3 };

  it("is shown with its reason, and sent mended", async () => {
    localStorage.setItem("sendwell-items", JSON.stringify([sentItem.id]));
    const mended: [string, number, ItemFields][] = [];
    room({
      follow: () => Promise.resolve(back),
      mend: (...all) => {
        mended.push(all);
        return Promise.resolve({ ...sentItem, version: 4 });
      },
    });
    await settle();
    expect(followed().textContent).toContain("It was sent back: Say when.");
    pressed("Mend and send again");
    await settle();
    expect(place().textContent).toContain("Say when.");
    pressed("Send to the editor");
    await settle();
    expect(mended).toEqual([[sentItem.id, 3, item]]);
    expect(followed().textContent).toContain("No editor has taken it up yet.");
  });

  it("is sent over what an editor did meanwhile only when that was seen", async () => {
    localStorage.setItem("sendwell-items", JSON.stringify([sentItem.id]));
    let now = back;
    const versions: number[] = [];
    room({
      follow: () => Promise.resolve(now),
      mend: (_, version) => {
        versions.push(version);
        return version === now.version
          ? Promise.resolve({ ...sentItem, version: 9 })
          : Promise.reject(new Stale("changed", "Priya Shah changed it meanwhile."));
      },
    });
    await settle();
    pressed("Mend and send again");
    await settle();
    now = { ...back, version: 5, said: "It was sent back: Say where." };
    pressed("Send to the editor");
    await settle();
    expect(place().textContent).toContain("Priya Shah changed it meanwhile. It was sent back: Say where.");
    pressed("Send to the editor");
    await settle();
    expect(versions).toEqual([3, 5]);
  });
});

describe("a request for mail", () => {
  const route = { ...bulletin.route, channel: "local-officer" as const, officers: ["Sam Okoro"] };

  it("is filled with what the draft says, asked for, and followed with the test for urgent mail", async () => {
    const asked: AskedFields[] = [];
    const ask: RequestClient["ask"] = (_, fields) => {
      asked.push(fields);
      return Promise.resolve(sentRequest);
    };
    const made = room({ suggest }, { requests: { ask }, reply: { ...bulletin, route } });
    made.open("cluster-note");
    await settle();
    pressed("Send to the local officer");
    await settle();
    expect(asked[0]).toMatchObject({
      kind: "cluster-note",
      subject: "S",
      body: "",
      officer: "Sam Okoro",
      for_whom: { clusters: ["Oakham"] },
    });
    const list = document.getElementById("followed-requests")!;
    expect(list.textContent).toContain("It is urgent as the policy means it.");
    expect(list.textContent).toContain("Yes: it is tomorrow.");
    expect(made.with(verdict(bulletin))).toMatchObject({
      sent: [{ title: "School census", stage: "With the Communications Team" }],
    });
  });

  it("is followed on as the item that it was turned into", async () => {
    localStorage.setItem("sendwell-requests", JSON.stringify([sentRequest.id]));
    const turned = { ...sentRequest, state: "turned-into-item" as const, item: sentItem.id };
    room(
      { follow: () => Promise.resolve(sentItem) },
      { requests: { follow: () => Promise.resolve(turned) } },
    );
    await settle();
    expect(followed().textContent).toContain(item.headline);
  });
});

describe("what is followed", () => {
  const again = (): void => {
    window.dispatchEvent(new Event("focus"));
  };

  it("is asked after when somebody looks at the pane again, not each time", async () => {
    localStorage.setItem("sendwell-items", JSON.stringify([sentItem.id]));
    let asked = 0;
    const now = vi.spyOn(performance, "now").mockReturnValue(0);
    room({
      follow: () => {
        asked += 1;
        return Promise.resolve(
          asked === 1
            ? sentItem
            : { ...sentItem, stage: "placed" as const, said: "It is placed.", version: 2 },
        );
      },
    });
    await settle();
    again();
    await settle();
    expect(asked).toBe(1);
    followed().querySelector<HTMLElement>("[data-key^='Take it back']")!.focus();
    now.mockReturnValue(60_000);
    again();
    await settle();
    expect(followed().textContent).toContain("It is placed.");
    expect(document.activeElement?.textContent).toBe("Take it back");
    now.mockRestore();
  });

  it("says when some could not be asked after, and forgets what is gone", async () => {
    localStorage.setItem("sendwell-items", JSON.stringify([sentItem.id, "gone0123", "missed01"]));
    room({
      follow: (id) =>
        id === sentItem.id
          ? Promise.resolve(sentItem)
          : Promise.reject(
              id === "gone0123" ? new Stale("gone", "No such item.") : new Trouble("slow", "Too slow."),
            ),
    });
    await settle();
    expect(followed().textContent).toContain("could not be asked just now");
    expect(JSON.parse(localStorage.getItem("sendwell-items")!)).toEqual([sentItem.id, "missed01"]);
  });

  it("is told of the draft that it came from, and of no other", async () => {
    const client = {
      suggest,
      submit: () => Promise.resolve(sentItem),
      follow: () => Promise.resolve(sentItem),
    };
    const sent = async (): Promise<unknown> => {
      const opened = room(client);
      await settle();
      return (opened.with(verdict(bulletin)) as { sent?: unknown[] }).sent?.length;
    };
    room(client).open("item");
    await settle();
    pressed("Send to the editor");
    await settle();
    expect(await undoHolds()).toBe(true);
    expect(await sent(), "the pane again, beside the same draft").toBe(1);
    kept.clear();
    expect(await sent(), "beside another").toBe(0);
  });
});
