/**
 * What happens in the dialog in which somebody signs in?
 *
 * It goes to the provider, and when it comes back hands the token to the pane that opened it, and to nobody else.
 */
import { createStandardPublicClientApplication } from "@azure/msal-browser";
import { byId } from "../dom/element";
import { fillPage, speakAs } from "../words/fill-page";
import { signIn } from "../words/spoken";
import { msalConfiguration } from "./msal-configuration";
import { grantOf } from "./msal-door";
import { askWanted } from "./wanted";

async function enter(): Promise<void> {
  await Office.onReady();
  speakAs(Office.context.displayLanguage);
  const wanted = await askWanted(window.location.origin)();
  if (wanted === null) {
    tell(signIn.nobodyNeed);
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

fillPage();
enter().catch(() => {
  tell(signIn.notEnded);
});
