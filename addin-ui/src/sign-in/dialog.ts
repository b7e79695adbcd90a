/**
 * How does somebody sign in where Outlook cannot do it for us?
 *
 * In a dialog of Office, which opens our own page, goes to the provider and back, and hands its token to the pane.
 */
import { troubles } from "../words/spoken";
import { CannotSignIn, type Grant, SignedOut } from "./grant";
import { DIALOG_PAGE } from "./msal-configuration";

const PERCENT = 60;

export function inDialog(): Promise<Grant> {
  return new Promise((resolve, reject) => {
    const size = { height: PERCENT, width: 30, promptBeforeOpen: false };
    Office.context.ui.displayDialogAsync(window.location.origin + DIALOG_PAGE, size, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) {
        reject(new CannotSignIn(troubles.signInNotOpened));
        return;
      }
      const dialog = opened.value;
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (told) => {
        dialog.close();
        const grant = "message" in told && told.origin === window.location.origin ? read(told.message) : null;
        if (grant === null) reject(new CannotSignIn(troubles.signInNotEnded));
        else resolve(grant);
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => {
        reject(new SignedOut(troubles.signInClosed));
      });
    });
  });
}

function read(message: string): Grant | null {
  try {
    const { token, until } = JSON.parse(message) as Record<string, unknown>;
    const isGrant = typeof token === "string" && token !== "" && typeof until === "number";
    return isGrant ? { token, until } : null;
  } catch {
    return null;
  }
}
