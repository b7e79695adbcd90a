"""With which token is Exchange asked on behalf of somebody?

The token that the pane brought to us is exchanged at the provider (on-behalf-of, by msal). msal itself asks
anew every time and would keep every answer in memory, so its own cache holds nothing: tokens lie on our
shelf, sealed, one a person, a few minutes less than they last. No refresh token is asked for.
"""

import threading
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx
import msal
import structlog

from app.adapters.entra.registration import Registration
from app.exchange_ports import Asker, Refused, TokenShelf, Why
from app.ports import Clock

log = structlog.get_logger("sendwell.exchange")

SCOPE = "https://graph.microsoft.com/Mail.Read"
"""The least that mail tips ask for."""
_EARLY = timedelta(minutes=5)
_LONGEST = 24 * 3600
_LONGEST_CLAIMS = 8 * 1024
_MEND = frozenset(
    {"invalid_client", "unauthorized_client", "invalid_request", "invalid_resource", "invalid_scope"}
)
_LATER = frozenset({"temporarily_unavailable", "server_error", "slow_down"})
_NO_CONSENT = frozenset({"consent_required", "access_denied"})
_NOBODY_AGREED = "AADSTS65001"
"""How Entra's description of a missing consent begins, where it gives no `suberror`."""


class _KeepsNothing(msal.TokenCache):  # type: ignore[misc]  # the package has no types
    def add(self, event: object, now: object = None) -> None:
        """Tokens lie on our own shelf."""


class OnBehalfOf:
    """Exchanges tokens for one app registration; each tenant has its own door. Threads may ask at once."""

    def __init__(
        self,
        registration: Registration,
        secret: str | Mapping[str, object],
        shelf: TokenShelf,
        web: httpx.Client,
        clock: Clock,
    ) -> None:
        """Nothing is asked yet."""
        self._ours, self._secret, self._shelf = registration, secret, shelf
        self._web, self._clock = web, clock
        self._lock = threading.Lock()
        self._doors: dict[str, msal.ConfidentialClientApplication] = {}

    def token(self, asker: Asker, *, is_new: bool = False, claims: str = "") -> str | Refused:
        """The one that was kept, or a new one."""
        now = self._clock.now()
        if is_new or claims:
            self._shelf.drop(asker.key)
        elif held := self._shelf.held(asker.key, now):
            return held
        if not asker.assertion or asker.tenant not in self._ours.tenants:
            return Refused(Why.TOKEN)
        answer = self._ask(asker, claims)
        if isinstance(answer, Refused):
            return answer
        token, lasts = answer.get("access_token"), answer.get("expires_in")
        if not isinstance(token, str) or not token:
            return _refusal(answer)
        seconds = lasts if isinstance(lasts, int) and 0 < lasts <= _LONGEST else 0
        until = now + timedelta(seconds=seconds) - _EARLY
        if until > now:
            self._shelf.keep(asker.key, token, until, now)
        return token

    def _ask(self, asker: Asker, claims: str) -> Mapping[str, Any] | Refused:
        try:
            answer: Mapping[str, Any] = self._door(asker.tenant).acquire_token_on_behalf_of(
                asker.assertion, [SCOPE], claims_challenge=claims or None
            )
        except (httpx.HTTPError, OSError) as error:
            log.info("no token", reason=type(error).__name__)
            return Refused(Why.BUSY)
        except Exception as error:  # noqa: BLE001 (msal raises many kinds on what is no tenant)
            log.warning("no token", reason=type(error).__name__)
            return Refused(Why.BUSY)
        return answer if isinstance(answer, Mapping) else Refused(Why.BUSY)

    def _door(self, tenant: str) -> msal.ConfidentialClientApplication:
        """Asks the provider how it works; what fails is tried again next time."""
        with self._lock:
            made = self._doors.get(tenant)
        if made is None:
            where = urlsplit(self._ours.authority)
            made = msal.ConfidentialClientApplication(
                self._ours.client,
                client_credential=self._secret,
                authority=f"{where.scheme}://{where.netloc}/{tenant}",
                http_client=self._web,
                instance_discovery=False,
                exclude_scopes=["offline_access"],
                token_cache=_KeepsNothing(),
            )
            with self._lock:
                self._doors[tenant] = made
        return made


def _refusal(answer: Mapping[str, Any]) -> Refused:
    """Why there is no token. The provider's own words may name people: only its codes are looked at."""
    error, more = str(answer.get("error", "")), str(answer.get("suberror", ""))
    log.info("no token", error=error[:40], more=more[:40])
    if {error, more} & _NO_CONSENT or str(answer.get("error_description", "")).startswith(_NOBODY_AGREED):
        return Refused(Why.CONSENT)
    if error in {"interaction_required", "login_required"} or answer.get("claims"):
        claims = answer.get("claims")
        is_short = isinstance(claims, str) and len(claims) <= _LONGEST_CLAIMS
        return Refused(Why.SIGN_IN, claims=claims if isinstance(claims, str) and is_short else "")
    if error in _MEND:
        return Refused(Why.OURS)
    return Refused(Why.BUSY if error in _LATER or not error else Why.TOKEN)
