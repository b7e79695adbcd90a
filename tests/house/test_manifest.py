"""Does everything that the manifests name exist: each address, each function, each command, each icon?"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.manifest.agreement import addresses_of
from app.manifest.deployment import SendMode
from app.manifest.made import Made
from app.settings import load_settings
from app.wiring.manifest import Manifests
from tests.road import PROJECT

HOME = "https://sendwell.council.example"
UI = PROJECT / "addin-ui"
SCRIPTS = {path: path.read_text(encoding="utf-8") for path in sorted((UI / "src").rglob("*.ts"))}
KINDS = {".html": "text/html", ".js": "text/javascript", ".png": "image/png"}


@pytest.fixture(scope="module")
def made() -> Made:
    manifests = Manifests(load_settings({}))
    return manifests.make(manifests.deployment(HOME))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = load_settings({}, data=tmp_path_factory.mktemp("manifest"), pages_url=HOME, engine=False)
    with TestClient(create_app(settings), HOME, follow_redirects=False) as running:
        yield running


def told_in_code(pattern: str) -> set[str]:
    return {found for script in SCRIPTS.values() for found in re.findall(pattern, script)}


@pytest.mark.parametrize("mode", SendMode)
def test_what_is_really_built_has_no_fault(mode: SendMode) -> None:
    manifests = Manifests(load_settings({}))
    made = manifests.make(manifests.deployment(HOME, send_mode=mode.value))

    assert manifests.is_built, "the pages are not built: run make ui"
    assert list(manifests.faults(made)) == []


def test_every_address_is_answered_as_what_it_is(client: TestClient, made: Made) -> None:
    paths = [address.removeprefix(HOME) or "/" for address in addresses_of(made)]
    told = {path: client.get(path) for path in paths}

    assert len(paths) >= 15
    assert {path: reply.status_code for path, reply in told.items() if reply.status_code != 200} == {}
    for path, reply in told.items():
        kind = KINDS.get(Path(path).suffix)
        assert kind is None or reply.headers["content-type"].startswith(kind), path
        if kind == "image/png":
            assert "no-" not in reply.headers["cache-control"], path


def test_the_file_that_classic_outlook_looks_for_names_what_is_served(client: TestClient) -> None:
    (allowed,) = client.get("/.well-known/microsoft-officeaddins-allowed.json").json()["allowed"]

    assert client.get(allowed).status_code == 200


def test_outlook_may_frame_what_it_frames(client: TestClient, made: Made) -> None:
    for page in ("pane", "launch_page"):
        headers = client.get(made.addin.addresses[page]).headers
        assert (
            "https://outlook.office.com" in headers["content-security-policy"].partition("frame-ancestors")[2]
        )
        assert "x-frame-options" not in headers


def test_every_command_that_the_code_opens_is_a_button(made: Made) -> None:
    opened = told_in_code(r'(?:commandId|PANE_COMMAND)\w*(?:: \w+)? ?[:=] "([^"]+)"')

    assert opened == {made.addin.command.id}


def test_every_icon_that_a_notification_names_is_a_resource(made: Made) -> None:
    named = told_in_code(r'\b(?:icon: |ICON = )"([^"]+)"')

    assert named
    assert {name for name in named if f'<bt:Image id="{name}"' not in made.outlook} == set()


def test_every_function_that_outlook_calls_is_associated(made: Made) -> None:
    source = "".join(script for path, script in SCRIPTS.items() if "launch" in path.parts)

    assert [name for name in made.addin.functions if name not in source] == []
    assert "associate(" in source


def test_a_changed_manifest_has_a_higher_version(made: Made) -> None:
    """Whoever changes what both forms say raises `version` in addin.yaml, and then this."""
    known = json.loads(
        (PROJECT / "tests" / "snapshots" / "manifest-version.json").read_text(encoding="utf-8")
    )

    assert {"version": made.addin.version, "said": fingerprint(made)} == known


def fingerprint(made: Made) -> str:
    return sha256((made.outlook + made.unified).encode()).hexdigest()[:16]
