"""A card can be called wrong in one call, and nothing else can be written there."""

import pytest
from fastapi.testclient import TestClient

CARD = {"rule": "no-personal-data-external", "finding": "identifiers/nhs-number"}


def test_a_card_is_called_wrong(client: TestClient) -> None:
    reply = client.post("/api/v1/choices", json=CARD | {"chosen": "wrong-warning", "reason": "not-there"})

    assert (reply.status_code, reply.content) == (204, b"")


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"rule": "made-up"}, 404),
        ({"finding": "identifiers/my dog is ill"}, 404),
        ({"finding": "credentials/password"}, 404),
        ({"chosen": "liked"}, 422),
        ({"reason": "because Oliver is ill"}, 422),
        ({"rule": "x" * 65}, 422),
    ],
)
def test_nothing_else_is_taken(client: TestClient, wrong: dict[str, str], status: int) -> None:
    reply = client.post("/api/v1/choices", json=CARD | {"chosen": "followed"} | wrong)

    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"


def test_the_reasons_that_there_are_can_be_read(client: TestClient) -> None:
    told = client.post("/api/v1/choices", json=CARD | {"chosen": "followed", "reason": "mine"}).json()

    assert told["errors"][0]["detail"].startswith("This must be one of: an empty text, not-there,")
