/** Does a button of the pane ask once, do what it says, and leave the rest to the person? */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { noSubject } from "../dev/replies";
import { createHelp } from "../src/pane/act";
import { fixerOf, card, listening, service, step, waitFor } from "./fixing";
import { crowd, openOutlook } from "./fake-outlook";

const button = (form: HTMLElement | null, name: string): HTMLButtonElement | undefined =>
  [...(form?.querySelectorAll("button") ?? [])].find((b) => b.textContent === name);

beforeEach(() => {
  document.body.replaceChildren();
});

describe("a step that changes the message", () => {
  it("asks once, in words, and does nothing before the yes", async () => {
    const { item } = openOutlook();
    const { tell } = listening();
    const client = service(() => ({}));
    const action = step("redact", "Take it out?");
    const form = createHelp(item, tell, fixerOf(item, tell, client)).form(action, card(action));
    document.body.append(form!);
    button(form, "Do it")?.click();
    expect(form?.textContent).toContain("Take it out?");
    expect(form?.querySelector("[role=group]")?.getAttribute("aria-labelledby")).toBe(
      "fix-redact-no-personal-data-external-asks",
    );
    expect(document.activeElement).toBe(button(form, "Do it"));
    expect(client.asked).toHaveLength(0);
    button(form, "Do it")?.click();
    await waitFor(() => client.asked.length > 0);
    expect(client.asked[0]).toMatchObject({ kind: "redact", rule: "no-personal-data-external" });
  });

  it.each(["click", "Escape"])("is left again, with the focus where it was: %s", (how) => {
    const { item } = openOutlook();
    const { tell } = listening();
    const client = service(() => ({}));
    const action = step("redact");
    const form = createHelp(item, tell, fixerOf(item, tell, client)).form(action, card(action));
    document.body.append(form!);
    button(form, "Do it")?.click();
    if (how === "click") button(form, "Not now")?.click();
    else
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(form?.querySelector("[role=group]")).toBeNull();
    expect(document.activeElement).toBe(button(form, "Do it"));
    expect(client.asked).toHaveLength(0);
  });

  it("stays a question when the pane is drawn anew, until it asks something else", () => {
    const { item } = openOutlook();
    const { tell } = listening();
    const help = createHelp(item, tell, fixerOf(item, tell));
    const draw = (asks: string): HTMLElement => {
      const form = help.form(step("redact", asks), card(step("redact", asks)))!;
      document.body.replaceChildren(form);
      return form;
    };
    button(draw("One?"), "Do it")?.click();
    expect(draw("One?").querySelector("[role=group]")).not.toBeNull();
    expect(draw("Two?").querySelector("[role=group]")).toBeNull();
    expect(draw("One?").querySelector("[role=group]")).toBeNull();
  });

  it("is no button where the service says that it is the person's own", () => {
    const { item } = openOutlook();
    const { tell } = listening();
    const help = createHelp(item, tell, fixerOf(item, tell));
    expect(help.form(step("redact", ""), card(step("redact", "")))).toBeNull();
    expect(help.offer(step("redact", ""), card(step("redact", "")))).toBeNull();
  });
});

describe("choosing who stays", () => {
  const action = { ...step("move-to-cc", ""), chooses: ["to"] };

  it("lists the field when it is opened, and moves whoever is unticked", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", crowd(4));
    const { told, tell } = listening();
    const form = createHelp(item, tell, fixerOf(item, tell)).form(action, card(action)) as HTMLDetailsElement;
    document.body.append(form);
    form.open = true;
    form.dispatchEvent(new Event("toggle"));
    await waitFor(() => form.querySelectorAll("input").length === 4);
    form.querySelectorAll("input")[1]?.click();
    form.querySelectorAll("input")[3]?.click();
    button(form, "Move the others to Cc")?.click();
    await waitFor(() => told.length > 0);
    expect(held.entries("to").map((e) => e.emailAddress)).toEqual([
      "p0@wealdshire.example",
      "p2@wealdshire.example",
    ]);
    expect(held.entries("cc").map((e) => e.emailAddress)).toEqual([
      "p1@wealdshire.example",
      "p3@wealdshire.example",
    ]);
    expect(told[0]?.[0]).toBe("Moved 2 to Cc.");
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(held.entries("to")).toHaveLength(4);
    expect(held.entries("cc")).toHaveLength(0);
  });

  it("changes nothing while everybody is ticked", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", crowd(3));
    const { told, tell } = listening();
    const form = createHelp(item, tell, fixerOf(item, tell)).form(action, card(action)) as HTMLDetailsElement;
    form.open = true;
    form.dispatchEvent(new Event("toggle"));
    await waitFor(() => form.querySelectorAll("input").length === 3);
    button(form, "Move the others to Cc")?.click();
    await waitFor(() => told.length > 0);
    expect(told[0]?.[0]).toContain("nothing was changed");
    expect(held.entries("to")).toHaveLength(3);
  });
});

describe("the subject form", () => {
  it("sets the subject in the message, and puts the old one back", async () => {
    const { held, item } = openOutlook();
    const { told, tell } = listening();
    const changed = vi.fn();
    const form = createHelp(item, tell, fixerOf(item, tell, undefined, { again: changed })).form(
      noSubject.actions[0]!,
      noSubject,
    );
    const input = form?.querySelector("input") ?? document.createElement("input");
    expect(form?.querySelector("label")?.htmlFor).toBe(input.id);
    input.value = "Term dates";
    form?.querySelector("button")?.click();
    await waitFor(() => told.length > 0);
    expect(held.subject).toBe("Term dates");
    expect(changed).toHaveBeenCalledTimes(1);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(held.subject).toBe("");
  });

  const suggested = async (suggest: () => Promise<string>) => {
    const { held, item } = openOutlook();
    const { told, tell } = listening();
    const help = createHelp(item, tell, fixerOf(item, tell), undefined, suggest);
    const form = help.form(noSubject.actions[0]!, noSubject)!;
    document.body.append(form);
    const input = form.querySelector("input")!;
    button(form, "Suggest one")?.click();
    await waitFor(() => document.activeElement === input);
    return { held, told, form, input };
  };

  it("suggests one from the message, which is set only when the person says so", async () => {
    const { held, told, form, input } = await suggested(() => Promise.resolve("The hall is booked"));
    expect(input.value).toBe("The hall is booked");
    expect([held.subject, told]).toEqual(["", []]);
    button(form, "Set")?.click();
    await waitFor(() => told.length > 0);
    expect(held.subject).toBe("The hall is booked");
  });

  it.each([
    ["there is nothing to go by", () => Promise.resolve("")],
    ["the service is away", () => Promise.reject(new Error("away"))],
  ])("says so when %s, and leaves what was typed", async (_what, suggest) => {
    const { told, input } = await suggested(suggest);
    expect(told[0]?.[0]).toContain("no subject to suggest yet");
    expect(input.value).toBe("");
  });
});
