"""Tokens on behalf of somebody, against answers as Microsoft Entra documents them."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from app.adapters.entra.on_behalf_of import OnBehalfOf
from app.adapters.entra.registration import Registration
from app.exchange_ports import Asker, Refused, Why
from tests.exchange_fakes import FakeTokenShelf
from tests.fakes import FakeClock
from tests.oidc_provider import CLIENT, OTHER_TENANT, SECRET, TENANT

AT = datetime(2026, 11, 20, 10, tzinfo=UTC)
PRIYA = Asker(f"{TENANT} priya", "what the pane brought")
SAM = Asker(f"{TENANT} sam", "what Sam's pane brought")
HOME = "https://login.example"
CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'


class Entra:
    """Answers with what is set; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.doors: list[str] = []
        self.answer: Callable[[], httpx.Response] = self.give

    def give(self, **more: Any) -> httpx.Response:
        token = {
            "access_token": f"graph-{len(self.asked)}",
            "token_type": "Bearer",
            "expires_in": 3600,
        } | more
        return httpx.Response(200, text=json.dumps(token))

    def refuse(self, error: str, **more: str) -> None:
        said = {"error": error, "error_description": "AADSTS000: CANARY p.shah@council.example", **more}
        self.answer = lambda: httpx.Response(400, text=json.dumps(said))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("openid-configuration"):
            door = str(request.url).split("/v2.0")[0]
            self.doors.append(door)
            ends = {
                f"{name}_endpoint": f"{door}/oauth2/v2.0/{name[:9]}" for name in ("authorization", "token")
            }
            return httpx.Response(200, text=json.dumps({"issuer": f"{door}/v2.0", **ends}))
        self.asked.append({name: said[0] for name, said in parse_qs(request.content.decode()).items()})
        return self.answer()


@pytest.fixture
def entra() -> Entra:
    return Entra()


@pytest.fixture
def shelf() -> FakeTokenShelf:
    return FakeTokenShelf()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(AT)


@pytest.fixture
def tokens(entra: Entra, shelf: FakeTokenShelf, clock: FakeClock) -> Iterator[OnBehalfOf]:
    ours = Registration(
        authority=f"{HOME}/{TENANT}",
        client=CLIENT,
        audience=CLIENT,
        clients=frozenset({CLIENT}),
        scope="Draft.Check",
        roles={},
        tenants=frozenset({TENANT, OTHER_TENANT}),
        is_entra=True,
    )
    with httpx.Client(transport=httpx.MockTransport(entra)) as web:
        yield OnBehalfOf(ours, SECRET, shelf, web, clock)


