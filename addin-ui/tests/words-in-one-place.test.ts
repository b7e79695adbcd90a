// @vitest-environment node
/** Does every word that a person reads in the add-in come from the catalogue? */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { literalWords } from "./literal-words";

/** Days that are played and drafts that others wrote: what they hold is no word of ours. */
const DATA = /^(words|host\/conditions|compose\/samples)\/(?!picker)/;
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !DATA.test(path));
const pages = readdirSync(".").filter((name) => name.endsWith(".html"));

describe("the sources", () => {
  it("are all looked at", () => {
    expect(sources.length).toBeGreaterThan(120);
    expect(sources).toContain("pane/view/states.ts");
  });

  it.each(sources)("%s says nothing of its own", (path) => {
    expect(literalWords(path, readFileSync(`src/${path}`, "utf8"))).toEqual([]);
  });
});

describe("the pages", () => {
  it.each(pages)("%s holds no words but the name", (name) => {
    const html = readFileSync(name, "utf8").replace(/<(script|style)\b[\s\S]*?<\/\1>|<!doctype[^>]*>/gi, "");
    const said = [...html.matchAll(/\s(?:aria-label|title|placeholder|alt|data-hint)="([^"]*)"/g)].map(
      ([, words]) => words ?? "",
    );
    const text = [html.replace(/<[^>]*>/g, " "), ...said].join(" ");
    expect(text.match(/\p{L}{2,}/gu)?.filter((word) => word !== "Sendwell") ?? []).toEqual([]);
  });
});

describe("the look itself", () => {
  it.each([
    'button("Undo", {}, run)',
    'const TITLE = "Not checked";',
    "tell(`Moved ${count} to Bcc.`)",
    "tell(`and ${count} more`)",
    'element("p", {}, isLong ? "Still checking" : "Checking the draft")',
    'element("ul", { "aria-label": "What was found" })',
    'new Trouble("broken", "Something went wrong.")',
    'const WORDS = { send: "Fine to send as an e-mail" };',
    'return "in the subject";',
  ])("finds %s", (source) => {
    expect(literalWords("x.ts", source)).toHaveLength(source.includes("isLong") ? 2 : 1);
  });

  it.each([
    'element("p", { class: "action primary" })',
    'place.querySelector("h2[tabindex], h3")',
    'if (event.key === "Enter") run();',
    'import { element } from "./an element";',
    'throw new Error("There are no words here.");',
    "made.className = `card card-${kind}`;",
    'icon("M6 6l8 8M14 6l-8 8", "icon chevron")',
    'type Kind = "one thing";',
    'headers.set("Authorization", `Bearer ${token}`)',
  ])("passes %s", (source) => {
    expect(literalWords("x.ts", source)).toEqual([]);
  });
});
