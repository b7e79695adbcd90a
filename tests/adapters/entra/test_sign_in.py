"""The authorisation code flow against a real provider, and every way to bend it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from app.domain.caller import Role
from app.domain.errors import ProviderError, SignInError
from tests.adapters.entra.conftest import Ours
from tests.oidc_provider import BACK, OTHER_TENANT, new_key


def answer(ours: Ours, address: str) -> dict[str, str]:
    """What comes back with the browser."""
    return ours.browse(address)


def test_somebody_signs_in(ours: Ours) -> None:
    sign_in = ours.sign_in()
    begun = sign_in.begin()
    caller = sign_in.complete(begun.remembered, answer(ours, begun.address))

    assert (caller.name, caller.address) == ("Priya Shah", "p.shah@wealdshire.example")
    assert caller.roles == {Role.SENDER, Role.EDITOR}
    assert caller.key == ours.tokens().caller_of(ours.provider.token()).key  # the same person in the add-in


def test_the_provider_is_asked_with_pkce_state_and_nonce(ours: Ours) -> None:
    begun = ours.sign_in().begin()
    asked = {name: said[0] for name, said in parse_qs(urlsplit(begun.address).query).items()}

    assert (asked["redirect_uri"], asked["response_type"], asked["code_challenge_method"]) == (
        BACK,
        "code",
        "S256",
    )
    assert {"state", "nonce", "code_challenge"} <= asked.keys()
    assert "prompt" not in asked
    assert "prompt=select_account" in ours.sign_in().begin(picks_account=True).address
    assert "auth_uri" not in begun.remembered
    assert str(begun.remembered["code_verifier"]) not in begun.address
    assert begun.remembered["state"] != ours.sign_in().begin().remembered["state"]


def bent(ours: Ours, remembered: Mapping[str, object], said: Mapping[str, str]) -> str:
    with pytest.raises(SignInError) as error:
        ours.sign_in().complete(remembered, said)
    return error.value.reason


def test_a_code_is_good_once(ours: Ours) -> None:
    begun = ours.sign_in().begin()
    said = answer(ours, begun.address)
    assert ours.sign_in().complete(begun.remembered, said)

    assert bent(ours, begun.remembered, said) == "invalid_grant"


def test_another_browsers_state_is_refused(ours: Ours) -> None:
    mine, theirs = ours.sign_in().begin(), ours.sign_in().begin()
    said = answer(ours, theirs.address)

    assert bent(ours, mine.remembered, said) == "answer"
    assert (
        bent(ours, mine.remembered, {**said, "state": str(mine.remembered["state"])}) == "invalid_grant"
    )  # PKCE
    assert bent(ours, {}, said) == "answer"
    assert bent(ours, mine.remembered, {"code": said["code"]}) == "answer"


def test_a_stolen_code_is_of_no_use_in_another_beginning(ours: Ours) -> None:
    """With the thief's own state put beside it: neither verifier nor nonce is theirs."""
    theirs, mine = ours.sign_in().begin(), ours.sign_in().begin()
    code = answer(ours, theirs.address)["code"]
    kept = {**mine.remembered, "code_verifier": theirs.remembered["code_verifier"]}

    assert bent(ours, kept, {"code": code, "state": str(mine.remembered["state"])}) == "answer"  # the nonce


@pytest.mark.parametrize(
    ("different", "reason"),
    [
        ({"nonce": "another"}, "answer"),
        ({"nonce": None}, "answer"),
        ({"aud": "somebody else"}, "audience"),
        ({"iss": "https://evil.example"}, "issuer"),
        ({"exp": 1_000_000_000}, "expired"),
        ({"nbf": 4_000_000_000}, "not yet valid"),
        ({"sub": None}, "answer"),
    ],
)
def test_an_id_token_that_is_not_right_signs_nobody_in(
    ours: Ours, different: dict[str, Any], reason: str
) -> None:
    ours.provider.alter = lambda claims: {n: s for n, s in (claims | different).items() if s is not None}
    begun = ours.sign_in().begin()

    assert bent(ours, begun.remembered, answer(ours, begun.address)) == reason


@pytest.mark.parametrize("different", [{"tid": OTHER_TENANT}, {"ver": "1.0"}])
def test_another_tenants_people_do_not_come_in(entra: Ours, different: dict[str, Any]) -> None:
    entra.provider.alter = lambda claims: claims | different
    begun = entra.sign_in().begin()

    assert bent(entra, begun.remembered, answer(entra, begun.address)) == "tenant or version"


def test_an_id_token_under_another_key_signs_nobody_in(ours: Ours) -> None:
    """msal alone would take it: it trusts whoever answers."""
    ours.provider.signs_with = new_key("one")
    begun = ours.sign_in().begin()

    assert bent(ours, begun.remembered, answer(ours, begun.address)) == "signature or form"


def test_whoever_says_no_is_not_signed_in(ours: Ours) -> None:
    begun = ours.sign_in().begin()
    said = {"error": "access_denied", "error_description": "no", "state": str(begun.remembered["state"])}

    assert bent(ours, begun.remembered, said) == "access_denied"


def test_a_wrong_secret_lets_nobody_in(ours: Ours) -> None:
    begun = ours.sign_in().begin()
    said = answer(ours, begun.address)

    with pytest.raises(SignInError) as error:
        ours.sign_in("another secret").complete(begun.remembered, said)
    assert error.value.reason == "invalid_client"


def test_while_the_provider_is_away_nobody_signs_in_and_later_they_do(ours: Ours) -> None:
    sign_in = ours.sign_in()
    ours.provider.is_down = True
    with pytest.raises(ProviderError, match="Nobody can sign in just now"):
        sign_in.begin()
    ours.provider.is_down = False

    assert sign_in.begin().address
