/** Can another language take the place of English, whole, while the add-in runs? */
import { afterEach, describe, expect, it } from "vitest";
import { emptyState } from "../src/pane/view/states";
import { momentWords, tileWords } from "../src/pane/view/words";
import * as en from "../src/words/en";
import { fillPage, speakAs } from "../src/words/fill-page";
import { bulletin, type Language, languageFor, pane, speak } from "../src/words/spoken";
import { waysOf } from "../src/words/ways";
import { bracketed } from "./bracketed";

afterEach(() => speak(en));

describe("another language", () => {
  it("is spoken from one moment to the next", () => {
    expect(emptyState().textContent).not.toContain("⟦");
    speak(bracketed(en));
    expect(emptyState().querySelector("h2")?.textContent).toBe("⟦Nothing to check yet⟧");
    expect(bulletin.draftSchools(2, 150)).toBe("⟦Your message is to 2 schools; there are 150.⟧");
    expect(pane.sure.sentence(["a", "b"])).toBe("⟦a; b.⟧");
  });

  it("must be whole: what a place lacks is no language", () => {
    const { foot, ...others } = en.pane;
    // @ts-expect-error -- the foot is missing, and the compiler says so
    const lacking: Language = { ...en, pane: others };
    // @ts-expect-error -- so is one word of it
    const lackingOne: Language = { ...en, pane: { ...en.pane, foot: { ...foot, partly: undefined } } };
    expect([lacking, lackingOne]).toHaveLength(2);
  });

  it.each(["cy-GB", "", "fr", "en-US", "EN"])("English is spoken where there is no other: %s", (name) => {
    expect(languageFor(name).pane).toBe(en.pane);
  });

  it("is named by the page", () => {
    document.documentElement.lang = "";
    speakAs("en-US");
    expect(document.documentElement.lang).toBe("en-GB");
    fillPage("cy");
    expect(document.documentElement.lang).toBe("cy");
  });
});

describe("numbers, lists and dates", () => {
  it("take the form that the language has for them", () => {
    const forms = {
      zero: "# cŵn",
      one: "# ci",
      two: "# gi",
      few: "# chi",
      many: "# chi mawr",
      other: "# ci arall",
    };
    const said = [0, 1, 2, 3, 6, 7].map((count) => waysOf("cy").plural(count, forms));
    expect(said).toEqual(["0 cŵn", "1 ci", "2 gi", "3 chi", "6 chi mawr", "7 ci arall"]);
    expect(waysOf("en-GB").plural(1, { one: "# dog", other: "# dogs" })).toBe("1 dog");
    expect(waysOf("en-GB").plural(1200, { one: "# dog", other: "# dogs" })).toBe("1,200 dogs");
    expect(waysOf("en-GB").plural(1, { other: "and # more" })).toBe("and 1 more");
  });

  it("read as they do in the language", () => {
    expect(waysOf("en-GB").list(["one", "two", "three"])).toBe("one, two and three");
    expect(waysOf("cy").list(["un", "dau"])).toBe("un a(c) dau");
    expect(waysOf("cy").date(new Date("2026-11-27T12:00:00Z"), { weekday: "long", month: "long" })).toMatch(
      /Gwener|Tachwedd/,
    );
  });

  it("are those of London, wherever they are read", () => {
    expect(momentWords("2026-11-25T12:00:00+00:00")).toBe("Wednesday 25 November, noon");
    expect(momentWords("2026-07-01T08:30:00Z")).toBe("Wednesday 1 July, 09:30");
    expect(momentWords("soon")).toBe("soon");
    expect(tileWords("2026-11-27")).toEqual({ weekday: "Fri", number: "27", month: "Nov" });
    expect(tileWords("never")).toBeNull();
  });
});
