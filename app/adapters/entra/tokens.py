"""Is this token what it says, meant for us, and brought by whom it was given to?

RS256 only, by a key that the provider publishes; nothing in the token chooses how it is looked at. PyJWT
checks signature, times and audience; who issued it, for which tenant, to which client and for what is checked
here.
"""

from collections.abc import Mapping
from typing import Any

import jwt
from jwt.exceptions import ExpiredSignatureError, ImmatureSignatureError, InvalidAudienceError, PyJWTError

from app.adapters.entra.claims import caller_of
from app.adapters.entra.keys import IssuerKeys
from app.adapters.entra.registration import Registration
from app.domain.caller import Caller
from app.domain.errors import SignInError

_LONGEST = 16 * 1024
_SKEW_S = 300
_NEEDED = ("exp", "iat", "iss", "aud")
_REASONS: Mapping[type[PyJWTError], str] = {
    ExpiredSignatureError: "expired",
    ImmatureSignatureError: "not yet valid",
    InvalidAudienceError: "audience",
}


class EntraTokens:
    """Access tokens of the add-in, for our own scope."""

    def __init__(self, registration: Registration, keys: IssuerKeys) -> None:
        """Nothing is asked yet."""
        self._ours, self._keys = registration, keys

    def caller_of(self, token: str) -> Caller:
        """Whose token it is.

        Raises:
            SignInError: something about it is not right; the message is for people, `reason` for the log.
            ProviderError: the provider's keys cannot be had.
        """
        claims = verified(token, self._ours.audience, self._ours, self._keys)
        if self._ours.scope not in _scopes(claims):
            raise _refused("scope")
        if (_word(claims, "azp") or _word(claims, "client_id")) not in self._ours.clients:
            raise _refused("client")
        return caller_of(claims, self._ours)


def verified(token: str, audience: str, ours: Registration, keys: IssuerKeys) -> Mapping[str, Any]:
    """The claims of a token for `audience`, signed by the provider, now.

    Raises:
        SignInError: it is not.
        ProviderError: the provider's keys cannot be had.
    """
    key = keys.find(_kid(token))
    if key is None:
        raise _refused("key")
    try:
        claims: Mapping[str, Any] = jwt.decode(
            token,
            key.public,
            algorithms=["RS256"],
            audience=audience,
            leeway=_SKEW_S,
            options={"require": list(_NEEDED)},
        )
    except PyJWTError as error:
        raise _refused(_REASONS.get(type(error), "signature or form")) from None
    if claims["aud"] not in (audience, [audience]):
        raise _refused("other audiences")
    tenant = _word(claims, "tid")
    if ours.is_entra and (tenant not in ours.tenants or claims.get("ver") != "2.0"):
        raise _refused("tenant or version")
    issuers = (issuer.replace("{tenantid}", tenant) for issuer in (keys.issuer(), key.issuer))
    if any(claims["iss"] != issuer for issuer in issuers):
        raise _refused("issuer")
    return claims


def _kid(token: str) -> str:
    if len(token) > _LONGEST:
        raise _refused("length")
    try:
        header = jwt.get_unverified_header(token)
    except (PyJWTError, ValueError, RecursionError):
        raise _refused("form") from None
    kid = header.get("kid")
    if header.get("alg") != "RS256" or not isinstance(kid, str):
        raise _refused("algorithm or key id")
    return kid


def _word(claims: Mapping[str, Any], name: str) -> str:
    said = claims.get(name)
    return said if isinstance(said, str) else ""


def _scopes(claims: Mapping[str, Any]) -> list[str]:
    """Entra's scp and RFC 9068's scope are words in a row; some providers give a list."""
    said = claims.get("scp", claims.get("scope"))
    words = said.split() if isinstance(said, str) else said
    return [word for word in words if isinstance(word, str)] if isinstance(words, list) else []


def _refused(reason: str) -> SignInError:
    return SignInError("This sign-in is not valid here, or no longer. Please sign in again.", reason)
