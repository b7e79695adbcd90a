/** How is msal set up: for Entra, or for any other OpenID Connect provider, with nothing kept outside memory? */
import type { Configuration } from "@azure/msal-browser";
import type { Wanted } from "./grant";

export const DIALOG_PAGE = "/addin/sign-in.html";

export function msalConfiguration(wanted: Wanted): Configuration {
  return {
    auth: {
      clientId: wanted.client,
      authority: wanted.authority,
      knownAuthorities: wanted.isEntra ? [] : [new URL(wanted.authority).host],
      redirectUri: window.location.origin + DIALOG_PAGE,
    },
    cache: { cacheLocation: "memoryStorage" },
    system: { protocolMode: wanted.isEntra ? "AAD" : "OIDC" },
  };
}
