"""How strongly did somebody sign in?

By what the ID token says: its context (OpenID's acr, Entra's acrs) and its factors (amr, RFC 8176). What must
be there is a setting; a context is asked for too, so that the provider leads people to their second factor.
"""

import json
from collections.abc import Mapping
from typing import Any

from app.adapters.entra.registration import Registration
from app.domain.errors import SignInError

_TOO_WEAK = (
    "Sendwell asks for a stronger sign-in than this one, such as with a second factor. Set one up for your"
    " account, then sign in again."
)


def asked_context(ours: Registration) -> str | None:
    """The claims parameter (OpenID Connect Core 5.5) that asks for our contexts; None when there are none."""
    if not ours.contexts:
        return None
    name = "acrs" if ours.is_entra else "acr"
    which: Mapping[str, object] = {"values": list(ours.contexts)}
    if len(ours.contexts) == 1:
        which = {"value": ours.contexts[0]}
    return json.dumps({"id_token": {name: {"essential": True, **which}}})


def require_strength(claims: Mapping[str, Any], ours: Registration) -> None:
    """Nothing, where the sign-in is strong enough.

    Raises:
        SignInError: it is not, or does not say so.
    """
    contexts = _words(claims, "acrs") | _words(claims, "acr")
    if ours.contexts and contexts.isdisjoint(ours.contexts):
        raise SignInError(_TOO_WEAK, "context")
    if ours.factors and _words(claims, "amr").isdisjoint(ours.factors):
        raise SignInError(_TOO_WEAK, "factors")


def _words(claims: Mapping[str, Any], name: str) -> frozenset[str]:
    said = claims.get(name)
    words = said if isinstance(said, list) else [said]
    return frozenset(word for word in words if isinstance(word, str))
