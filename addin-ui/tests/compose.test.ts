/** Does the compose window take recipients and text as Outlook does? */
import { beforeEach, describe, expect, it } from "vitest";
import { readAddresses } from "../src/compose/address-text";
import { cleanFragment } from "../src/compose/clean-html";
import { type Person, suggest } from "../src/compose/people";
import { RecipientField } from "../src/compose/recipient-field";
import { samplesIn } from "../src/compose/samples/picker";
import { pickEntries } from "../src/compose/samples/sample";
import { SOME_WEEK } from "../src/compose/samples/week";
import type { ComposeItem } from "../src/host/compose-item";
import { isDark, luminanceOf } from "../src/pane/theme";
import { tryOut } from "../src/words/spoken";
import { openOutlook, OWN } from "./fake-outlook";

const PEOPLE: Person[] = [
  { name: "All Staff", address: `all-staff@${OWN}`, kind: "group", about: "Everyone here" },
  { name: "My schools", address: "", kind: "contact-list", about: "A list of your own" },
  { name: "Efua Mensah", address: `e.mensah@${OWN}`, kind: "user", about: "SEND team" },
  ...["Oakham", "Westbrook"].flatMap((cluster) =>
    ["Primary", "High"].map((kind, i): Person => ({
      name: `${cluster} ${kind} School`,
      address: `office@${cluster.toLowerCase()}${i}.sch.example`,
      kind: "user",
      about: `office · ${cluster}`,
    })),
  ),
];
const html = (markup: string): string => {
  const box = document.createElement("div");
  box.append(cleanFragment(markup));
  return box.innerHTML;
};

describe("typed addresses", () => {
  it.each([
    ["a@x.example; b@x.example", ["a@x.example", "b@x.example"]],
    ["a@x.example, b@x.example\nc@x.example", ["a@x.example", "b@x.example", "c@x.example"]],
    ['"Shah, Priya" <p@x.example>; Tom <t@x.example>', ["p@x.example", "t@x.example"]],
    ["Shah, Priya <p@x.example>", ["p@x.example"]],
    ["mailto:a@x.example", ["a@x.example"]],
    ["somebody", [""]],
    [" ; , ", []],
  ])("%j", (text, addresses) => {
    expect(readAddresses(text).map((t) => t.address)).toEqual(addresses);
  });

  it("keeps the name beside the address", () => {
    expect(readAddresses("Shah, Priya <p@x.example>")).toEqual([
      { name: "Shah, Priya", address: "p@x.example" },
    ]);
  });
});

describe("suggestions", () => {
  it("put the start of a name first", () => {
    expect(suggest(PEOPLE, "s").at(0)?.name).not.toBe("Efua Mensah");
    expect(suggest(PEOPLE, "mens").map((p) => p.name)).toEqual(["Efua Mensah"]);
    expect(suggest(PEOPLE, "oakham")).toHaveLength(2);
    expect(suggest(PEOPLE, " ")).toEqual([]);
  });
});

