"""Does what Outlook runs at its events know where the service is, and what is closed at Send?"""

from http import HTTPStatus
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import load_settings

SCRIPT = "fetch(`__SENDWELL_ORIGIN__`);"


@pytest.fixture
def ui_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "launch.js").write_text(SCRIPT)
    return folder


def served(tmp_path: Path, ui_folder: Path, **settings: object) -> FastAPI:
    return create_app(load_settings({}, data=tmp_path, ui_folder=ui_folder, **settings))


def script(app: FastAPI, host: str) -> str:
    told = TestClient(app, f"http://{host}").get("/addin/launch.js", headers={"host": host})
    assert told.status_code == HTTPStatus.OK
    assert told.headers["content-type"].startswith("text/javascript")
    assert told.headers["cache-control"] == "public, max-age=300"
    return told.text


def test_on_this_machine_it_is_where_it_was_asked(tmp_path: Path, ui_folder: Path) -> None:
    assert script(served(tmp_path, ui_folder), "127.0.0.1:8800") == "fetch(`http://127.0.0.1:8800`);"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1`);alert(1);(`", "localhost\\u0060", "127.0.0.1${1}"]
)
def test_nobody_else_says_where_the_service_is(tmp_path: Path, ui_folder: Path, host: str) -> None:
    assert script(served(tmp_path, ui_folder), host) == "fetch(``);"


def test_a_file_that_was_not_built_is_not_found(tmp_path: Path, ui_folder: Path) -> None:
    (ui_folder / "launch.js").unlink()
    client = TestClient(served(tmp_path, ui_folder), "http://localhost")
    assert client.get("/addin/launch.js").status_code == HTTPStatus.NOT_FOUND


def test_what_is_closed_is_told_before_anybody_is_known(tmp_path: Path, ui_folder: Path) -> None:
    app = served(tmp_path, ui_folder, closed_at_send="identifiers, unchecked")
    told = TestClient(app, "http://localhost").get("/api/v1/sign-in").json()
    assert told["closed_at_send"] == ["identifiers", "unchecked"]
