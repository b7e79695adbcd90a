/** In a made-up language that brackets every word: do the bulletin's forms, Send, the pages and the window say none of their own? */
import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { angry, bulletin as forBulletin, nhsNumber, webmail } from "../dev/replies";
import { attachmentBar } from "../src/compose/attachment-bar";
import { Editor } from "../src/compose/editor";
import { noteBar } from "../src/compose/note-bar";
import { RecipientField } from "../src/compose/recipient-field";
import { toast } from "../src/compose/toast";
import { showAlert } from "../src/host/smart-alert";
import type { Way } from "../src/pane/bulletin/ways";
import { readDraft, withoutReaders } from "../src/outlook/read-draft";
import { Form } from "../src/paste/form";
import { KINDS } from "../src/paste/kinds";
import { lengthWords } from "../src/paste/length";
import { answerFor } from "../src/send/answer";
import { localAnswer } from "../src/send/local-answer";
import { lookLocally } from "../src/send/local/look";
import type { WhyNot } from "../src/send/why-not";
import { fillPage } from "../src/words/fill-page";
import { events } from "../src/words/spoken";
import { item, sentItem, sentRequest, settle, suggestion } from "./bulletin-samples";
import { muted, nothingElse, outsideBrackets, unbracketed } from "./bracketed";
import { forgetAll, room, told } from "./drawn-room";
import { contactList, crowd, openOutlook, OWN, person } from "./fake-outlook";

vi.mock("../src/words/en", async (original) => {
  const { bracketed } = await import("./bracketed");
  return bracketed(await original<object>());
});

beforeEach(forgetAll);

describe("the bulletin", () => {
  const filled = muted({
    ...suggestion,
    item: { ...item, for_whom: { ...item.for_whom, clusters: [], phases: [] }, contact: "P", links: [] },
    marks: [{ title: "A number", words: "form" }],
    gates: [{ title: "A gate", message: "Ask", stops: true, parts: ["part"] }],
    alike: [{ id: "1", headline: "Like it", submitted_on: "2026-10-03" }],
  });
  const goes_to = { count: 9, urns: ["1", "2"], all: 150 };
  const suggest = (more: object) => () => Promise.resolve({ ...filled, ...more });

  it.each<[Way, object]>([
    ["item", {}],
    ["item", { is_too_late: true }],
    ["item", { is_too_late: true, issue: null }],
    ["urgent", { goes_to }],
    ["chosen", { goes_to: { ...goes_to, urns: Array(9).fill("1") } }],
    ["cluster-note", {}],
  ])("asks of %s with %j", async (way, more) => {
    room({ suggest: suggest(more) }, { reply: muted(forBulletin) }).open(way);
    await settle();
    nothingElse();
    for (const press of document.querySelectorAll<HTMLElement>(".mark-act button")) press.click();
    document.querySelector("form")?.requestSubmit();
    await settle();
    expect(unbracketed(document.body).filter((word) => !/Nobody|answers/.test(word))).toEqual([]);
  });

  it("follows what was sent, and says that it could not ask", async () => {
    localStorage.setItem("sendwell-items", JSON.stringify([sentItem.id, "gone"]));
    localStorage.setItem("sendwell-requests", JSON.stringify([sentRequest.id]));
    const back = {
      ...muted(sentItem),
      id: sentItem.id,
      stage: "sent-back" as const,
      link: "https://x.example/",
    };
    const follow = (id: string): Promise<typeof back> =>
      id === sentItem.id ? Promise.resolve(back) : Promise.reject(new Error());
    room({ follow }, { requests: { follow: () => Promise.resolve({ ...muted(sentRequest), id: "r" }) } });
    await settle();
    await settle();
    expect(document.querySelectorAll(".followed li").length).toBeGreaterThan(0);
    nothingElse();
    expect(told.flatMap(outsideBrackets)).toEqual([]);
  });
});

