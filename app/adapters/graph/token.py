"""Who lets us use Microsoft Graph?

Microsoft Entra, by the client credentials of an app registration that has the permission Mail.Send. Tokens
are kept in memory until they run out.
"""

from collections.abc import Mapping
from typing import Any

import httpx
import msal

_SCOPE = "https://graph.microsoft.com/.default"
_AUTHORITY = "https://login.microsoftonline.com/"
_MEND = frozenset(
    {
        "invalid_client",
        "unauthorized_client",
        "invalid_tenant",
        "invalid_request",
        "invalid_resource",
        "access_denied",
    }
)


class TokenError(Exception):
    """No token can be had. `is_ours` when somebody must mend the app registration or its secret."""

    def __init__(self, *, is_ours: bool) -> None:
        """Without a word of the answer, which may name people."""
        super().__init__("no token")
        self.is_ours = is_ours


class ClientCredentials:
    """Tokens for one app registration of one tenant."""

    def __init__(
        self, tenant: str, client: str, secret: str | Mapping[str, object], web: httpx.Client
    ) -> None:
        """Nothing is asked yet."""
        self._tenant, self._client, self._secret, self._web = tenant, client, secret, web
        self._app: msal.ConfidentialClientApplication | None = None

    def __call__(self, *, is_new: bool = False) -> str:
        """A token; a new one when the last was not taken.

        Raises:
            TokenError: none is given.
        """
        try:
            answer = self._ask(is_new=is_new)
        except (httpx.HTTPError, OSError):
            raise TokenError(is_ours=False) from None
        except Exception:  # noqa: BLE001 (msal raises many kinds on a tenant that is none, or on nonsense)
            raise TokenError(is_ours=True) from None
        token = answer.get("access_token")
        if not isinstance(token, str) or not token:
            raise TokenError(is_ours=answer.get("error") in _MEND)
        return token

    def _ask(self, *, is_new: bool) -> Mapping[str, Any]:
        if self._app is None:
            self._app = msal.ConfidentialClientApplication(
                self._client,
                client_credential=self._secret,
                authority=_AUTHORITY + self._tenant,
                http_client=self._web,
                instance_discovery=False,
            )
        if is_new:
            self._app.remove_tokens_for_client()
        answer: Mapping[str, Any] = self._app.acquire_token_for_client([_SCOPE])
        return answer
