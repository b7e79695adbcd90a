"""What doctor says of the add-in's addresses: the service itself is in order, and what a proxy spoils is told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.doctor import Mark, diagnose
from app.main import create_app
from app.manifest.made import ALLOWED, Made
from app.manifest.reached import reached_faults
from app.manifest_ports import Answer
from app.settings import load_settings
from app.wiring.installation import Installation
from app.wiring.manifest import Manifests
from tests.api.test_manifest import pages
from tests.manifest.conftest import BASE
from tests.manifest_fakes import FakeAddresses, Spoils, with_headers

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FRAME = "default-src 'self'; frame-ancestors 'none'"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("reached")
    settings = load_settings(
        {}, data=folder / "data", ui_folder=pages(folder / "dist", "p.js"), pages_url=BASE, engine=False
    )
    with TestClient(create_app(settings), BASE) as running:
        yield running


def told(
    client: TestClient, made: Made, spoils: Spoils | None = None, until: datetime | None = None
) -> list[str]:
    addresses = FakeAddresses(client, until, **({"spoils": spoils} if spoils else {}))
    return list(reached_faults(made, addresses, NOW))


def only(at: str, spoilt: Spoils) -> Spoils:
    return lambda path, answer: spoilt(path, answer) if path == at else answer


SPOILT: dict[str, tuple[Spoils, str]] = {
    "lost page": (only("/addin/launch.html", lambda _p, _a: Answer(404)), "/addin/launch.html answers 404"),
    "sign-in of a proxy": (
        only("/addin/launch.js", lambda _p, _a: Answer(302, {"location": "https://login.example/"})),
        "/addin/launch.js answers 302 and leads to https://login.example/",
    ),
    "error page as JSON": (
        only(ALLOWED, lambda _p, a: with_headers(a, content_type="text/html")), "is sent as text/html"
    ),
    "another service's file": (
        only(ALLOWED, lambda _p, a: replace(a, body=b'{"allowed": ["https://other.example/launch.js"]}')),
        "does not name the script of the launch events",
    ),
    "a file that is none": (only(ALLOWED, lambda _p, a: replace(a, body=b"x")), "does not name the script"),
    "icons that may not be kept": (
        only("/addin/icons/icon-32.png", lambda _p, a: with_headers(a, cache_control="no-store")), "the ribbon shows no icon"
    ),
    "framing by an old header": (
        only("/addin/pane.html", lambda _p, a: with_headers(a, x_frame_options="SAMEORIGIN")), "has X-Frame-Options"
    ),
    "framing by policy": (
        only("/addin/pane.html", lambda _p, a: with_headers(a, content_security_policy=FRAME)), "may not be framed by"
    ),
    "script as text": (
        only("/addin/launch.js", lambda _p, a: with_headers(a, content_type="text/plain")), "is sent as text/plain, not as javascript"
    ),
    "no answer": (only("/help", lambda _p, _a: Answer(trouble="no answer within 5 seconds")), "/help no answer within 5"),
    "questions before posting": (
        only("/api/v1/checks", lambda _p, _a: Answer(405)), "/api/v1/checks refuses classic Outlook"
    ),
    "origin without its slash": (
        only("/api/v1/checks", lambda _p, a: with_headers(a, access_control_allow_origin=BASE)), "refuses classic Outlook"
    ),
    "headers left out": (
        only("/api/v1/checks", lambda _p, a: with_headers(a, access_control_allow_headers="Content-Type")), "refuses classic"
    ),
}  # fmt: skip


def test_the_service_itself_is_in_order(client: TestClient, made: Made) -> None:
    assert told(client, made, until=NOW + timedelta(days=80)) == []


@pytest.mark.parametrize("what", SPOILT)
def test_what_a_proxy_spoils_is_told(client: TestClient, made: Made, what: str) -> None:
    spoils, said = SPOILT[what]
    found = told(client, made, spoils)

    assert len(found) == 1
    assert said in found[0]


def test_a_certificate_that_ends_soon_is_told(client: TestClient, made: Made) -> None:
    assert told(client, made, until=NOW + timedelta(days=20)) == [
        "the certificate ends on 11/12/2026: renew it"
    ]


def test_a_host_that_cannot_be_reached_is_told_once(client: TestClient, manifests: Manifests) -> None:
    elsewhere = manifests.make(manifests.deployment("https://other.example"))

    assert told(client, elsewhere) == ["https://other.example cannot be reached from here: nobody is there"]


def test_doctor_has_a_line_for_it(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Installation(load_settings({}, data=tmp_path, pages_url=BASE, ui_folder=tmp_path))
    monkeypatch.setattr(made.manifests, "addresses", FakeAddresses(client))
    found = next(one for one in diagnose(made) if one.part == "add-in")

    assert (found.mark, "every address answers" in found.said) == (Mark.WELL, True)


def test_without_an_address_doctor_says_what_to_set(tmp_path: Path) -> None:
    found = next(
        one for one in diagnose(Installation(load_settings({}, data=tmp_path))) if one.part == "add-in"
    )

    assert found.mark is Mark.NOTE
    assert "SENDWELL_PAGES_URL" in found.said
