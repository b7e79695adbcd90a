// @vitest-environment node
/** Has a page the last word about its own elements? The built stylesheets do not stand in the order of the imports. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const tokens = readFileSync(new URL("../src/styles/tokens.css", import.meta.url), "utf8");
const selectors = [...tokens.replace(/\/\*.*?\*\//gs, "").matchAll(/(?:^|[}\n])\s*([^{}@;]+?)\s*\{/g)]
  .flatMap(([, found]) => (found ?? "").split(/,(?![^(]*\))/))
  .map((selector) => selector.trim());

describe("what every page shares", () => {
  it("is read here", () => {
    expect(selectors).toContain(":where(body)");
    expect(selectors.length).toBeGreaterThan(8);
  });

  it("names no element but in :where(), which weighs nothing; what has the focus is always seen", () => {
    expect(
      selectors.filter(
        (selector) => /^[a-z]/.test(selector) || /^:(?!root|where|focus-visible)/.test(selector),
      ),
    ).toEqual([]);
  });
});
