"""How does somebody sign in at the desks?

By the authorisation code flow of msal, with PKCE, state and nonce; the code comes in a form, so it stands in
no address and no log. msal reads the ID token without verifying it; here it is verified like any other token,
so that nobody between us and the provider has to be trusted.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import httpx
import msal
import structlog

from app.adapters.entra.claims import caller_of, proved_at, sid_of
from app.adapters.entra.keys import IssuerKeys
from app.adapters.entra.registration import Registration
from app.adapters.entra.strength import asked_context, require_strength
from app.adapters.entra.tokens import verified
from app.domain.errors import ProviderError, SignInError
from app.sign_in_ports import Asking, Begun, SignedIn

log = structlog.get_logger("sendwell.sign-in")
_NOT_NOW = "Nobody can sign in just now: your organisation’s sign-in cannot be reached, or is not set up."
_AGAIN = "That sign-in did not come to an end. Please try again."
_SCOPES = ("email",)
"""msal asks for the profile by itself."""
_PROMPTS: Mapping[Asking, str] = {
    Asking.ACCOUNT: "select_account",
    Asking.AGAIN: "login",
    Asking.SILENT: "none",
}


class EntraSignIn:
    """The sign-in of one app registration; answers come back to `back`."""

    def __init__(
        self,
        registration: Registration,
        secret: str | Mapping[str, object],
        back: str,
        keys: IssuerKeys,
        web: httpx.Client,
    ) -> None:
        """Nothing is asked yet."""
        self._ours, self._secret, self._back = registration, secret, back
        self._keys, self._web = keys, web

    def begin(self, asking: Asking = Asking.USUAL) -> Begun:
        """A state, a nonce and a code verifier that nobody can guess.

        Raises:
            ProviderError: the provider cannot be reached.
        """
        flow = dict(
            self._client.initiate_auth_code_flow(
                list(_SCOPES),
                redirect_uri=self._back,
                response_mode="form_post",
                prompt=_PROMPTS.get(asking),
                max_age=0 if asking is Asking.AGAIN else None,
                claims_challenge=asked_context(self._ours),
            )
        )
        flow.pop("max_age", None)  # when they proved it is told, and judged where it is asked for
        return Begun(str(flow.pop("auth_uri")), flow)

    def complete(self, remembered: Mapping[str, object], answer: Mapping[str, str]) -> SignedIn:
        """Turn the code into a person.

        Raises:
            SignInError: the answer is not to this beginning, was used, or is of somebody we do not take; or
                they signed in less strongly than they must.
            ProviderError: the provider cannot be reached.
        """
        try:
            given: Mapping[str, Any] = self._client.acquire_token_by_auth_code_flow(
                dict(remembered), dict(answer)
            )
        except (ValueError, RuntimeError, KeyError, TypeError) as error:  # state, nonce, or nonsense
            log.warning("sign-in refused", reason=type(error).__name__)
            raise SignInError(_AGAIN, "answer") from None
        except (httpx.HTTPError, OSError):
            raise ProviderError(_NOT_NOW) from None
        token = given.get("id_token")
        if not isinstance(token, str):
            raise SignInError(_AGAIN, str(given.get("error", "no token"))[:40])
        claims = verified(token, self._ours.client, self._ours, self._keys)
        require_strength(claims, self._ours)
        return SignedIn(caller_of(claims, self._ours), sid_of(claims), proved_at(claims))

    @cached_property
    def _client(self) -> msal.ConfidentialClientApplication:
        """Asks the provider how it works; what fails is tried again next time."""
        ours = self._ours
        where = "authority" if ours.is_entra else "oidc_authority"
        try:
            return msal.ConfidentialClientApplication(
                ours.client,
                client_credential=self._secret,
                http_client=self._web,
                instance_discovery=False,
                exclude_scopes=["offline_access"],
                **{where: ours.authority},
            )
        except Exception as error:  # noqa: BLE001 (msal raises many kinds on an authority that is none)
            log.warning("provider not reached", reason=type(error).__name__)
            raise ProviderError(_NOT_NOW) from None
