"""Is this logout token the provider's, meant for us, and of now? OpenID Connect Back-Channel Logout 1.0, 2.6.

Verified like any other of its tokens, and besides: it tells of a logout, holds no nonce (so that an ID token
is none), names a person or a session, and is minutes old at most.
"""

import time
from collections.abc import Callable, Mapping
from typing import Any

import jwt

from app.adapters.entra.claims import key_of, sid_of
from app.adapters.entra.keys import IssuerKeys
from app.adapters.entra.registration import Registration
from app.adapters.entra.tokens import verified
from app.domain.errors import SignInError
from app.sign_in_ports import SignedOut

EVENT = "http://schemas.openid.net/event/backchannel-logout"
_TYPES = frozenset({"", "jwt", "logout+jwt"})
_OLDEST_S = 600


class EntraSignOuts:
    """Logout tokens for one registration, of a provider that names people by issuer and subject."""

    def __init__(
        self, registration: Registration, keys: IssuerKeys, now: Callable[[], float] = time.time
    ) -> None:
        """Nothing is asked yet. `now` is in seconds since 1970."""
        self._ours, self._keys, self._now = registration, keys, now

    def told(self, token: str) -> SignedOut:
        """Who is signed out.

        Raises:
            SignInError: something about it is not right.
            ProviderError: the provider's keys cannot be had.
        """
        claims = verified(token, self._ours.client, self._ours, self._keys)
        if str(jwt.get_unverified_header(token).get("typ", "")).lower() not in _TYPES:
            raise _refused("type")
        if not _is_of_logout(claims) or "nonce" in claims:
            raise _refused("no logout")
        if self._now() - float(claims["iat"]) > _OLDEST_S or not claims.get("jti"):
            raise _refused("old, or without an id")
        told = SignedOut(key_of(claims, self._ours) if "sub" in claims else "", sid_of(claims))
        if not told.key and not told.sid:
            raise _refused("nobody")
        return told


def _is_of_logout(claims: Mapping[str, Any]) -> bool:
    events = claims.get("events")
    return isinstance(events, Mapping) and isinstance(events.get(EVENT), Mapping)


def _refused(reason: str) -> SignInError:
    return SignInError("This is no logout token for Sendwell, or an old one.", reason)
