// @vitest-environment node
/** Is the bundle a file that every Outlook with Smart Alerts can run? */
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { type AnyNode, parse } from "acorn";
import { analyze } from "eslint-scope";
import { beforeAll, describe, expect, it } from "vitest";
import { bulletin, events, fixes, pane, tryOut } from "../src/words/spoken";
import { builtBundle, openRealm } from "./launch-realm";

const MOST_COMPRESSED = 30 * 1024;
const HANDLERS = [
  "onMessageAttachmentsChangedHandler",
  "onMessageRecipientsChangedHandler",
  "onMessageSendHandler",
  "onNewMessageComposeHandler",
];
/** `location`, `localStorage` and `crypto` are there on some platforms; `typeof` is asked first. */
const GUARDED = ["crypto", "localStorage", "location"];
const THERE = [
  ...[
    "Array",
    "Date",
    "Error",
    "JSON",
    "Map",
    "Math",
    "Number",
    "Object",
    "Promise",
    "RegExp",
    "Set",
    "String",
  ],
  ...["Symbol", "TypeError", "WeakMap", "parseInt", "undefined", "arguments", "isNaN", "WeakSet"],
  ...["Office", "clearTimeout", "fetch", "setTimeout"],
];

/** Long enough to stand for no piece of code. */
const saidIn = (place: unknown): string[] =>
  typeof place === "string"
    ? place.length > 12
      ? [place]
      : []
    : typeof place === "object"
      ? Object.values(place!).flatMap(saidIn)
      : [];

let code = "";
beforeAll(async () => {
  code = await builtBundle();
}, 60_000);

describe("the file", () => {
  it("is at most 30 KB compressed", () => {
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(MOST_COMPRESSED);
  });

  it("says what its own place says, and takes along none of the pane's words", () => {
    const source = readFileSync("src/words/en.ts", "utf8");
    const own = source.slice(source.indexOf("export const events"), source.indexOf("export const troubles"));
    const others = saidIn([pane, fixes, bulletin, tryOut]).filter((words) => !own.includes(words));
    expect(others.length).toBeGreaterThan(150);
    expect(others.filter((words) => code.includes(words))).toEqual([]);
    expect(code).toContain(events.notChecked.slow);
    expect(code).not.toMatch(/\bIntl\b|PluralRules/);
  });

  it("is a classic script of ES2016: no import, no async, nothing newer", () => {
    expect(() => parse(code, { ecmaVersion: 2016, sourceType: "script" })).not.toThrow();
    expect(() => parse(`${code}\nasync () => 1`, { ecmaVersion: 2016, sourceType: "script" })).toThrow();
  });

  it("makes no pattern from text that only a newer engine reads", () => {
    expect(code).not.toMatch(/\(\?<|\\p\{|\\P\{/);
  });

  it("names nothing that is not there", () => {
    expect(namesFrom(code).filter((name) => ![...THERE, ...GUARDED].includes(name))).toEqual([]);
    expect(namesFrom(`${code};window.close();new TextEncoder()`)).toEqual(
      expect.arrayContaining(["window", "TextEncoder"]),
    );
  });

  it("asks whether what is only there sometimes is there", () => {
    const asked = typeofs(parse(code, { ecmaVersion: 2016, sourceType: "script" }));
    expect(GUARDED.filter((name) => code.includes(`${name}.`) && !asked.has(name))).toEqual([]);
  });

  it("associates the very names of the manifests when it is loaded, even where nothing else works", async () => {
    const { names } = await openRealm({}, () => Promise.reject(new Error("away")), {
      onReady: () => {
        throw new Error("not here");
      },
    });
    expect([...names].sort()).toEqual(HANDLERS);
  });

  it("is what the page for the other Outlooks loads, after Office.js and nothing else", () => {
    const page = readFileSync(new URL("../launch.html", import.meta.url), "utf8");
    const scripts = [...page.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source]) => source);
    expect(scripts).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "./launch.js"]);
  });
});

/** What a script takes from around it. */
function namesFrom(script: string): string[] {
  const tree = parse(script, { ecmaVersion: 2016, sourceType: "script", ranges: true });
  const { globalScope } = analyze(tree as Parameters<typeof analyze>[0], { ecmaVersion: 6 });
  return [...new Set(globalScope?.through.map(({ identifier }) => identifier.name))];
}

function typeofs(tree: AnyNode): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, operator, argument } = node as Record<string, unknown>;
    if (type === "UnaryExpression" && operator === "typeof")
      names.add(String((argument as Record<string, unknown>).name));
    Object.values(node).forEach(walk);
  };
  walk(tree);
  return names;
}
