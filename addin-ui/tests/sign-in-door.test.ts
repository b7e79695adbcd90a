/** Does Outlook give the token where it can, the dialog where it cannot, and every failure words? */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Configuration } from "@azure/msal-browser";
import { AuthError, InteractionRequiredAuthError } from "@azure/msal-browser";
import { leftTicket } from "../src/send/ticket";
import type { Door, Wanted } from "../src/sign-in/grant";
import { CannotSignIn, SignedOut } from "../src/sign-in/grant";
import { msalConfiguration } from "../src/sign-in/msal-configuration";
import { openDoor } from "../src/sign-in/msal-door";
import { signInOfPane } from "../src/sign-in/of-pane";
import { createClient } from "../src/wire/client";
import type { Choice } from "../src/wire/contract";
import { openOutlook } from "./fake-outlook";

const ENTRA: Wanted = {
  authority: "https://login.microsoftonline.com/t",
  client: "pane",
  scope: "api/Draft.Check",
  isEntra: true,
};
const OTHER: Wanted = { ...ENTRA, authority: "https://sso.example/realms/r", isEntra: false };

const msal = vi.hoisted(() => ({
  made: [] as unknown[],
  asked: [] as unknown[],
  fails: null as Error | null,
  isBroken: false,
}));

vi.mock(import("@azure/msal-browser"), async (original) => {
  const real = await original();
  const answer =
    (how: string) =>
    (request: object): Promise<unknown> => {
      msal.asked.push({ how, ...request });
      return msal.fails === null
        ? Promise.resolve({ accessToken: "from-outlook", expiresOn: new Date(4e12) })
        : Promise.reject(msal.fails);
    };
  const create = (configuration: Configuration): Promise<unknown> => {
    msal.made.push(configuration);
    if (msal.isBroken) return Promise.reject(new Error("no crypto"));
    return Promise.resolve({ acquireTokenSilent: answer("silent"), acquireTokenPopup: answer("popup") });
  };
  return { ...real, createNestablePublicClientApplication: create as never };
});

beforeEach(() => Object.assign(msal, { made: [], asked: [], fails: null, isBroken: false }));
afterEach(() => vi.unstubAllGlobals());

function outlook(hasNested: boolean): Office.MessageCompose {
  const { item } = openOutlook();
  const { requirements } = Office.context;
  const other = Reflect.get(requirements, "isSetSupported") as (name: string, version?: string) => boolean;
  Object.assign(requirements, {
    isSetSupported: (name: string, version?: string) =>
      name === "NestedAppAuth" ? hasNested : other(name, version),
  });
  return item;
}

const failing = (door: Promise<Door>, how: "quietly" | "asking"): Promise<unknown> =>
  door.then((open) => (how === "quietly" ? open.quietly(false) : open.asking())).catch((why: unknown) => why);

describe("inside Outlook", () => {
  it("asks Outlook for our scope, quietly first", async () => {
    outlook(true);
    const door = await openDoor(ENTRA);
    expect(await door.quietly(false)).toEqual({ token: "from-outlook", until: 4e12 });
    await door.quietly(true);
    await door.asking();
    expect(msal.asked).toEqual([
      { how: "silent", scopes: ["api/Draft.Check"], forceRefresh: false },
      { how: "silent", scopes: ["api/Draft.Check"], forceRefresh: true },
      { how: "popup", scopes: ["api/Draft.Check"] },
    ]);
  });

  it("keeps tokens in memory, and takes another provider at its word only about itself", () => {
    expect(msalConfiguration(ENTRA)).toMatchObject({
      auth: { clientId: "pane", authority: ENTRA.authority, knownAuthorities: [] },
      cache: { cacheLocation: "memoryStorage" },
      system: { protocolMode: "AAD" },
    });
    expect(msalConfiguration(OTHER)).toMatchObject({
      auth: { knownAuthorities: ["sso.example"] },
      system: { protocolMode: "OIDC" },
    });
  });

  it.each([
    ["somebody must be asked", new InteractionRequiredAuthError("interaction_required", "said"), SignedOut],
    ["nobody is known", new AuthError("no_account_error", "said"), SignedOut],
    ["Outlook does something new", new TypeError("bridge"), SignedOut],
    ["the provider is away", new AuthError("no_network_connectivity", "said"), CannotSignIn],
  ])("tells, when asked quietly, that %s", async (_, why, told) => {
    outlook(true);
    msal.fails = why;
    expect(await failing(openDoor(ENTRA), "quietly")).toBeInstanceOf(told);
  });

  it.each([
    ["they closed it", new AuthError("user_cancelled", "said"), SignedOut, /closed before/],
    [
      "it is not for them",
      new InteractionRequiredAuthError("consent_required", "said"),
      CannotSignIn,
      /not come to an end/,
    ],
    [
      "the provider is away",
      new AuthError("post_request_failed", "said"),
      CannotSignIn,
      /could not be reached/,
    ],
    ["no window opens", new AuthError("popup_window_error", "said"), CannotSignIn, /not come to an end/],
  ])("tells, after asking, that %s", async (_, why, told, words) => {
    outlook(true);
    msal.fails = why;
    const trouble = await failing(openDoor(ENTRA), "asking");
    expect(trouble).toBeInstanceOf(told);
    expect((trouble as Error).message).toMatch(words);
  });

  it("says that nobody can sign in where msal does not start", async () => {
    outlook(true);
    msal.isBroken = true;
    expect(await openDoor(ENTRA).catch((why: unknown) => why)).toBeInstanceOf(CannotSignIn);
  });
});