describe("a recipient field", () => {
  let item: ComposeItem;
  let input: HTMLInputElement;
  const press = (target: HTMLElement, key: string): void => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  };
  const type = (text: string): void => {
    input.value = text;
    input.dispatchEvent(new Event("input"));
  };
  const chips = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".chip")];

  beforeEach(() => {
    const row = document.createElement("div");
    document.body.replaceChildren(row);
    item = openOutlook().held;
    new RecipientField({ item, ownDomain: OWN, people: () => PEOPLE }, "to", row, "To");
    input = row.querySelector("input")!;
  });

  it("takes the suggestion with Enter, and says which one is chosen", () => {
    type("west");
    expect(input.getAttribute("aria-expanded")).toBe("true");
    press(input, "ArrowDown");
    expect(document.getElementById(input.getAttribute("aria-activedescendant") ?? "")?.textContent).toContain(
      "High",
    );
    press(input, "Enter");
    expect(item.entries("to").map((e) => e.displayName)).toEqual(["Westbrook High School"]);
  });

  it.each(["Enter", ";"])("finishes an address with %s", (key) => {
    type("new@x.example");
    press(input, key);
    expect(item.entries("to")[0]).toMatchObject({
      emailAddress: "new@x.example",
      recipientType: "externalUser",
    });
    expect(input.value).toBe("");
  });

  it("marks a name that nobody has", () => {
    type("nobody here");
    press(input, "Enter");
    expect(item.entries("to")[0]?.resolved).toBe(false);
    expect(chips()[0]?.textContent).toContain("not found in the directory");
  });

  it("knows a group by its name, typed in full", () => {
    type("all staff;");
    expect(item.entries("to")[0]).toMatchObject({
      recipientType: "distributionList",
      emailAddress: `all-staff@${OWN}`,
    });
  });

  it("goes back over the chips and removes them by keyboard", () => {
    type("a@x.example;");
    type("b@x.example;");
    press(input, "Backspace");
    expect(document.activeElement).toBe(chips()[1]);
    press(chips()[1]!, "ArrowLeft");
    expect(document.activeElement).toBe(chips()[0]);
    press(chips()[0]!, "Delete");
    expect(item.entries("to").map((e) => e.emailAddress)).toEqual(["b@x.example"]);
    press(chips()[0]!, "ArrowRight");
    expect(document.activeElement).toBe(input);
  });

  it("does not take the same address twice", () => {
    type("a@x.example;");
    type("A@x.example;");
    expect(item.entries("to")).toHaveLength(1);
  });
});

describe("pasted markup", () => {
  it("keeps what Word writes", () => {
    const word = '<p class="MsoNormal" style="mso-fareast-language: EN-GB">Dear <b>all</b><o:p></o:p></p>';
    expect(html(word)).toContain('class="MsoNormal"');
    expect(html(word)).toContain("mso-fareast-language");
    expect(html(word)).toContain("<o:p>");
  });

  it.each([
    ["<script>alert(1)</script>x", "x"],
    ['<p onclick="x()">y</p>', "<p>y</p>"],
    ['<a href="javascript:x()">z</a>', "<a>z</a>"],
    ['<img src="https://elsewhere.example/pixel.png">', "<img>"],
    ['<p style="background:url(https://elsewhere.example)">q</p>', "<p>q</p>"],
    ["<!--[if gte mso 9]><xml></xml><![endif]-->w", "w"],
    ['<form action="https://elsewhere.example"><input></form>v', "v"],
  ])("%s becomes %s", (given, kept) => {
    expect(html(given)).toBe(kept);
  });
});

describe("the samples", () => {
  const samples = samplesIn(SOME_WEEK);

  it("are at least a dozen, each told apart in plain words", () => {
    expect(samples.length).toBeGreaterThanOrEqual(12);
    expect(new Set(samples.map((s) => s.id)).size).toBe(samples.length);
    expect(new Set(samples.map((s) => s.name)).size).toBe(samples.length);
    for (const { at } of samples) expect(Number.isNaN(Date.parse(at))).toBe(false);
  });

  it("pick schools from every cluster in turn, or the whole of one", () => {
    const names = (picks: Parameters<typeof pickEntries>[0]): string[] =>
      pickEntries(picks, PEOPLE, OWN).map((e) => e.displayName);
    expect(names([{ schools: 3 }])).toEqual([
      "Oakham Primary School",
      "Westbrook Primary School",
      "Oakham High School",
    ]);
    expect(names([{ cluster: 1 }])).toEqual(["Westbrook Primary School", "Westbrook High School"]);
    expect(names([{ name: "My schools" }, "Ann <ann@gmail.com>"])).toEqual(["My schools", "Ann"]);
  });
});

describe("small words", () => {
  it.each([
    [512, "512 bytes"],
    [48_213, "48 KB"],
    [18_400_000, "18.4 MB"],
  ])("%i bytes is %s", (bytes, said) => {
    expect(tryOut.size(bytes)).toBe(said);
  });

  it("darkness follows the choice, then Outlook, then the system", () => {
    expect(isDark("auto", "#1f1f1f", false)).toBe(true);
    expect(isDark("auto", "#ffffff", true)).toBe(false);
    expect(isDark("auto", undefined, true)).toBe(true);
    expect(isDark("light", "#000000", true)).toBe(false);
    expect(luminanceOf("#fff")).toBeCloseTo(1);
    expect(luminanceOf("white")).toBeNull();
  });
});