def test_what_the_pane_brought_is_exchanged_for_the_least_that_is_needed(
    entra: Entra, tokens: OnBehalfOf
) -> None:
    assert tokens.token(PRIYA) == "graph-1"
    (asked,) = entra.asked
    assert asked["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"
    assert asked["requested_token_use"] == "on_behalf_of"  # noqa: S105 - a word of the protocol
    assert asked["assertion"] == PRIYA.assertion
    scopes = set(asked["scope"].split())
    assert "https://graph.microsoft.com/Mail.Read" in scopes
    assert not scopes & {"offline_access", "https://graph.microsoft.com/.default"}
    assert "claims" not in asked


def test_it_is_asked_for_once_a_person(entra: Entra, tokens: OnBehalfOf) -> None:
    said = [tokens.token(who) for who in (PRIYA, SAM, PRIYA, SAM)]

    assert said == ["graph-1", "graph-2", "graph-1", "graph-2"]
    assert len(entra.asked) == 2
    assert len(entra.doors) == 1


def test_it_is_not_used_to_its_very_end(tokens: OnBehalfOf, clock: FakeClock) -> None:
    tokens.token(PRIYA)
    clock.at = AT + timedelta(minutes=54)
    assert tokens.token(PRIYA) == "graph-1"
    clock.at = AT + timedelta(minutes=56)
    assert tokens.token(PRIYA) == "graph-2"


@pytest.mark.parametrize("lasts", [None, 0, -5, "3600", 10**9, 60])
def test_one_that_does_not_say_how_long_it_lasts_is_not_kept(
    entra: Entra, tokens: OnBehalfOf, shelf: FakeTokenShelf, lasts: Any
) -> None:
    entra.answer = lambda: entra.give(expires_in=lasts)

    answer = tokens.token(PRIYA)
    assert answer == "graph-1" or isinstance(answer, Refused)
    assert shelf.kept == {}


def test_a_new_one_comes_with_the_claims_that_were_asked_for(entra: Entra, tokens: OnBehalfOf) -> None:
    assert [tokens.token(PRIYA), tokens.token(PRIYA, is_new=True, claims=CLAIMS)] == ["graph-1", "graph-2"]
    assert json.loads(entra.asked[1]["claims"]) == json.loads(CLAIMS)
    assert tokens.token(PRIYA) == "graph-2"


def test_each_tenant_has_its_own_door(entra: Entra, tokens: OnBehalfOf) -> None:
    tokens.token(PRIYA)
    tokens.token(Asker(f"{OTHER_TENANT} alex", "brought"))

    assert entra.doors == [f"{HOME}/{TENANT}", f"{HOME}/{OTHER_TENANT}"]


@pytest.mark.parametrize(
    "asker",
    [Asker(f"{TENANT} priya"), Asker("99999999-0000-4999-8999-999999999999 eve", "brought"), Asker("", "x")],
)
def test_nobody_is_asked_for_strangers_or_without_a_token(
    entra: Entra, tokens: OnBehalfOf, asker: Asker
) -> None:
    assert tokens.token(asker) == Refused(Why.TOKEN)
    assert not entra.asked
    assert not entra.doors


@pytest.mark.parametrize(
    ("error", "more", "why"),
    [
        ("invalid_grant", {"suberror": "consent_required"}, Why.CONSENT),
        (
            "invalid_grant",
            {"error_description": "AADSTS65001: The user or administrator has not consented"},
            Why.CONSENT,
        ),
        ("consent_required", {}, Why.CONSENT),
        ("interaction_required", {}, Why.SIGN_IN),
        ("interaction_required", {"claims": CLAIMS}, Why.SIGN_IN),
        ("invalid_grant", {"claims": CLAIMS}, Why.SIGN_IN),
        ("invalid_grant", {}, Why.TOKEN),
        ("invalid_client", {}, Why.OURS),
        ("invalid_scope", {}, Why.OURS),
        ("temporarily_unavailable", {}, Why.BUSY),
    ],
)
def test_a_refusal_says_what_would_help(
    entra: Entra, tokens: OnBehalfOf, error: str, more: dict[str, str], why: Why
) -> None:
    entra.refuse(error, **more)
    answer = tokens.token(PRIYA)

    assert isinstance(answer, Refused)
    assert (answer.why, answer.claims) == (why, more.get("claims", "") if why is Why.SIGN_IN else "")


@pytest.mark.parametrize("body", ["", "null", "[]", "<html>", '{"access_token": 5}', '{"access_token": ""}'])
def test_nonsense_is_no_token(entra: Entra, tokens: OnBehalfOf, body: str) -> None:
    entra.answer = lambda: httpx.Response(200, text=body)

    assert isinstance(tokens.token(PRIYA), Refused)


def test_nobody_there_may_pass(entra: Entra, tokens: OnBehalfOf) -> None:
    def unreachable() -> httpx.Response:
        raise httpx.ConnectError("nobody there")

    entra.answer = unreachable
    assert tokens.token(PRIYA) == Refused(Why.BUSY)


def test_neither_tokens_nor_people_are_in_any_log(
    entra: Entra, tokens: OnBehalfOf, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    tokens.token(PRIYA)
    entra.refuse("invalid_grant")
    tokens.token(SAM)
    logged = capfd.readouterr()
    said = logged.out + logged.err + caplog.text

    for secret in (PRIYA.assertion, SAM.assertion, "graph-1", SECRET, "CANARY"):
        assert secret not in said
    assert PRIYA.assertion not in repr(PRIYA)
