"""A field of the wrong kind, and a method of the wrong kind: both are told, neither is guessed at."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

DRAFT = {"subject": "Dates", "body": {"content": "Half term is in May."}}
FILE = {"name": "dates.txt", "size": 12, "inline": False}


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"attachments": [FILE | {"size": "12"}]}, "/draft/attachments/0/size"),
        ({"attachments": [FILE | {"size": True}]}, "/draft/attachments/0/size"),
        ({"attachments": [FILE | {"size": 12.5}]}, "/draft/attachments/0/size"),
        ({"attachments": [FILE | {"size": 1e300}]}, "/draft/attachments/0/size"),
        ({"attachments": [FILE | {"inline": "no"}]}, "/draft/attachments/0/inline"),
        ({"attachments": [FILE | {"inline": 0}]}, "/draft/attachments/0/inline"),
        ({"recipients_capped": "true"}, "/draft/recipients_capped"),
        ({"body": {"content": "", "truncated": 1}}, "/draft/body/truncated"),
    ],
)
def test_a_field_of_another_kind_is_not_guessed_at(
    client: TestClient, wrong: dict[str, Any], pointer: str
) -> None:
    told = client.post("/api/v1/checks", json={"draft": DRAFT | wrong})

    assert told.status_code == 422
    assert [error["pointer"] for error in told.json()["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"closes": "2026-02-30"}, "This must be a day, written like 2026-11-20."),
        ({"closes": 3}, "This must be a day, written like 2026-11-20."),
        ({"closes": 1795132800}, "This must be a day, written like 2026-11-20."),
        ({"closes": "1795132800"}, "This must be a day, written like 2026-11-20."),
        ({"body": "x" * 60_000}, "This may be 50000 characters long at most."),
        ({"for_whom": {"clusters": ["a"] * 300}}, "This may have 200 entries at most."),
        ({"key": "a"}, "This must be 16 characters long at least."),
    ],
)
def test_a_field_of_an_item_is_told_what_it_has_to_be(
    client: TestClient, wrong: dict[str, Any], told: str
) -> None:
    item = {"headline": "Dates", "summary": "Dates are set.", "key": "a" * 20} | wrong
    reply = client.post("/api/v1/bulletin/items", json=item)

    assert [error["detail"] for error in reply.json()["errors"]] == [told]


@pytest.mark.parametrize("size", [12, 12.0, 0])
def test_json_knows_one_kind_of_number(client: TestClient, size: float) -> None:
    told = client.post("/api/v1/checks", json={"draft": DRAFT | {"attachments": [FILE | {"size": size}]}})

    assert told.status_code == 200


@pytest.mark.parametrize(
    ("path", "method", "allowed"),
    [
        ("/api/v1/bulletin/items/" + "0" * 32, "DELETE", {"HEAD", "GET", "PUT"}),
        ("/api/v1/checks", "GET", {"POST"}),
        ("/healthz", "POST", {"HEAD", "GET"}),
    ],
)
def test_every_method_of_an_address_is_told(
    client: TestClient, path: str, method: str, allowed: set[str]
) -> None:
    told = client.request(method, path)

    assert told.status_code == 405
    assert set(told.headers["allow"].split(", ")) == allowed
