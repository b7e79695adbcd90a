/** Does the pane say honestly what it has not looked at, and stay where the person left it? */
import { describe, expect, it } from "vitest";
import { clear, nhsNumber, noSubject } from "../dev/replies";
import { CannotSignIn, SignedOut } from "../src/sign-in/grant";
import { Trouble } from "../src/wire/client";
import { all, foot, live, surface, TROUBLES, verdict, words } from "./drawn-pane";

describe("the quiet states", () => {
  it("says that there is nothing to check yet", () => {
    surface().draw({ kind: "empty" });
    expect(words()).toContain("Nothing to check yet");
    expect(live()).toBe("Nothing to check yet");
    expect(foot()).toMatch(/^Drafts are checked/);
  });

  it("shows nothing for 300 ms, then bones, then a word", () => {
    const pane = surface();
    pane.draw({ kind: "loading", wait: "short" });
    expect(words()).toBe("");
    pane.draw({ kind: "loading", wait: "noticed" });
    expect(all(".skeleton")).toHaveLength(2);
    pane.draw({ kind: "loading", wait: "long" });
    expect(words()).toContain("Still checking; you can carry on");
    expect(live()).toBe("Still checking; you can carry on");
  });

  it("says that no rule applies, and to read it all the same", () => {
    surface().draw(verdict(clear));
    expect(words()).toContain("No rule applies");
    expect(words()).toContain("Please still read it through.");
    expect(words()).toContain("Pictures, PDFs and Office files are not read yet.");
    expect(foot()).toContain("Checked against your organisation’s own policy");
    expect(live()).toBe("No rule applies. Please still read it through");
  });

  it("does not call it clear when something was not checked", () => {
    surface().draw(
      verdict(clear, { unread: [{ check: "outlook", reason: "Outlook did not give the To field." }] }),
    );
    expect(words()).toContain("No rule applies to what was checked");
    expect(all(".not-checked li").map((li) => li.textContent)).toEqual([
      "Outlook did not give the To field.",
    ]);
    expect(live()).toContain("Some of it was not checked");
  });

  it.each(TROUBLES)("says of %s that the mail is not checked and not blocked", (kind) => {
    surface().draw({ kind: "trouble", trouble: new Trouble(kind, "What the service said.") });
    expect(words()).toContain("Not checked");
    expect(words()).toContain("Your mail is not blocked.");
    expect(words()).toContain("What the service said.");
    expect(foot()).toBe("This draft was not checked against your organisation’s policy.");
    expect(live()).toBe("Not checked. Your mail is not blocked");
  });

  it("tries again when asked to", () => {
    let retried = 0;
    const pane = surface(undefined, () => (retried += 1));
    pane.draw({ kind: "trouble", trouble: new Trouble("unreachable", "gone") });
    all("button")[0]?.click();
    expect(retried).toBe(1);
  });

  it("offers to sign in only where that is possible here", () => {
    let pressed = 0;
    const pane = surface(undefined, () => (pressed += 1));
    pane.draw({ kind: "trouble", trouble: new Trouble("signed-out", "Your session is over.") });
    expect(all("button")).toHaveLength(0);
    expect(words()).toContain("Close and open this pane");

    pane.draw({ kind: "trouble", trouble: new SignedOut() });
    expect(words()).toContain("Your draft is safe. Sign in to have it checked, or carry on and send.");
    const [button] = all("button");
    expect(button?.textContent).toBe("Sign in");
    button?.focus();
    button?.click();
    expect(pressed).toBe(1);

    pane.draw({
      kind: "trouble",
      trouble: new SignedOut("The sign-in was closed before it came to an end."),
    });
    expect(words()).toContain("closed before it came to an end");
    expect(document.activeElement?.textContent).toBe("Sign in");

    pane.draw({ kind: "trouble", trouble: new CannotSignIn() });
    expect(words()).toContain("Your organisation’s sign-in could not be reached.");
    expect(all("button")[0]?.textContent).toBe("Try again");
  });

  it.each([
    ["outside", "Open this in Outlook"],
    ["not-ready", "Outlook has not answered"],
    ["no-item", "Outlook does not let Sendwell see this message"],
    ["meeting", "Meeting invitations are not checked"],
    ["reading", "Nothing is being written here"],
  ] as const)("says that there is no message to check: %s", (why, said) => {
    surface().draw({ kind: "no-message", why });
    expect(words()).toContain(said);
    expect(words()).not.toContain("No rule applies");
    expect(foot()).toBe("");
  });
});

describe("drawing again", () => {
  it("leaves disclosures as the person left them, and the focus where it was", () => {
    const pane = surface();
    const reply = { ...clear, verdict: "warn" as const, advice: [nhsNumber, noSubject] };
    pane.draw(verdict(reply));
    const [first, , , second] = all("article details") as HTMLDetailsElement[];
    first!.open = true;
    second!.open = false;
    second?.querySelector("summary")?.focus();
    pane.draw(verdict({ ...reply, summary: "2 people" }));
    expect(all("article details").map((d) => (d as HTMLDetailsElement).open)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(document.activeElement?.closest("article")?.querySelector("h3")?.textContent).toBe(
      "There is no subject",
    );
  });

  it("goes to the card that Take Action names", () => {
    const pane = surface();
    Element.prototype.scrollIntoView = () => undefined;
    window.focus = () => undefined;
    pane.draw(verdict({ ...clear, verdict: "warn", advice: [nhsNumber, noSubject] }));
    pane.focusOn("subject-required");
    expect(document.activeElement?.textContent).toBe("There is no subject");
  });
});
