/**
 * How does the organisation's own sign-in give a token inside Outlook?
 *
 * By nested app authentication where Outlook has it, which asks Outlook and shows no window of ours; else in a
 * dialog of Office, and again there when the token is over. Loaded only where people sign in; tokens stay in memory.
 */
import {
  type AuthenticationResult,
  AuthError,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
} from "@azure/msal-browser";
import { troubles } from "../words/spoken";
import { inDialog } from "./dialog";
import { CannotSignIn, type Door, type Grant, SignedOut, type Wanted } from "./grant";
import { msalConfiguration } from "./msal-configuration";

export async function openDoor(wanted: Wanted): Promise<Door> {
  if (!hasNested()) return dialogDoor;
  const app = await createNestablePublicClientApplication(msalConfiguration(wanted)).catch(() => {
    throw new CannotSignIn();
  });
  const scopes = [wanted.scope];
  return {
    quietly: (isFresh) =>
      app.acquireTokenSilent({ scopes, forceRefresh: isFresh }).then(grantOf, (error: unknown) => {
        throw quietTrouble(error);
      }),
    asking: () =>
      app.acquireTokenPopup({ scopes }).then(grantOf, (error: unknown) => {
        throw askedTrouble(error);
      }),
  };
}

/** What was given in a dialog is not renewed here: who signed in is asked again, and mostly need not type. */
const dialogDoor: Door = {
  quietly: () => Promise.reject(new SignedOut()),
  asking: inDialog,
};

function hasNested(): boolean {
  try {
    return Office.context.requirements.isSetSupported("NestedAppAuth", "1.1");
  } catch {
    return false;
  }
}

export function grantOf(result: AuthenticationResult): Grant {
  return { token: result.accessToken, until: result.expiresOn?.getTime() ?? 0 };
}

/** Codes of msal when nobody answers at the other end. */
const NOT_REACHED: ReadonlySet<string> = new Set([
  "no_network_connectivity",
  "network_error",
  "post_request_failed",
  "get_request_failed",
  "endpoints_resolution_error",
  "timed_out",
]);
const CANCELLED = "user_cancelled";

/** Whatever else stood in the way, asking the person may help. */
function quietTrouble(error: unknown): CannotSignIn | SignedOut {
  const code = error instanceof AuthError ? error.errorCode : "";
  return NOT_REACHED.has(code) ? new CannotSignIn() : new SignedOut();
}

function askedTrouble(error: unknown): CannotSignIn | SignedOut {
  const code = error instanceof AuthError ? error.errorCode : "";
  if (code === CANCELLED) return new SignedOut(troubles.signInClosed);
  if (error instanceof InteractionRequiredAuthError || !NOT_REACHED.has(code))
    return new CannotSignIn(troubles.signInNotEnded);
  return new CannotSignIn();
}
