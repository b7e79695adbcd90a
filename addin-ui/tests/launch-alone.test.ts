// @vitest-environment node
/** What is told at Send of what the add-in sees by itself, and what waits where the organisation closed it? */
import { beforeEach, describe, expect, it } from "vitest";
import { clear } from "../dev/replies";
import { person } from "./fake-outlook";
import { builtBundle } from "./launch-realm";
import { away, launched, verdict } from "./launched";

beforeEach(async () => {
  await builtBundle();
}, 60_000);

describe("what the add-in sees by itself", () => {
  const NHS = "<p>The NHS number you need is 943 476 5919.</p>";

  it("is told when the service is away, masked, and the sender decides", async () => {
    const { send, held } = await launched(away);
    held.body.setHtml(NHS);
    const [answer] = (await send()).completions;
    expect(answer).toMatchObject({ allowEvent: false, sendModeOverride: "promptUser" });
    expect(answer?.errorMessage).toContain("“••• ••• 5919”");
    expect(answer?.errorMessage).toContain("Your mail is not blocked: you can send it as it is.");
    expect(JSON.stringify(answer)).not.toContain("943");
  });

  it("waits where the organisation closed it: nothing relaxes the mode it deployed", async () => {
    const { send, held } = await launched(away);
    held.session.set("sendwell.closed", '["identifiers"]');
    held.body.setHtml(NHS);
    const [answer] = (await send()).completions;
    expect(answer).not.toHaveProperty("sendModeOverride");
    expect(answer?.errorMessage).toContain("waits until it can be checked");
    held.body.setHtml("<p>Nothing of that kind.</p>");
    expect((await send()).completions).toEqual([{ allowEvent: true }]);
  });

  it("and that nobody looked waits, where that is closed", async () => {
    const { send, held } = await launched(away);
    held.session.set("sendwell.closed", '["unchecked"]');
    const [answer] = (await send()).completions;
    expect(answer?.allowEvent).toBe(false);
    expect(answer).not.toHaveProperty("sendModeOverride");
  });

  it("says nothing where the service spoke", async () => {
    const { send, held } = await launched(verdict(clear));
    held.body.setHtml(NHS);
    held.setEntries("to", [person("dana@gmail.com"), person("ed@gmail.com"), person("flo@gmail.com")]);
    expect((await send()).completions).toEqual([{ allowEvent: true }]);
  });
});
