"""Who left this ticket for the Send event?

The part of the add-in that answers Send can sign nobody in, so the pane leaves it a ticket: a parcel of ours
that names its person, lasts minutes, and has drafts checked, nothing else. Nothing is kept here, and nothing
of a draft is in it. Another installation's key, or the same key at another address, does not open it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from app.domain.caller import Caller, Role
from app.domain.errors import SignInError
from app.web.signed_words import parcel, unpacked
from app.web.state import WebState

LASTS = timedelta(minutes=20)
_LONGEST = 4096
_REFUSED = "The ticket is over, or not one of ours. Open the pane, and it leaves a new one."


def new_ticket(caller: Caller, site: WebState) -> tuple[str, datetime]:
    """A ticket to have drafts of `caller` checked, and until when it is good."""
    until = site.clock.now() + LASTS
    said = {
        "key": caller.key,
        "name": caller.name,
        "address": caller.address,
        "roles": sorted(role.value for role in caller.roles),
    }
    return parcel(site.signing_key, _purpose(site), said, until), until


def caller_of_ticket(ticket: str, site: WebState) -> Caller:
    """Who was given that ticket.

    Raises:
        SignInError: it is not ours, not for this, or over.
    """
    is_short = len(ticket) <= _LONGEST
    said = unpacked(site.signing_key, _purpose(site), ticket, site.clock.now()) if is_short else None
    if said is None:
        raise SignInError(_REFUSED, "ticket")
    return _caller(said)


def _caller(said: Mapping[str, Any]) -> Caller:
    roles = frozenset(role for role in Role if role.value in said["roles"])
    return Caller(said["name"], said["address"], said["key"], roles)


def _purpose(site: WebState) -> str:
    return f"ticket to check at {site.door.address}"
