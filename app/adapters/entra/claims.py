"""Whom does a verified token speak of, and what may they do?"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from app.adapters.entra.registration import Registration
from app.domain.address import normal_address
from app.domain.caller import Caller, Role
from app.domain.errors import SignInError

_NAME_MAX, _ADDRESS_MAX, _KEY_MAX, _SID_MAX = 200, 320, 600, 255
_LATEST = 2**32
"""Seconds since 1970, in the year 2106: what says more is no moment."""


def caller_of(claims: Mapping[str, Any], registration: Registration) -> Caller:
    """The person. Their address is for registers and for show; `key` is who they are.

    Raises:
        SignInError: the token does not say who it is, or they have no role here.
    """
    roles = _roles(claims, registration)
    if not roles:
        raise SignInError("Your account has no role in Sendwell yet.", "no role")
    address = _address(claims, registration)
    name = " ".join(str(claims.get("name") or address).split())[:_NAME_MAX]
    return Caller(name, address, key_of(claims, registration), roles)


def sid_of(claims: Mapping[str, Any]) -> str:
    """The provider's name of its session with them; empty when it has none that can be kept."""
    sid = claims.get("sid")
    return sid if isinstance(sid, str) and sid.isprintable() and len(sid) <= _SID_MAX else ""


def proved_at(claims: Mapping[str, Any]) -> datetime | None:
    """When they last proved who they are; None when that is not said."""
    said = claims.get("auth_time")
    if not isinstance(said, int | float) or isinstance(said, bool) or not 0 < said < _LATEST:
        return None
    return datetime.fromtimestamp(said, UTC)


def key_of(claims: Mapping[str, Any], registration: Registration) -> str:
    """Who somebody is, for good, and among all providers.

    Raises:
        SignInError: the token does not say.
    """
    parts = ("tid", "oid") if registration.is_entra else ("iss", "sub")
    said = [claims.get(part) for part in parts]
    key = " ".join(str(one) for one in said)
    if not all(isinstance(one, str) and one and one.isprintable() for one in said) or len(key) > _KEY_MAX:
        raise SignInError("The sign-in does not say who you are.", "no user")
    return key


def _address(claims: Mapping[str, Any], registration: Registration) -> str:
    """Entra's user name is set by the organisation; another provider's address must not be unconfirmed."""
    if registration.is_entra:
        said = claims.get("preferred_username")
    else:
        said = claims.get("email") if claims.get("email_verified", True) is True else None
    address = normal_address(said) if isinstance(said, str) else ""
    return address if len(address) <= _ADDRESS_MAX else ""


def _roles(claims: Mapping[str, Any], registration: Registration) -> frozenset[Role]:
    """As the organisation gave them; whoever has one sends mail too."""
    said: Any = claims
    for step in registration.roles_claim.split("."):
        said = said.get(step) if isinstance(said, Mapping) else None
    given = {one for one in said if isinstance(one, str)} if isinstance(said, list) else set()
    found = {role for role, name in registration.roles.items() if not name or name in given}
    return frozenset(found | {Role.SENDER} if found else ())
