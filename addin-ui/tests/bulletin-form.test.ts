/** Are the forms filled, read back and corrected as it is meant? */
import { describe, expect, it } from "vitest";
import { type About, itemForm } from "../src/pane/bulletin/form/item-form";
import { marks } from "../src/pane/bulletin/form/marks";
import { requestForm } from "../src/pane/bulletin/form/request-form";
import { toBeginWith } from "../src/pane/bulletin/form/which-schools";
import type { Form } from "../src/pane/bulletin/form/frame";
import type { AskedFields, RequestKind } from "../src/wire/bulk-request";
import type { ItemFields } from "../src/wire/item";
import { readAsked } from "../src/wire/read-request";
import { item, pressed, suggestion, typed } from "./bulletin-samples";

const nothing = (): void => undefined;
const acts = { submit: nothing, leave: nothing };
const about: About = { ...suggestion, asksConsent: false };
const formWith = (more: Partial<About> = {}): Form<ItemFields> => itemForm(item, { ...about, ...more }, acts);

describe("the form of an item", () => {
  it("gives back what it was filled with", () => {
    expect(formWith().read()).toEqual(item);
  });

  it("reads what was changed, and counts characters as people do", () => {
    const form = formWith();
    typed(form.part.querySelector<HTMLInputElement>("#item-headline")!, "Bring a 🎻 to Oakham");
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

  it("shows the words that the editors will ask about", () => {
    const gate = { title: "The bulletin is public", message: "Take out the parts shown.", stops: true };
    const shown = (parts: readonly string[]): string =>
      formWith({ gates: [{ ...gate, parts }] }).part.querySelector(".gates")?.textContent ?? "";

    expect(shown(["12/03/2018", "<b>Olivia</b>"])).toContain("Meant: “12/03/2018”, “<b>Olivia</b>”");
    expect(shown([])).not.toContain("Meant");
  });

  it("asks about consent only where people may be in it", () => {
    expect(formWith().part.querySelector("[data-field=consent]")).toBeNull();
    const form = formWith({ asksConsent: true });
    form.part.querySelector<HTMLInputElement>("[name=consent][value=given]")!.checked = true;
    expect(form.read().consent).toBe("given");
  });

  it("says each fault at its field and opens the text when it is at fault", () => {
    const form = formWith();
    document.body.replaceChildren(form.part);
    form.fail("Not sent.", new Map([["body", "Make the text shorter."]]));
    expect(document.querySelector("#item-body-fault")?.textContent).toBe("Make the text shorter.");
    expect(document.activeElement?.id).toBe("item-body");
    expect(document.activeElement?.closest("details")?.open).toBe(true);
    expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true");
  });

  it("says above the button what is wrong with none of its fields", () => {
    const form = formWith();
    form.fail("Not sent.", new Map([["documents", "Give at most 20 documents."]]));
    expect(form.part.querySelector("[role=alert]")?.textContent).toBe("Not sent. Give at most 20 documents.");
  });

  it("tells its issue, and at once when the day to act by comes before that", () => {
    const form = formWith();
    const timing = (): string => form.part.querySelector(".timing")!.textContent;
    const closes = form.part.querySelector<HTMLInputElement>("#item-closes")!;
    expect(timing()).toBe(
      "It can go out on Friday 27 November. The editors need it by Wednesday 25 November, noon.",
    );
    typed(closes, "2026-11-26");
    expect(timing()).toContain("Too late: schools would read it on Friday 27 November");
    typed(closes, "2026-11-27");
    expect(timing()).toContain("It can go out on Friday 27 November.");
    typed(closes, "");
    expect(timing()).toContain("It can go out on Friday 27 November.");
  });

  it("says that the day is past where the calendar holds no issue", () => {
    const timing = formWith({ issue: null, is_too_late: true }).part.querySelector(".timing");
    expect(timing?.textContent).toBe("The day to act by is past.");
    expect(formWith({ issue: null }).part.querySelector(".timing")).toBeNull();
  });
});

describe("the form of a request", () => {
  const asked = (kind: RequestKind, more: Partial<AskedFields> = {}): AskedFields => ({
    ...readAsked({ kind, subject: "School census", deadline: "2026-11-26" }),
    ...more,
  });
  const words = {
    text: "Ask Amira Khan.",
    marks: [{ title: "Something about a pupil", words: "Amira Khan" }],
    goesTo: { count: 0, urns: [], all: 0 },
  };
  const toTwo = { ...words, goesTo: { count: 2, urns: ["100001", "100002"], all: 154 } };
  const names = (form: Form<AskedFields>): string[] =>
    [...form.part.querySelectorAll<HTMLElement>("[data-field]")].map((part) => part.dataset.field ?? "");

  it("asks each kind for what it needs, and gives back what it was filled with", () => {
    const urgent = asked("urgent", { duty: "School census" });
    expect(requestForm(urgent, words, acts).read()).toEqual(urgent);
    expect(names(requestForm(urgent, words, acts))).toEqual([
      "duty",
      "deadline",
      "for_whom",
      "subject",
      "body",
    ]);
    const note = asked("cluster-note", { officer: "Sam Okoro", reason: "Road works." });
    expect(requestForm(note, words, acts).read()).toEqual(note);
    expect(names(requestForm(note, words, acts))).toContain("officer");
    expect(names(requestForm(asked("chosen"), words, acts))).toContain("reason");
  });

  it("keeps a message to some schools to these, and asks whoever means others", () => {
    const filled = asked("urgent", { draft_schools: 2 });
    const own = {
      ...filled,
      for_whom: toBeginWith(filled.for_whom, toTwo.goesTo),
    };
    expect(requestForm(own, toTwo, acts).read()).toEqual(own);
    expect(own.for_whom.schools).toEqual(["100001", "100002"]);

    const form = requestForm(own, toTwo, acts);
    document.body.replaceChildren(form.part);
    expect(form.part.textContent).toContain("Your message is to 2 schools; there are 154.");
    const choose = (which: string): void => {
      form.part.querySelector<HTMLInputElement>(`[name=which-schools][value=${which}]`)!.click();
    };
    choose("all");
    expect(form.read()).toMatchObject({ is_for_all: true, for_whom: { schools: [] } });
    choose("kinds");
    form.part.querySelector<HTMLInputElement>("[value=primary]")!.click();
    expect(form.read()).toMatchObject({ is_for_all: false, for_whom: { phases: ["primary"], schools: [] } });
  });

  it("chooses nothing where the draft's words say other schools, and says there what is wrong", () => {
    const primary = { ...item.for_whom, clusters: [] };
    const filled = asked("urgent", { draft_schools: 2, for_whom: toBeginWith(primary, toTwo.goesTo) });
    const form = requestForm(filled, toTwo, acts);
    document.body.replaceChildren(form.part);
    expect(form.read()).toMatchObject({ draft_schools: 2, is_for_all: false, for_whom: { phases: [] } });
    form.fail("Not sent.", new Map([["for_whom", "Your message is to 2 schools."]]));
    expect(document.activeElement?.getAttribute("name")).toBe("which-schools");
    expect(form.part.querySelector("[role=radiogroup]")?.getAttribute("aria-invalid")).toBe("true");
  });

  it("offers schools that can be named, and does not ask where the draft is to all", () => {
    const values = (kind: RequestKind, urns: readonly string[], count = 3): string[] => {
      const { part } = requestForm(asked(kind), { ...words, goesTo: { count, urns, all: 154 } }, acts);
      return [...part.querySelectorAll<HTMLInputElement>("[name=which-schools]")].map(({ value }) => value);
    };
    expect(values("urgent", [])).toEqual(["all", "kinds"]);
    expect(values("chosen", ["100001"])).toEqual(["own", "kinds"]);
    expect(values("urgent", [], 154)).toEqual([]);
    const toAll = { ...words, goesTo: { count: 154, urns: [], all: 154 } };
    expect(requestForm(asked("urgent"), toAll, acts).read().is_for_all).toBe(true);
    expect(toBeginWith(asked("urgent").for_whom, { count: 3, urns: ["100001"], all: 154 }).schools).toEqual(
      [],
    );
  });

  it("takes the words of the draft only when that is ticked, and loses nothing by unticking", () => {
    const form = requestForm(asked("urgent"), words, acts);
    document.body.replaceChildren(form.part);
    const body = form.part.querySelector<HTMLTextAreaElement>("#item-body")!;
    const marked = form.part.querySelector<HTMLElement>(".marks")!;
    const box = form.part.querySelector<HTMLElement>("[data-field=for_whom] ~ .field input[type=checkbox]")!;
    expect([form.read().body, marked.hidden]).toEqual(["", true]);
    typed(body, "Dear all,");
    box.click();
    expect([form.read().body, marked.hidden]).toEqual(["Dear all,\n\nAsk Amira Khan.", false]);
    pressed("Take it out", form.part);
    box.click();
    expect([form.read().body, marked.hidden]).toEqual(["Dear all,", true]);
    box.click();
    expect(form.read().body).toBe("Dear all,\n\nAsk.");
  });

  it("has clusters written, and says there what is wrong with the schools", () => {
    const form = requestForm(asked("cluster-note"), words, acts);
    document.body.replaceChildren(form.part);
    form.fail("Not sent.", new Map([["for_whom", "Name the cluster."]]));
    expect(document.activeElement?.id).toBe("item-clusters");
    expect(document.querySelector("#item-whom-fault")?.textContent).toBe("Name the cluster.");
    typed(document.querySelector<HTMLInputElement>("#item-clusters")!, "Oakham, Marlow Vale,");
    expect(document.querySelector("#item-whom-fault")?.textContent).toBe("");
    expect(form.read().for_whom.clusters).toEqual(["Oakham", "Marlow Vale"]);
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
    typed(body, "Dear all, ask Amira Khan tomorrow.");
    pressed("Take it out", part);
    expect(body.value).toBe("Dear all, ask tomorrow.");
  });
});
