/**
 * What did the organisation close?
 *
 * The service says it before anybody is known (`GET /api/v1/sign-in`). The compose event leaves it with the draft, so
 * that Send knows it when the service is away. Where nothing was left, everything is open.
 */
import { sessionOf } from "../outlook/session-data";
import { CLOSABLE, type Closable } from "./local/look";

const KEY = "sendwell.closed";

export const leaveClosed = (item: Office.MessageCompose, closed: readonly Closable[]): Promise<boolean> =>
  sessionOf(item).keep(KEY, JSON.stringify(closed));

export async function leftClosed(item: Office.MessageCompose): Promise<Closable[]> {
  const kept = await sessionOf(item).read(KEY);
  try {
    return closedIn(JSON.parse(kept));
  } catch {
    return [];
  }
}

export const closedIn = (told: unknown): Closable[] =>
  Array.isArray(told) ? CLOSABLE.filter((closable) => told.includes(closable)) : [];
