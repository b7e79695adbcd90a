/**
 * Is the published list of conditions the one that is played?
 *
 * `docs/outlook-conditions.md` is made from the table: `npx vitest run tests/host-conditions-page.test.ts -u` writes it.
 */
import { describe, expect, it } from "vitest";
import { type AtSendSeen, type Checked, type Condition } from "../src/host/conditions/condition";
import { CONDITIONS, HEADS } from "../src/host/conditions/table";

const PANE: Readonly<Record<Checked, string>> = {
  all: "A verdict on the whole draft",
  part: "A verdict, and what was not checked",
  none: "“Not checked”, and that the mail is not blocked",
  "no-draft": "What there is instead of a draft",
  "no-pane": "Outlook shows no pane",
};
const SEND: Readonly<Record<AtSendSeen, string>> = {
  goes: "It goes, checked",
  "goes-unchecked": "It goes; the person is told that it, or a part of it, was not checked",
  held: "Held with Sendwell’s words; Send Anyway is there",
  "held-firmly": "Held with Sendwell’s words and the way to the pane; there is no Send Anyway",
  "outlook-asks": "Outlook says that Sendwell takes long or is unavailable; Send Anyway is there",
  "nothing-to-send": "Nothing can be sent",
};

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ");
const quoted = (words: readonly string[]): string => words.map((w) => `“${w}”`).join(", ");

function row({ id, name, happens, source, sees }: Condition): string {
  const pane = `${PANE[sees.checked]}: ${quoted(sees.pane)}`;
  const send = sees.sendSays === undefined ? SEND[sees.send] : `${SEND[sees.send]}: “${sees.sendSays}”`;
  return `| ${[`${name} (\`${id}\`)`, happens, pane, send, source].map(cell).join(" | ")} |`;
}

function page(): string {
  const parts = [
    "# How Outlook can be difficult, and what people see then",
    "",
    "Made from `addin-ui/src/host/conditions/`. No Outlook can be reached from the tests, so a fake one plays each of these",
    `${CONDITIONS.length} conditions, and a test holds the pane and Send to what stands here. Open the compose window with \`/?condition=\` and a`,
    "name from the first column to see one played. What the real Outlook does beyond its documentation only a live tenant shows.",
    "",
  ];
  for (const [title, conditions] of HEADS) {
    parts.push(`## ${title}`, "");
    parts.push("| condition | what Outlook does | in the pane | at Send | known from |");
    parts.push("| --- | --- | --- | --- | --- |", ...conditions.map(row), "");
  }
  return parts.join("\n");
}

describe("the published list", () => {
  it("is the table that is played and tested", async () => {
    await expect(page()).toMatchFileSnapshot("../../docs/outlook-conditions.md");
  });
});
