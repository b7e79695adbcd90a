"""The authorisation code flow against a real provider, and every way to bend it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from app.domain.caller import Role
from app.domain.errors import ProviderError, SignInError
from app.sign_in_ports import Asking, SignedIn
from tests.adapters.entra.conftest import Ours
from tests.oidc_provider import BACK, OTHER_TENANT, SID, new_key


def answer(ours: Ours, address: str) -> dict[str, str]:
    """What comes back with the browser."""
    return ours.browse(address)


def test_somebody_signs_in(ours: Ours) -> None:
    sign_in = ours.sign_in()
    begun = sign_in.begin()
    signed = sign_in.complete(begun.remembered, answer(ours, begun.address))
    caller = signed.caller

    assert signed.sid == SID
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
    assert "prompt=select_account" in ours.sign_in().begin(Asking.ACCOUNT).address
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


@pytest.mark.parametrize(
    ("asking", "said"),
    [
        (Asking.AGAIN, {"prompt": "login", "max_age": "0"}),
        (Asking.SILENT, {"prompt": "none"}),
        (Asking.USUAL, {}),
    ],
)
def test_what_the_provider_is_asked_for(ours: Ours, asking: Asking, said: Mapping[str, str]) -> None:
    asked = parse_qs(urlsplit(ours.sign_in().begin(asking).address).query)

    assert {name: asked[name][0] for name in ("prompt", "max_age", "claims") if name in asked} == said


def signed(ours: Ours, asking: Asking = Asking.USUAL, **different: Any) -> SignedIn:
    sign_in = ours.sign_in(**different)
    begun = sign_in.begin(asking)
    return sign_in.complete(begun.remembered, answer(ours, begun.address))


def test_when_they_proved_it_is_told(ours: Ours) -> None:
    now = datetime.now(UTC)
    before, anew = signed(ours).proved_at, signed(ours, Asking.AGAIN).proved_at

    assert before
    assert anew
    assert timedelta(minutes=59) < now - before < timedelta(minutes=61)
    assert abs(now - anew) < timedelta(minutes=1)


@pytest.mark.parametrize("said", [None, "1700000000", True, 0, -5, 2**40, float("nan")])
def test_what_is_no_moment_proves_nothing(ours: Ours, said: object) -> None:
    ours.provider.alter = lambda claims: {
        n: c for n, c in (claims | {"auth_time": said}).items() if c is not None
    }

    assert signed(ours).proved_at is None


@pytest.mark.parametrize("said", [None, 7, "a" * 256, "a\nb", ""])
def test_what_is_no_name_of_a_session_is_none(ours: Ours, said: object) -> None:
    ours.provider.alter = lambda claims: {n: c for n, c in (claims | {"sid": said}).items() if c is not None}

    assert signed(ours).sid == ""


def test_a_context_is_asked_for(ours: Ours) -> None:
    signed_by = "acrs" if ours.provider.form == "entra" else "acr"
    ours.provider.alter = lambda claims: claims | {signed_by: ["c1"] if signed_by == "acrs" else "c1"}
    caller = signed(ours, contexts=("c1",)).caller

    assert caller.name == "Priya Shah"
    assert json.loads(ours.provider.asked["claims"]) == {
        "id_token": {signed_by: {"essential": True, "value": "c1"}}
    }


@pytest.mark.parametrize(
    ("said", "wanted", "reason"),
    [
        ({}, {"contexts": ("c1",)}, "context"),
        ({"acrs": ["c2"], "acr": "0"}, {"contexts": ("c1", "c3")}, "context"),
        ({"acrs": "c1c1"}, {"contexts": ("c1",)}, "context"),
        ({"acrs": {"c1": True}}, {"contexts": ("c1",)}, "context"),
        ({"amr": ["mfa"]}, {"contexts": ("mfa",)}, "context"),
        ({}, {"factors": ("mfa",)}, "factors"),
        ({"amr": ["pwd"]}, {"factors": ("mfa", "hwk")}, "factors"),
        ({"amr": "pwd mfa"}, {"factors": ("mfa",)}, "factors"),
        ({"acr": "c1", "amr": ["pwd"]}, {"contexts": ("c1",), "factors": ("mfa",)}, "factors"),
    ],
)
def test_a_weaker_sign_in_than_is_wished_is_none(
    ours: Ours, said: dict[str, Any], wanted: dict[str, Any], reason: str
) -> None:
    ours.provider.alter = lambda claims: claims | said
    with pytest.raises(SignInError, match="stronger sign-in") as error:
        signed(ours, **wanted)

    assert error.value.reason == reason


def test_one_that_is_strong_enough_signs_in(ours: Ours) -> None:
    ours.provider.alter = lambda claims: claims | {"acr": "c3", "amr": ["pwd", "mfa"]}

    assert signed(ours, contexts=("c1", "c3"), factors=("mfa", "hwk")).caller.name == "Priya Shah"
