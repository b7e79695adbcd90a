"""What is somebody's own is nobody else's, whichever way it is asked for; nor is another person's name of any use."""

import re
from typing import Any

import pytest

from bench.attack.service import Attacked

OTHERS = ("another sender", "editor", "reviewer", "administrator")
ITEM = {"headline": "Free music places", "summary": "Book by phone.", "body": "Book by phone.", "for_whom": {}, "consent": "none-shown"}  # fmt: skip
REQUEST = {"kind": "chosen", "subject": "Autumn", "body": "Come.", "for_whom": {"phases": ["primary"]}, "reason": "Theirs alone."}  # fmt: skip


def made(service: Attacked, path: str, body: dict[str, Any], key: str) -> Any:
    told = service.program("sender").post(path, json=body | {"key": key * 20})
    assert told.status_code == 201, told.text
    return told.json()


@pytest.fixture
def item(service: Attacked) -> Any:
    return made(service, "/api/v1/bulletin/items", ITEM, "i")


@pytest.fixture
def request_made(service: Attacked) -> Any:
    return made(service, "/api/v1/bulk-requests", REQUEST, "r")


@pytest.mark.parametrize("name", [*OTHERS, "without a role", "nobody"])
def test_nobody_reads_changes_or_takes_back_anothers_item(service: Attacked, item: Any, name: str) -> None:
    mine, theirs = service.program("sender"), service.program(name)
    path = f"/api/v1/bulletin/items/{item['id']}"
    refused = {401} if name == "nobody" else {403} if name == "without a role" else {404}

    assert theirs.get(path).status_code in refused
    assert theirs.put(path, json=ITEM | {"version": item["version"]}).status_code in refused
    assert theirs.post(f"{path}/withdrawal", json={"version": item["version"]}).status_code in refused
    assert mine.get(path).json()["version"] == item["version"]


@pytest.mark.parametrize("name", [*OTHERS, "without a role", "nobody"])
def test_nobody_reads_or_takes_back_anothers_request(service: Attacked, request_made: Any, name: str) -> None:
    mine, theirs = service.program("sender"), service.program(name)
    path = f"/api/v1/bulk-requests/{request_made['id']}"
    refused = {401} if name == "nobody" else {403} if name == "without a role" else {404}

    assert theirs.get(path).status_code in refused
    assert theirs.post(f"{path}/withdrawal", json={"version": 1}).status_code in refused
    assert mine.get(path).json()["version"] == request_made["version"]


def test_what_is_not_there_and_what_is_anothers_cannot_be_told_apart(service: Attacked, item: Any) -> None:
    theirs = service.program("another sender")
    there = theirs.get(f"/api/v1/bulletin/items/{item['id']}")
    not_there = theirs.get(f"/api/v1/bulletin/items/{'0' * 32}")

    assert (there.status_code, there.json()) == (not_there.status_code, not_there.json())


def test_a_body_that_names_somebody_else_makes_nothing_theirs(service: Attacked) -> None:
    """Whoever is signed in is the sender, whatever a request says."""
    posed = ITEM | {"key": "p" * 20, "from": {"address": "sam.field@wealdshire.example", "name": "Sam Field"}}
    told = service.program("another sender").post("/api/v1/bulletin/items", json=posed).json()

    assert service.program("sender").get(f"/api/v1/bulletin/items/{told['id']}").status_code == 404
    assert service.program("another sender").get(f"/api/v1/bulletin/items/{told['id']}").status_code == 200


def test_the_same_key_of_two_people_makes_two_items(service: Attacked, item: Any) -> None:
    told = service.program("another sender").post("/api/v1/bulletin/items", json=ITEM | {"key": "i" * 20})

    assert told.status_code == 201
    assert told.json()["id"] != item["id"]


@pytest.mark.parametrize("name", OTHERS)
def test_a_form_of_one_person_is_refused_from_another(service: Attacked, name: str) -> None:
    page = service.browser("sender").get("/staff/me").text
    found = re.search(r'name="form_token" value="([^"]+)"', page)
    assert found
    told = service.browser(name).post("/account/sign-out-everywhere", data={"form_token": found[1]})

    assert told.status_code == 403


def test_what_is_held_about_somebody_shows_to_nobody_else(service: Attacked) -> None:
    for name in OTHERS:
        page = service.browser(name).get("/staff/me")
        assert page.status_code == 200
        assert "sam.field@wealdshire.example" not in page.text.casefold()
    assert service.program("another sender").get("/api/v1/me").json()["name"] == "Ann Other"
