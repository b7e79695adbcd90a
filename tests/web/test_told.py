"""The provider tells that somebody was signed out, and they are."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import pytest
from fastapi.testclient import TestClient
from structlog.testing import capture_logs

from app.sign_in_ports import SignedOut
from app.web.sign_in.told import ADDRESS
from app.web.state import WebState
from tests.sign_in_fakes import PRIYA, FakeSignOuts
from tests.web.conftest import app_for, site_for
from tests.web.test_sign_in import ANN, FROM_FAR, HOME, _browser, door, signed_in

KNOWN = {"ann": SignedOut(ANN.key), "session": SignedOut(sid="s9"), "gone": SignedOut("tenant gone")}


@pytest.fixture
def refused() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def site(refused: list[tuple[str, str]]) -> WebState:
    def tell(door: str, why: str) -> None:
        refused.append((door, why))

    made = site_for(door=door(sign_outs=FakeSignOuts(KNOWN), refused=tell))
    sessions, now = made.door.sessions, made.clock.now()
    for caller, sid in ((ANN, ""), (PRIYA, "s9"), (PRIYA, "s8")):
        sessions.start(caller, now, sid)
    return made


def tell(site: WebState, form: Mapping[str, str]) -> Any:
    """As the provider's own machine does: no cookie, no page, no origin."""
    client = TestClient(app_for(site), HOME, client=FROM_FAR, raise_server_exceptions=False)
    return client.post(ADDRESS, data=form)


def left(site: WebState) -> tuple[int, int]:
    sessions, now = site.door.sessions, site.clock.now()
    return len(sessions.of(ANN.key, now)), len(sessions.of(PRIYA.key, now))


@pytest.mark.parametrize(("token", "are_left"), [("ann", (0, 2)), ("session", (1, 1)), ("gone", (1, 2))])
def test_whom_it_names_is_out(site: WebState, token: str, are_left: tuple[int, int]) -> None:
    with capture_logs() as lines:
        told = tell(site, {"logout_token": token})

    assert (told.status_code, told.headers["cache-control"], told.content) == (200, "no-store", b"")
    assert left(site) == are_left
    assert lines == [
        {"event": "signed out by the provider", "sessions": 3 - sum(are_left), "log_level": "info"}
    ]


@pytest.mark.parametrize("form", [{}, {"logout_token": ""}, {"logout_token": "forged"}, {"token": "ann"}])
def test_anything_else_ends_nothing_and_is_told(
    site: WebState, form: dict[str, str], refused: list[tuple[str, str]]
) -> None:
    told = tell(site, form)

    assert (told.status_code, told.headers["cache-control"]) == (400, "no-store")
    assert told.json()["error"] == "invalid_request"
    assert left(site) == (1, 2)
    assert refused == [("sign-out", "made up")]


def test_what_is_too_large_or_a_file_is_not_read(site: WebState) -> None:
    client = TestClient(app_for(site), HOME, client=FROM_FAR, raise_server_exceptions=False)
    large = client.post(ADDRESS, files={"logout_token": (None, "a" * 20_000)})
    file = client.post(ADDRESS, files={"logout_token": ("a.txt", b"ann")})

    assert (large.status_code, file.status_code) == (400, 400)
    assert left(site) == (1, 2)


def test_where_the_provider_tells_nothing_there_is_no_such_door() -> None:
    site = site_for(door=door())

    assert tell(site, {"logout_token": "ann"}).status_code == HTTPStatus.NOT_FOUND


def test_whoever_is_out_signs_in_again_as_ever(site: WebState) -> None:
    ann = signed_in(_browser(site), "ann")
    tell(site, {"logout_token": "ann"})
    assert ann.open("/staff/me").status_code == HTTPStatus.SEE_OTHER

    assert signed_in(ann, "ann again").open("/staff/me").status_code == HTTPStatus.OK
