/** Does a button of the pane do what it says, and can it be undone? */
import { describe, expect, it } from "vitest";
import { noSubject, shownFamilies } from "../dev/replies";
import { createHelp, moveToBcc } from "../src/pane/act";
import type { Undo } from "../src/pane/notice";
import { crowd, openOutlook, person } from "./fake-outlook";

const addresses = (entries: readonly { emailAddress: string }[]): string[] =>
  entries.map((e) => e.emailAddress);
const waitFor = async (check: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !check(); i += 1) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe("moving to Bcc", () => {
  it("moves those the advice points at, and puts them back", async () => {
    const { held, item } = openOutlook();
    held.setEntries(
      "to",
      ["a@g.example", "b@g.example", "c@g.example"].map((a) => person(a)),
    );
    const told: [string, Undo | undefined][] = [];
    const help = createHelp(item, (message, undo) => told.push([message, undo]));
    help.offer(shownFamilies.actions[0]!, shownFamilies)?.run();
    await waitFor(() => told.length > 0);
    expect(addresses(held.entries("to"))).toEqual(["b@g.example"]);
    expect(addresses(held.entries("bcc"))).toEqual(["a@g.example", "c@g.example"]);
    expect(told[0]?.[0]).toBe("Moved 2 to Bcc.");
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(addresses(held.entries("to"))).toEqual(["a@g.example", "b@g.example", "c@g.example"]);
    expect(held.entries("bcc")).toHaveLength(0);
  });

  it("puts nothing back once the recipients are others", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", [person("a@g.example")]);
    const told: [string, Undo | undefined][] = [];
    await moveToBcc(
      item,
      () => true,
      (message, undo) => told.push([message, undo]),
    );
    expect(await told[0]?.[1]?.holds()).toBe(true);
    held.setEntries("to", [person("new@g.example")]);
    expect(await told[0]?.[1]?.holds()).toBe(false);
    told[0]?.[1]?.run();
    await waitFor(() => told.length > 1);
    expect(told[1]?.[0]).toContain("nothing was put back");
    expect(addresses(held.entries("to"))).toEqual(["new@g.example"]);
  });

  it("manages more than a hundred, a hundred at a time", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", crowd(250));
    await moveToBcc(
      item,
      () => true,
      () => undefined,
    );
    expect(held.entries("bcc")).toHaveLength(250);
    expect(held.entries("to")).toHaveLength(0);
  });

  it("moves everybody outside when the advice points at nobody", async () => {
    const { held, item } = openOutlook();
    held.setEntries("to", [person("a@g.example"), person("p.shah@wealdshire.example")]);
    held.setEntries("cc", [person("b@g.example")]);
    const told: string[] = [];
    const help = createHelp(item, (message) => told.push(message));
    help.offer({ kind: "move-to-bcc", label: "Move", href: "" }, noSubject)?.run();
    await waitFor(() => told.length > 0);
    expect(addresses(held.entries("to"))).toEqual(["p.shah@wealdshire.example"]);
    expect(addresses(held.entries("bcc"))).toEqual(["a@g.example", "b@g.example"]);
  });

  it("offers nothing that the pane cannot do alone", () => {
    const help = createHelp(openOutlook().item, () => undefined);
    expect(help.offer({ kind: "redact", label: "Redact", href: "" }, shownFamilies)).toBeNull();
  });

  it("says when Outlook refuses, and loses nobody", async () => {
    const { held, item } = openOutlook({ faults: ["bcc.setAsync"] });
    held.setEntries(
      "to",
      ["a@g.example", "b@g.example", "c@g.example"].map((a) => person(a)),
    );
    const told: string[] = [];
    const help = createHelp(item, (message) => told.push(message));
    help.offer(shownFamilies.actions[0]!, shownFamilies)?.run();
    await waitFor(() => told.length > 0);
    expect(told[0]).toContain("Outlook did not take the change");
    expect(held.entries("to")).toHaveLength(3);
  });
});

describe("the subject form", () => {
  it("sets the subject in the message", async () => {
    const { held, item } = openOutlook();
    const told: string[] = [];
    const form = createHelp(item, (message) => told.push(message)).form(noSubject.actions[0]!, noSubject);
    const input = form?.querySelector("input") ?? document.createElement("input");
    expect(form?.querySelector("label")?.htmlFor).toBe(input.id);
    input.value = "Term dates";
    form?.querySelector("button")?.click();
    await waitFor(() => told.length > 0);
    expect(held.subject).toBe("Term dates");
  });
});
