/** Is a text message counted as it goes, and are pasted words asked about as what they are? */
import { describe, expect, it, vi } from "vitest";
import { KINDS } from "../src/paste/kinds";
import { lengthWords, textMessages } from "../src/paste/length";
import { toDraft } from "../src/paste/to-draft";
import { useWords } from "../src/paste/use-words";
import { paste } from "../src/words/spoken";

describe("a text message", () => {
  it.each([
    ["", 0, 0],
    ["a".repeat(160), 160, 1],
    ["a".repeat(161), 161, 2],
    ["a".repeat(306), 306, 2],
    ["a".repeat(307), 307, 3],
    ["€".repeat(80), 160, 1],
    ["[" + "a".repeat(159), 161, 2],
    ["é".repeat(160), 160, 1],
    ["😡" + "a".repeat(68), 70, 1],
    ["😡" + "a".repeat(69), 71, 2],
    ["ê".repeat(71), 71, 2],
    ["’" + "a".repeat(69), 70, 1],
  ])("%s counts %i and goes as %i", (words, used, parts) => {
    expect(textMessages(words)).toMatchObject({ used, parts });
  });

  it("says what makes it shorter", () => {
    expect(lengthWords("ok 👍", "text-message")).toBe("5 of 70 characters. With 👍 one message holds 70");
    expect(lengthWords("a".repeat(200), "text-message")).toContain("goes as 2 text messages");
  });

  it("is told by its length alone where it is a post", () => {
    expect(lengthWords("ok 👍", "post")).toBe("4 characters");
  });
});

describe("what is asked of the service", () => {
  it.each(KINDS)("for $id has a medium, readers in words, and nobody's address", (kind) => {
    for (const readership of kind.readers) {
      const { draft, isEmpty } = toDraft("Hello", kind, readership, "id", new Date(0));

      expect(draft).toMatchObject({ medium: kind.medium, readership, to: [], cc: [], bcc: [], id: "id" });
      expect(isEmpty).toBe(false);
      expect(paste.readers[readership]).not.toBe("");
    }
  });

  it("is nothing for spaces", () => {
    expect(toDraft(" \n", KINDS[0]!, "one-family", "id", new Date(0)).isEmpty).toBe(true);
  });
});

describe("kinder words", () => {
  const use = (before: string, words: string, text: string) => {
    const field = document.createElement("textarea");
    field.value = before;
    const tell = vi.fn();
    const changed = vi.fn();
    useWords(field, { field: "body", start: 0, end: 0, words, text }, tell, changed);
    return { field, tell, changed };
  };

  it("take the place of those they are for, and can be undone", () => {
    const { field, tell, changed } = use("Hi. I am livid. Bye.", "I am livid.", "I am upset.");
    expect(field.value).toBe("Hi. I am upset. Bye.");
    expect(changed).toHaveBeenCalledOnce();
    const undo = tell.mock.calls[0]?.[1] as { run: () => void };
    undo.run();

    expect(field.value).toBe("Hi. I am livid. Bye.");
  });

  it("leave no gap where a sentence goes", () => {
    expect(use("Hi. Go away. Bye.", "Go away.", "").field.value).toBe("Hi. Bye.");
  });

  it("are handed over where the place is not sure", () => {
    const { field, changed } = use("Stop it. Stop it.", "Stop it.", "Please stop.");

    expect(field.value).toBe("Stop it. Stop it.");
    expect(changed).not.toHaveBeenCalled();
  });
});
