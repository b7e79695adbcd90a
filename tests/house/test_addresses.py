"""Does anything that the service shows, answers or logs hold an address of the directory?"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from app.main import create_app
from app.settings import load_settings
from app.web.site import ROUTERS
from tests.road import PROJECT
from tests.web.conftest import HOME, PRIYA, Browser, browser_at

SAMPLE = PROJECT / "app" / "adapters" / "files" / "sample"
KNOWN = {
    "urn": "990101",
    "key": "none",
    "number": "1",
    "pack": "trust",
    "rule": "none",
    "document": "calendar",
}


def _column(name: str) -> set[str]:
    rows = csv.DictReader(io.StringIO((SAMPLE / f"{name}.csv").read_text(encoding="utf-8")))
    return {row["address"] for row in rows if row["address"]}


PRIVATE = _column("emails")
"""``/try/people.json`` is left out: it plays Outlook's own address book for the compose window, and is there with
the sample authority alone."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The whole service with the sample authority, as it is after its start."""
    folder: Path = tmp_path_factory.mktemp("addresses")
    return create_app(load_settings({}, data=folder, sample=True))


@pytest.fixture(scope="module")
def priya(app: FastAPI) -> Browser:
    return browser_at(app, HOME).come_in(PRIYA)


def _paths(app: FastAPI) -> Iterator[str]:
    pages = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
    replies = [path for path, methods in app.openapi()["paths"].items() if "get" in methods]
    for path in (*(r.path for r in pages if "GET" in (r.methods or ())), *replies, "/"):
        yield re.sub(r"\{(\w+)[^}]*\}", lambda name: KNOWN.get(name[1], "none"), path)
    yield from ("/desk/directory/schools?q=school", "/desk/directory/clusters/change?cluster=Ashmere")


def test_no_page_and_no_reply_shows_an_address_of_a_school(
    app: FastAPI, priya: Browser, capfd: pytest.CaptureFixture[str]
) -> None:
    shown = {path: priya.open(path) for path in sorted(set(_paths(app)))}
    logged = capfd.readouterr()

    assert len(PRIVATE) > 400
    assert "Quillcombe Primary School" in shown["/desk/directory/schools/990101"].text
    found = {path: address for path, reply in shown.items() for address in PRIVATE if address in reply.text}
    assert found == {}
    assert not [address for address in PRIVATE if address in logged.out + logged.err]


def test_looking_at_an_import_shows_none_either(priya: Browser) -> None:
    sent = {
        name: (f"{name}.csv", (SAMPLE / f"{name}.csv").read_bytes())
        for name in ("register", "emails", "clusters")
    }
    wrong = sent["emails"][1] + b"999999,office@quillcombe.wealdshire.sch.example,office\n"
    sent["emails"] = ("emails.csv", wrong)
    page = "/desk/directory/import"
    told = priya.send(page, {"look": "yes"}, on=page, files=sent)

    assert "names the school 999999, which is not in the register" in told.text
    assert [address for address in PRIVATE if address in told.text] == []
