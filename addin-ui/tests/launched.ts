/** How does a test press Send on a message? The fake Outlook, the built bundle beside it, and a service that says what is told. */
import type { CheckReply } from "../src/wire/contract";
import { openOutlook, type Outlook, person } from "./fake-outlook";
import { openRealm, type Realm } from "./launch-realm";

export interface Asked {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: { readonly moment: string; readonly draft: Readonly<Record<string, unknown>> };
}
export interface Launched extends Outlook, Realm {
  readonly asked: Asked[];
  readonly send: () => ReturnType<Realm["fire"]>;
  /** `outcome=…` of the header. */
  readonly outcome: () => string;
  readonly note: (key?: string) => string | undefined;
}

type Says = (url: string, nth: number) => Promise<unknown>;

export const json = (body: unknown, status = 200): Promise<unknown> =>
  Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) });
export const verdict =
  (reply: CheckReply): Says =>
  (url) =>
    json(url.endsWith("/sign-in") ? { authority: "" } : reply);
export const away: Says = () => Promise.reject(new TypeError("Failed to fetch"));
export const hung: Says = () => new Promise(() => undefined);

export async function launched(
  says: Says,
  around: Parameters<typeof openOutlook>[0] = {},
  change: (office: Record<string, unknown>) => void = () => undefined,
): Promise<Launched> {
  const outlook = openOutlook(around);
  const asked: Asked[] = [];
  const office = (globalThis as unknown as { Office: Record<string, unknown> }).Office;
  change(office);
  const realm = await openRealm(office, (url, init) => {
    if (init.body !== undefined)
      asked.push({ url, init, body: JSON.parse(init.body as string) as Asked["body"] });
    return says(url, asked.length);
  });
  const { held } = outlook;
  held.setFrom("Priya Shah", "p.shah@wealdshire.example");
  held.setEntries("to", [person("dana@gmail.com")]);
  held.setSubject("The form");
  held.body.setHtml("<p>Thank you for the form.</p>");
  return {
    ...outlook,
    ...realm,
    asked,
    send: () => realm.fire("onMessageSendHandler"),
    outcome: () => /outcome=([\w-]+)/.exec(held.headers.get("x-sendwell-checked") ?? "")?.[1] ?? "",
    note: (key = "sendwell-gap") => held.notes.find((n) => n.key === key)?.message,
  };
}