describe("at Send", () => {
  const parts = (answer: object): string[] => {
    const { errorMessage, errorMessageMarkdown, cancelLabel } = answer as Record<string, string | undefined>;
    return [errorMessage ?? "", errorMessageMarkdown ?? "", cancelLabel ?? ""];
  };

  it("the dialog says none of its own, whatever the card", () => {
    const block = { ...nhsNumber, severity: "block" as const };
    for (const advice of [[nhsNumber], [angry, nhsNumber], [block], [{ ...block, spans: [] }]]) {
      const aside = [{ why: "folded" as const, advice: angry }];
      const answer = answerFor(muted({ ...webmail, advice, set_aside: aside }));
      expect(answer.errorMessage).toContain("⟦");
      // a text that was cut has lost its last bracket
      expect(
        parts(answer)
          .flatMap(outsideBrackets)
          .filter((w) => !/[⟦⟧]/.test(w)),
      ).toEqual([]);
    }
  });

  it("nor does what the add-in saw by itself", async () => {
    const { held, item: open } = openOutlook();
    held.setEntries("to", [...crowd(30), ...["a", "b", "c"].map((n) => person(`${n}@gmail.com`))]);
    held.body.setHtml("<p>NHS 943 476 5919. Sort code 12-34-56, account number 12345678</p>");
    const seen = lookLocally((await readDraft(open)).draft);
    expect(seen.length).toBeGreaterThan(2);
    for (const why of Object.keys(events.notChecked) as WhyNot[])
      for (const closed of [[], ["unchecked" as const]])
        expect(parts(localAnswer(why, seen, closed)).flatMap(outsideBrackets)).toEqual([]);
  });

  it("nor what Outlook did not give", async () => {
    const { item: open } = openOutlook({ faults: ["*"] });
    const { unread } = await readDraft(open);
    expect(unread.length).toBeGreaterThan(6);
    const { item: lonely, held } = openOutlook();
    held.setSubject("1");
    const nobody = withoutReaders(await readDraft(lonely));
    expect([...unread, ...nobody.unread].flatMap(({ reason }) => outsideBrackets(reason))).toEqual([]);
  });
});

describe("a page", () => {
  const pages = readdirSync(".").filter((name) => name.endsWith(".html"));

  it.each(pages)("%s is filled with words of the catalogue", (name) => {
    const { body } = new DOMParser().parseFromString(readFileSync(name, "utf8"), "text/html");
    document.body.replaceChildren(...body.children);
    fillPage("en-XA");
    expect(unbracketed(document.body)).toEqual([]);
    expect(document.documentElement.lang).toBe("en-XA");
    for (const made of document.querySelectorAll("a, button:not([id^=pretend])"))
      expect(made.textContent).not.toBe("");
  });

  it("says at once where it names words that are not there", () => {
    const lost = document.createElement("p");
    lost.dataset.say = "pane.nothing";
    document.body.replaceChildren(lost);
    expect(() => fillPage("en-XA")).toThrow("pane.nothing");
  });
});

describe("the page for texts and posts", () => {
  it("says none of its own, whatever is pasted", () => {
    const { body } = new DOMParser().parseFromString(readFileSync("paste.html", "utf8"), "text/html");
    document.body.replaceChildren(...body.children);
    fillPage("en-XA");
    new Form(() => undefined);
    for (const radio of document.querySelectorAll<HTMLInputElement>("#kinds input")) {
      radio.click();
      nothingElse();
    }
    for (const { medium } of KINDS)
      for (const words of ["", "1", "1".repeat(400), "👍"])
        expect(outsideBrackets(lengthWords(words, medium))).toEqual([]);
  });
});

describe("the window for trying it", () => {
  it("says none of its own", () => {
    const { held } = openOutlook();
    document.body.replaceChildren(
      ...["attachments", "file-picker", "attach", "notes", "toast", "row", "body", "tools"].map((id) =>
        Object.assign(document.createElement(id === "file-picker" ? "input" : "div"), { id }),
      ),
    );
    HTMLDialogElement.prototype.showModal = () => undefined;
    const at = (id: string): HTMLElement => document.getElementById(id)!;
    attachmentBar(held);
    noteBar(held);
    new Editor(at("body"), at("tools"), () => undefined);
    new RecipientField({ item: held, ownDomain: OWN, people: () => [] }, "to", at("row"), "1");
    held.setEntries("to", [contactList("1"), { ...person("1@2"), resolved: false }]);
    held.setAttachments([500, 5000, 5_000_000].map((size, id) => ({ ...FILE, id: String(id), size })));
    held.setNotes([{ key: "1", type: "informationalMessage", message: "1" }]);
    toast("1", "2");
    void showAlert({ allowEvent: false, commandId: "1" });
    nothingElse();
  });
});

const FILE = { name: "1", isInline: false, attachmentType: "file", content: null } as const;
