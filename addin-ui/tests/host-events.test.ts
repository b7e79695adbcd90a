// @vitest-environment node
/** Does the fake Outlook raise the add-in's events as Outlook does, and count the first completion only? */
import { describe, expect, it, vi } from "vitest";
import type { FromLaunch } from "../src/host/launch-messages";
import { LaunchServer, type Runtime } from "../src/host/launch-server";
import { ANDROID, play } from "../src/host/play";

describe("an event of the add-in's", () => {
  const runtime = (): Runtime & { readonly started: number[]; tell: (told: FromLaunch) => void } => {
    const made = {
      started: [] as number[],
      tell: (() => undefined) as (told: FromLaunch) => void,
      start: (id: number) => void made.started.push(id),
      listen: (hear: (told: FromLaunch) => void) => {
        made.tell = hear;
      },
    };
    return made;
  };
  const SEND = "onMessageSendHandler";

  it("counts its first completion only", async () => {
    const file = runtime();
    const server = new LaunchServer(file, play({ startMs: 0, atSend: "asks-twice" }));
    file.tell({ sendwell: "associated", name: SEND });
    const fired = server.fire(SEND);
    await vi.waitFor(() => {
      expect(file.started).toHaveLength(2);
    });
    const [id = 0] = file.started;
    file.tell({ sendwell: "completed", id, options: { allowEvent: true } });
    file.tell({ sendwell: "completed", id, options: { allowEvent: false } });
    expect(await fired).toEqual({ completed: { allowEvent: true } });
    expect(server.spare).toBe(1);
  });

  it.each([
    [{ mailbox: "1.11" }, SEND],
    [{ mailbox: "1.10" }, "onMessageRecipientsChangedHandler"],
    [{ client: ANDROID }, SEND],
    [{ client: ANDROID }, "onMessageAttachmentsChangedHandler"],
    [{ item: "appointment" }, SEND],
    [{ atSend: "never-asks" }, SEND],
  ] as const)("is not raised with %o: %s", async (differs, name) => {
    expect(await new LaunchServer(runtime(), play(differs)).fire(name)).toBe("not-asked");
  });

  it("is unavailable without its file, and given up when it never completes", async () => {
    vi.useFakeTimers();
    const file = runtime();
    const without = new LaunchServer(file, play({ atSend: "cannot-load" })).fire(SEND);
    file.tell({ sendwell: "associated", name: SEND });
    const other = runtime();
    const server = new LaunchServer(other);
    other.tell({ sendwell: "associated", name: SEND });
    const never = server.fire(SEND);
    await vi.advanceTimersByTimeAsync(301_000);
    vi.useRealTimers();
    expect(await without).toBe("unavailable");
    expect(await never).toBe("timed-out");
  });
});
