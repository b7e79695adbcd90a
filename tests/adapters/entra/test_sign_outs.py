"""A logout token is the provider's, for us, and of now, or it ends nothing."""

import time
from typing import Any

import pytest

from app.adapters.entra.sign_outs import EVENT
from app.domain.errors import ProviderError, SignInError
from app.sign_in_ports import SignedOut
from tests.adapters.entra.conftest import FIRST, Ours
from tests.oidc_provider import CLIENT, SID, Provider, new_key


@pytest.fixture
def oidc(ours: Ours) -> Ours:
    """Entra sends no such token."""
    if ours.provider.form == "entra":
        pytest.skip("Entra has no back channel")
    return ours


def priya(ours: Ours) -> str:
    """Who she is when she signs in."""
    return ours.tokens().caller_of(ours.provider.token()).key


def test_it_names_whom_we_know(oidc: Ours) -> None:
    told = oidc.sign_outs().told(oidc.provider.logout_token())

    assert told == SignedOut(priya(oidc), SID)


@pytest.mark.parametrize("different", [{"sid": None}, {"sub": None}])
def test_a_person_or_a_session_is_enough(oidc: Ours, different: dict[str, Any]) -> None:
    told = oidc.sign_outs().told(oidc.provider.logout_token(**different))

    assert told == (SignedOut(priya(oidc)) if "sid" in different else SignedOut(sid=SID))


@pytest.mark.parametrize("typ", [None, "JWT", "logout+jwt", "LOGOUT+JWT"])
def test_types_that_providers_write(oidc: Ours, typ: str | None) -> None:
    token = oidc.provider.logout_token(header={"typ": typ} if typ else {})

    assert oidc.sign_outs().told(token).sid == SID


NOW = int(time.time())


@pytest.mark.parametrize(
    ("different", "reason"),
    [
        ({"aud": "somebody else"}, "audience"),
        ({"aud": [CLIENT, "somebody else"]}, "other audiences"),
        ({"iss": "https://evil.example"}, "issuer"),
        ({"exp": NOW - 3600}, "expired"),
        ({"exp": None}, "signature or form"),
        ({"iat": None}, "signature or form"),
        ({"iat": NOW - 3600, "exp": NOW + 3600}, "old, or without an id"),
        ({"jti": None}, "old, or without an id"),
        ({"events": None}, "no logout"),
        ({"events": {}}, "no logout"),
        ({"events": {EVENT: True}}, "no logout"),
        ({"events": [EVENT]}, "no logout"),
        ({"nonce": "n"}, "no logout"),
        ({"sub": None, "sid": None}, "nobody"),
        ({"sub": None, "sid": "a" * 256}, "nobody"),
        ({"sub": ""}, "no user"),
        ({"sub": ["a", "list"]}, "signature or form"),
    ],
)
def test_a_claim_that_is_not_right_ends_nothing(oidc: Ours, different: dict[str, Any], reason: str) -> None:
    with pytest.raises(SignInError) as error:
        oidc.sign_outs().told(oidc.provider.logout_token(**different))

    assert error.value.reason == reason


@pytest.mark.parametrize("header", [{"typ": "at+jwt"}, {"kid": "unknown"}])
def test_a_header_that_is_not_right_ends_nothing(oidc: Ours, header: dict[str, str]) -> None:
    with pytest.raises(SignInError):
        oidc.sign_outs().told(oidc.provider.logout_token(header=header))


def test_a_forgery_ends_nothing(oidc: Ours) -> None:
    provider: Provider = oidc.provider
    good = provider.logout_token(FIRST)
    head, body, signed = good.split(".")
    forged = [
        provider.logout_token(new_key("one")),
        f"{head}.{body}.",
        f"{head}.{body[:-2]}.{signed}",
        "",
        "a.b.c",
    ]
    for token in forged:
        with pytest.raises(SignInError):
            oidc.sign_outs().told(token)


def test_no_other_token_of_theirs_is_one(oidc: Ours) -> None:
    with pytest.raises(SignInError) as error:
        oidc.sign_outs().told(oidc.provider.token())

    assert error.value.reason == "no logout"


def test_while_the_keys_cannot_be_had_it_is_neither_good_nor_bad(oidc: Ours) -> None:
    oidc.provider.is_down = True
    with pytest.raises(ProviderError):
        oidc.sign_outs().told(oidc.provider.logout_token())
