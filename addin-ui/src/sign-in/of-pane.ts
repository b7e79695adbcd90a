/**
 * How does the pane come to be known to the service?
 *
 * Everything it asks goes through `fetcher`. The sign-in code itself is fetched when the first token is, and only
 * where people sign in; then a ticket is left for Send.
 */
import { leaveTicket } from "../send/ticket";
import { askerAt } from "../wire/ask";
import { Trouble } from "../wire/client";
import { troubles } from "../words/spoken";
import { CannotSignIn, type Door } from "./grant";
import { signedFetch } from "./signed-fetch";
import { TicketKeeper } from "./ticket-keeper";
import { Tokens } from "./tokens";
import { askWanted } from "./wanted";

export interface OfPane {
  readonly fetcher: typeof fetch;
  /** Asks the person; whatever goes wrong is a `Trouble`. */
  readonly signIn: () => Promise<void>;
}

export function signInOfPane(item: Office.MessageCompose, origin: string, deadlineMs: number): OfPane {
  const wanted = askWanted(origin);
  let door: Promise<Door> | null = null;
  const open = (): Promise<Door> => {
    door ??= load().catch((error: unknown) => {
      door = null;
      throw error;
    });
    return door;
  };
  const load = async (): Promise<Door> => {
    const said = await wanted();
    if (said === null) throw new CannotSignIn(troubles.nobodyNeed);
    const { openDoor } = await import("./msal-door").catch(() => {
      throw new CannotSignIn(troubles.signInNotLoaded);
    });
    return openDoor(said);
  };
  const tokens: Tokens = new Tokens(open, () => void tickets.renew());
  const fetcher = signedFetch(wanted, tokens);
  const tickets = new TicketKeeper(askerAt(`${origin}/api/v1/tickets`, deadlineMs, fetcher), (ticket) =>
    leaveTicket(item, ticket),
  );
  const signIn = (): Promise<void> =>
    tokens.ask().catch((error: unknown) => {
      throw error instanceof Trouble ? error : new CannotSignIn(troubles.signInNotEnded);
    });
  return { fetcher, signIn };
}
