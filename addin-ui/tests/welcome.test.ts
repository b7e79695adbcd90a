/** Is somebody new told three things once, and never kept from writing by it? */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Welcome } from "../src/pane/welcome";
import { type Me, readMe } from "../src/wire/me";

const me = (more: Partial<Me> = {}): Me => ({
  standing: "not-signed",
  signedOn: "",
  signAt: "/staff/policy",
  outOfDate: [],
  ...more,
});
const shown = (): string => document.querySelector(".welcome-place")?.textContent.replace(/\s+/g, " ") ?? "";
const press = (label: string): void => {
  [...document.querySelectorAll("button")].find((b) => b.textContent === label)?.click();
};

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  document.body.innerHTML = `<main id="content"><h2 tabindex="-1">Nothing to check yet</h2></main>`; // eslint-disable-line no-restricted-syntax -- the frame of the page, no data
});

describe("the first time", () => {
  it("shows three cards, which can be left, and does not show them again", () => {
    new Welcome();
    expect(document.querySelectorAll(".welcome li")).toHaveLength(3);
    document.querySelector<HTMLElement>(".welcome button")?.focus();
    press("Start writing");
    expect(shown()).toBe("");
    expect(document.activeElement?.textContent).toBe("Nothing to check yet");
    new Welcome();
    expect(document.querySelectorAll(".welcome li")).toHaveLength(0);
  });

  it("leads to the policy where it is to be signed, and lets that wait", () => {
    const welcome = new Welcome();
    welcome.know(me());
    const link = document.querySelector<HTMLAnchorElement>(".welcome a");
    expect(link?.href).toBe(`${window.location.origin}/staff/policy`);
    expect(link?.target).toBe("_blank");
    press("Later");
    expect(shown()).toBe("");
  });

  it("gives way to the card that somebody came for", () => {
    new Welcome().giveWay();
    expect(shown()).toBe("");
  });

  it("is not shown again and again where nothing can be remembered", () => {
    vi.stubGlobal("localStorage", {
      getItem: () => {
        throw new Error("no");
      },
    });
    new Welcome();
    expect(shown()).toBe("");
  });
});

describe("what is new", () => {
  it("names the day on which older cards were signed", () => {
    localStorage.setItem("sendwell-welcome", "1");
    new Welcome().know(me({ standing: "signed-older", signedOn: "2026-09-12" }));
    expect(shown()).toContain("The policy has changed since you signed it on 12 September 2026.");
    press("Later");
    expect(shown()).toBe("");
  });

  it("names a policy that is past its review, without a way to leave it: it is so", () => {
    localStorage.setItem("sendwell-welcome", "1");
    new Welcome().know(me({ standing: "signed", outOfDate: [{ title: "Parents", reviewBy: "2026-01-31" }] }));
    expect(shown()).toBe(
      "“Parents” was to be reviewed by 31 January 2026. This older version is in force until its owner has looked at it again.",
    );
  });

  it("says nothing where all is well", () => {
    localStorage.setItem("sendwell-welcome", "1");
    new Welcome().know(me({ standing: "signed" }));
    expect(shown()).toBe("");
  });
});

describe("the wire", () => {
  it("reads what is there, and nothing that leads elsewhere", () => {
    expect(
      readMe({
        standing: "signed-older",
        signed_at: "2026-09-12T10:00:00+01:00",
        sign_at: "https://evil.example/",
        out_of_date: [{ title: "Parents", review_by: "2026-01-31" }],
      }),
    ).toEqual({
      standing: "signed-older",
      signedOn: "2026-09-12",
      signAt: "",
      outOfDate: [{ title: "Parents", reviewBy: "2026-01-31" }],
    });
    expect(readMe(null).standing).toBe("");
  });
});
