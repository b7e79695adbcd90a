/**
 * What happens in the dialog in which somebody signs in?
 *
 * It goes to the provider, and when it comes back hands the token to the pane that opened it, and to nobody else.
 */
import { createStandardPublicClientApplication } from "@azure/msal-browser";
import { byId } from "../dom/element";
import { msalConfiguration } from "./msal-configuration";
import { grantOf } from "./msal-door";
import { askWanted } from "./wanted";

async function signIn(): Promise<void> {
  await Office.onReady();
  const wanted = await askWanted(window.location.origin)();
  if (wanted === null) {
    tell("Nobody need sign in here. You can close this window.");
    return;
  }
  const app = await createStandardPublicClientApplication(msalConfiguration(wanted));
  const back = await app.handleRedirectPromise();
  if (back === null) await app.acquireTokenRedirect({ scopes: [wanted.scope] });
  else
    Office.context.ui.messageParent(JSON.stringify(grantOf(back)), { targetOrigin: window.location.origin });
}

function tell(words: string): void {
  byId("said").textContent = words;
}

signIn().catch(() => {
  tell("The sign-in did not come to an end. Close this window, and try again from the pane.");
});
