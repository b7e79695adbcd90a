"""The manifests and the add-in's files, as Outlook asks for them."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.api.headers import allow_own_origin
from app.domain.errors import SettingsError
from app.main import create_app
from app.manifest.outlook_form import OFFICE
from app.settings import load_settings

HOME = "https://sendwell.council.example"
WELL_KNOWN = "/.well-known/microsoft-officeaddins-allowed.json"
ASKED_FIRST = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization, Content-Length, Content-Type",
}
"""As classic Outlook on Windows asks (OfficeDev/office-js issue 3907)."""


def pages(folder: Path, part: str) -> Path:
    """A build of the pages, or what counts as one here."""
    (folder / "assets").mkdir(parents=True, exist_ok=True)
    for old in (folder / "assets").iterdir():
        old.unlink()
    (folder / "assets" / part).write_text("export {};")
    for name in ("pane.html", "launch.html", "index.html"):
        (folder / name).write_text("<!doctype html>")
    (folder / "launch.js").write_text(
        "".join(
            f'Office.actions.associate("on{event}Handler",f);'
            for event in (
                "NewMessageCompose",
                "MessageRecipientsChanged",
                "MessageAttachmentsChanged",
                "MessageSend",
            )
        )
    )
    return folder


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    folder = tmp_path_factory.mktemp("manifest")
    settings = load_settings(
        {},
        data=folder / "data",
        ui_folder=pages(folder / "dist", "pane-new.js"),
        pages_url=HOME,
        engine=False,
    )
    return create_app(settings)


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, HOME, follow_redirects=False) as running:
        yield running


def test_the_manifest_says_where_the_settings_say_we_live(client: TestClient) -> None:
    told = client.get("/manifest.xml", headers={"Host": "evil.example"})

    assert told.status_code == 200
    assert told.headers["content-type"].startswith("application/xml")
    assert "evil.example" not in told.text
    assert fromstring(told.text).find(f"{OFFICE}SupportUrl").get("DefaultValue") == f"{HOME}/help"  # type: ignore[union-attr]  # noqa: S314 - our own
    assert client.get("/manifest.json").json()["validDomains"] == ["sendwell.council.example"]


def test_the_well_known_file_is_json_without_a_redirect(client: TestClient) -> None:
    told = client.get(WELL_KNOWN)

    assert (told.status_code, told.headers["content-type"]) == (200, "application/json")
    assert told.json() == {"allowed": [f"{HOME}/addin/launch.js"]}
    assert client.head(WELL_KNOWN).status_code == 200


@pytest.mark.parametrize("origin", [HOME, f"{HOME}/"])
@pytest.mark.parametrize("path", ["/api/v1/checks", "/api/v1/tickets", "/api/v1/me"])
def test_classic_outlook_may_call_from_its_own_origin(client: TestClient, origin: str, path: str) -> None:
    told = client.options(path, headers=ASKED_FIRST | {"Origin": origin})

    assert told.status_code == 200
    assert told.headers["access-control-allow-origin"] == origin
    assert {h.strip().lower() for h in told.headers["access-control-allow-headers"].split(",")} >= {
        "authorization",
        "content-length",
        "content-type",
    }
    assert "access-control-allow-credentials" not in told.headers


def test_its_answer_says_so_too(client: TestClient) -> None:
    told = client.post("/api/v1/checks", headers={"Origin": f"{HOME}/"}, json={})

    assert told.headers["access-control-allow-origin"] == f"{HOME}/"
    assert "Origin" in told.headers["vary"]


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", f"{HOME}.evil.example", f"{HOME}//", "null", "http://sendwell.council.example"],
)
def test_nobody_else_may(client: TestClient, origin: str) -> None:
    told = client.options("/api/v1/checks", headers=ASKED_FIRST | {"Origin": origin})

    assert told.status_code == 400
    assert "access-control-allow-origin" not in told.headers
    assert "access-control-allow-origin" not in client.get("/healthz", headers={"Origin": origin}).headers


def test_without_an_address_nobody_is_let_in_from_elsewhere() -> None:
    app = FastAPI()
    allow_own_origin(app, "")

    assert TestClient(app).options("/x", headers=ASKED_FIRST | {"Origin": "null"}).status_code == 404


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/addin/assets/pane-new.js", "public, max-age=31536000, immutable"),
        ("/addin/pane.html", "no-cache"),
        ("/addin/launch.html", "public, max-age=300"),
        ("/addin/launch.js", "public, max-age=300"),
        ("/addin/icons/icon-16.png", "public, max-age=604800"),
        ("/addin/icons/icon-128.png", "public, max-age=604800"),
        ("/manifest.xml", "no-cache"),
    ],
)
def test_how_long_outlook_may_keep_it(client: TestClient, path: str, kept: str) -> None:
    told = client.get(path)

    assert (told.status_code, told.headers["cache-control"]) == (200, kept)


def test_what_did_not_change_is_not_sent_again(client: TestClient) -> None:
    for path, kept in (("/addin/pane.html", "no-cache"), ("/addin/launch.html", "public, max-age=300")):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first.headers["etag"]})

        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["cache-control"] == kept


def test_a_page_that_is_still_open_finds_its_parts_after_an_upgrade(tmp_path: Path) -> None:
    given = {"data": tmp_path / "data", "ui_folder": tmp_path / "dist", "pages_url": HOME, "engine": False}
    pages(tmp_path / "dist", "pane-old.js")
    create_app(load_settings({}, **given))
    pages(tmp_path / "dist", "pane-new.js")
    client = TestClient(create_app(load_settings({}, **given)), HOME)

    assert [client.get(f"/addin/assets/pane-{age}.js").status_code for age in ("old", "new", "never")] == [
        200,
        200,
        404,
    ]
    assert client.get("/addin/assets/pane-old.js").headers["cache-control"].endswith("immutable")
    assert client.get("/addin/pane.html").status_code == 200


@pytest.mark.parametrize("website", [None, "http://127.0.0.1:8800", "http://localhost:8800"])
def test_to_try_it_out_the_manifest_says_where_it_was_asked(tmp_path: Path, website: str | None) -> None:
    app = create_app(load_settings({}, data=tmp_path, sample=True, engine=False, public_url=website))
    near, far = TestClient(app, "http://127.0.0.1:8800"), TestClient(app, "http://sendwell.example")

    assert near.get(WELL_KNOWN).json() == {"allowed": ["http://127.0.0.1:8800/addin/launch.js"]}
    for refused in (far.get("/manifest.xml"), near.get("/manifest.json", headers={"Host": "localhost:x"})):
        assert refused.status_code == 400
        assert "Set SENDWELL_PAGES_URL" in refused.text
    assert (
        "access-control-allow-origin"
        not in near.get("/healthz", headers={"Origin": "http://127.0.0.1:8800"}).headers
    )


def test_a_manifest_that_outlook_would_not_take_is_not_served(tmp_path: Path) -> None:
    ui = pages(tmp_path / "dist", "pane.js")
    (ui / "launch.js").write_text("Office.actions.associate('onSend',f)")
    client = TestClient(
        create_app(load_settings({}, data=tmp_path, ui_folder=ui, pages_url=HOME, engine=False)), HOME
    )
    told = client.get("/manifest.xml")

    assert told.status_code == 400
    assert "has no onMessageSendHandler" in told.json()["detail"]


@pytest.mark.parametrize(
    "host", ["http://a.example", "https://a.example/", "a.example", "https://a.example; script-src *", "*"]
)
def test_who_may_frame_the_pane_is_said_as_origins(tmp_path: Path, host: str) -> None:
    with pytest.raises(SettingsError, match="is no origin"):
        load_settings({}, data=tmp_path, frame_ancestors=("https://outlook.office.com", host))


def test_another_outlook_may_frame_it_when_it_is_set(tmp_path: Path) -> None:
    hosts = ("https://mail.council.example", "https://*.cloud.microsoft", "https://a.example:8443")
    app = create_app(load_settings({}, data=tmp_path, frame_ancestors=hosts, engine=False))
    policy = TestClient(app).get("/addin/icons/icon-16.png").headers["content-security-policy"]

    assert policy.endswith("frame-ancestors 'self' " + " ".join(hosts))
