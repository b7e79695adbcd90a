/**
 * How do events ask the service?
 *
 * One call, no retry, with the draft's ticket if there is one. Every way it can go wrong is a `NotChecked` that says
 * which. Who asks keeps the time: classic Outlook's engine has nothing to break a call off with.
 */
import { type Closable } from "../send/local/look";
import { closedIn } from "../send/closed";
import type { WhyNot } from "../send/why-not";
import type { CheckReply, CheckRequest, Draft, Moment } from "../wire/contract";
import { readReply } from "../wire/read-reply";
import { originOfService } from "./origin";

export class NotChecked extends Error {
  constructor(readonly why: WhyNot) {
    super(why);
  }
}

export async function askCheck(moment: Moment, draft: Draft, ticket: string): Promise<CheckReply> {
  const request: CheckRequest = { moment, draft, client: aboutClient() };
  const headers = {
    "Content-Type": "application/json",
    Accept: "application/json",
    ...(ticket === "" ? {} : { Authorization: `Ticket ${ticket}` }),
  };
  const response = await fetch(`${originOfService()}/api/v1/checks`, {
    method: "POST",
    headers,
    body: JSON.stringify(request),
    credentials: ticket === "" ? "same-origin" : "omit",
  }).catch(() => {
    throw new NotChecked("unreachable");
  });
  if (!response.ok) throw new NotChecked(whyOf(response.status));
  try {
    return readReply(await response.json());
  } catch {
    throw new NotChecked("broken"); // not JSON, or no verdict
  }
}

/** Everything is open where the service does not say, or is not there. */
export async function askClosed(): Promise<Closable[]> {
  try {
    const response = await fetch(`${originOfService()}/api/v1/sign-in`, {
      headers: { Accept: "application/json" },
    });
    const said = (await response.json()) as { closed_at_send?: unknown } | null;
    return closedIn(said?.closed_at_send);
  } catch {
    return [];
  }
}

const WHY: Readonly<Record<number, WhyNot>> = {
  400: "refused",
  401: "signed-out",
  403: "signed-out",
  413: "too-big",
  422: "refused",
  429: "busy",
  502: "unreachable",
  503: "unreachable",
  504: "unreachable",
};
const whyOf = (status: number): WhyNot => WHY[status] ?? "broken";

function aboutClient(): CheckRequest["client"] {
  try {
    const platform = String(Office.context.platform);
    const host = platform === "OfficeOnline" ? "outlook-web" : `outlook-${platform.toLowerCase()}`;
    return { host, version: Office.context.diagnostics.version };
  } catch {
    return { host: "outlook", version: "" };
  }
}