type Handler = (told: object) => void;

/** Office's dialog; `opens` is false where another is open already. */
function dialogs(opens = true): {
  addresses: string[];
  closed: () => number;
  tell: (type: string, told: object) => void;
} {
  const addresses: string[] = [];
  const handlers = new Map<string, Handler>();
  let closed = 0;
  const value = {
    close: () => (closed += 1),
    addEventHandler: (type: string, handler: Handler) => handlers.set(type, handler),
  };
  const displayDialogAsync = (address: string, _size: object, done: (result: object) => void): void => {
    addresses.push(address);
    done(opens ? { status: "succeeded", value } : { status: "failed", error: { code: 12007 } });
  };
  Object.assign(Office.context, { ui: { displayDialogAsync } });
  Object.assign(Office.EventType, {
    DialogMessageReceived: "dialogMessageReceived",
    DialogEventReceived: "dialogEventReceived",
  });
  return { addresses, closed: () => closed, tell: (type, told) => handlers.get(type)?.(told) };
}

describe("where Outlook cannot do it", () => {
  const origin = window.location.origin;

  it("asks nobody quietly, and opens our own page in a dialog when they press", async () => {
    outlook(false);
    const dialog = dialogs();
    const door = await openDoor(ENTRA);
    expect(await failing(Promise.resolve(door), "quietly")).toBeInstanceOf(SignedOut);
    const asked = door.asking();
    expect(dialog.addresses).toEqual([`${origin}/addin/sign-in.html`]);
    dialog.tell("dialogMessageReceived", { message: JSON.stringify({ token: "t", until: 5 }), origin });
    expect(await asked).toEqual({ token: "t", until: 5 });
    expect(dialog.closed()).toBe(1);
    expect(msal.made).toEqual([]);
  });

  it.each([
    ["another website", JSON.stringify({ token: "t", until: 5 }), "https://evil.example"],
    ["nothing", "", origin],
    ["no token", JSON.stringify({ until: 5 }), origin],
    ["null", "null", origin],
  ])("takes no token from %s", async (_, message, from) => {
    outlook(false);
    const dialog = dialogs();
    const asked = failing(openDoor(ENTRA), "asking");
    await vi.waitFor(() => expect(dialog.addresses).toHaveLength(1));
    dialog.tell("dialogMessageReceived", { message, origin: from });
    expect(await asked).toBeInstanceOf(CannotSignIn);
  });

  it("tells a dialog that was closed from one that did not open", async () => {
    outlook(false);
    const dialog = dialogs();
    const asked = failing(openDoor(ENTRA), "asking");
    await vi.waitFor(() => expect(dialog.addresses).toHaveLength(1));
    dialog.tell("dialogEventReceived", { error: 12006 });
    expect(await asked).toBeInstanceOf(SignedOut);

    outlook(false);
    dialogs(false);
    expect(await failing(openDoor(ENTRA), "asking")).toBeInstanceOf(CannotSignIn);
  });
});

describe("the pane", () => {
  function service(signIn: object): string[] {
    const calls: string[] = [];
    vi.stubGlobal("fetch", (url: string, init: RequestInit = {}) => {
      const bearer = new Headers(init.headers).get("authorization") ?? "nobody";
      calls.push(`${url} ${bearer}`);
      const until = new Date(Date.now() + 1_200_000).toISOString();
      const said = url.endsWith("sign-in") ? signIn : { ticket: "word.signed", until };
      return Promise.resolve(Response.json(said));
    });
    return calls;
  }

  it("signs in with its first call, and leaves a ticket for Send", async () => {
    const item = outlook(true);
    const { isEntra, ...said } = ENTRA;
    const calls = service({ ...said, is_entra: isEntra });
    const { fetcher, signIn } = signInOfPane(item, "", 1000);
    await createClient("", 1000, fetcher).choose({} as Choice);
    await vi.waitFor(async () => expect(await leftTicket(item)).toBe("word.signed"));
    await signIn();
    expect(calls.slice(0, 3)).toEqual([
      "/api/v1/sign-in nobody",
      "/api/v1/choices Bearer from-outlook",
      "/api/v1/tickets Bearer from-outlook",
    ]);
    expect(msal.made).toHaveLength(1);
  });

  it("loads no sign-in code and leaves nothing where people pick who they are", async () => {
    const item = outlook(true);
    const calls = service({ authority: "", client: "", scope: "", is_entra: false });
    const { fetcher, signIn } = signInOfPane(item, "", 1000);
    await createClient("", 1000, fetcher).choose({} as Choice);
    await expect(signIn()).rejects.toBeInstanceOf(CannotSignIn);
    expect(calls).toEqual(["/api/v1/sign-in nobody", "/api/v1/choices nobody"]);
    expect(msal.made).toEqual([]);
    expect(await leftTicket(item)).toBe("");
  });
});
