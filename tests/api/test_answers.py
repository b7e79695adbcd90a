"""A card that was answered is not asked again, over the wire; a key that is not ours answers nothing."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

DRAFT = {
    "subject": "Delivery",
    "body": {"format": "text", "content": "They live at 14 Elm Grove, Ashford TN24 8UU."},
    "from": {"address": "p.shah@wealdshire.example", "name": "P Shah"},
    "to": [{"address": "sales@supplies.example", "name": "Sales", "kind": "outside"}],
    "sending_at": "2026-11-16T10:00:00+00:00",
}
RULE = "only-what-is-necessary"


def check(client: TestClient, moment: str = "send", **known: str) -> dict[str, Any]:
    reply = client.post("/api/v1/checks", json={"moment": moment, "draft": DRAFT | known})
    assert reply.status_code == 200
    found: dict[str, Any] = reply.json()
    return found


def choose(client: TestClient, card: dict[str, Any], chosen: str = "overrode", **other: str) -> int:
    said = {"rule": card["rule"], "finding": card["finding"], "chosen": chosen}
    return client.post("/api/v1/choices", json=said | {"answer_key": card["answer_key"]} | other).status_code


def test_an_answered_card_is_set_aside_in_its_thread_alone(client: TestClient) -> None:
    (card,) = check(client, "compose", thread="one")["advice"]
    assert (card["rule"], choose(client, card)) == (RULE, 204)
    sent = check(client, thread="one")

    assert (sent["verdict"], sent["advice"]) == ("clear", [])
    assert [(s["why"], s["advice"]["rule"]) for s in sent["set_aside"]] == [("answered", RULE)]
    assert check(client, thread="two")["verdict"] == "warn"


def test_taken_back_it_asks_again(client: TestClient) -> None:
    (card,) = check(client, "compose", id="draft-three")["advice"]
    choose(client, card, "wrong-warning", reason="not-there")
    assert check(client, id="draft-three")["advice"] == []
    (aside,) = check(client, "compose", id="draft-three")["set_aside"]
    assert choose(client, aside["advice"], "took-back") == 204

    assert check(client, id="draft-three")["verdict"] == "warn"


@pytest.mark.parametrize(("key", "status"), [("a.b.c", 404), ("é", 404), ("x" * 20_001, 422)])
def test_a_key_that_is_not_ours_answers_nothing(client: TestClient, key: str, status: int) -> None:
    (card,) = check(client, "compose", thread="four")["advice"]

    assert choose(client, card | {"answer_key": key}) == status
    assert check(client, thread="four")["verdict"] == "warn"


def test_a_pasted_text_is_checked_without_recipients(client: TestClient) -> None:
    draft = {"subject": "", "body": DRAFT["body"], "medium": "text-message", "readership": "one-family"}
    reply = client.post("/api/v1/checks", json={"moment": "compose", "draft": draft}).json()

    assert reply["summary"].startswith("For one family")


def test_a_medium_nobody_knows_is_refused_by_name(client: TestClient) -> None:
    draft = DRAFT | {"medium": "telegram"}
    reply = client.post("/api/v1/checks", json={"moment": "compose", "draft": draft})

    assert reply.status_code == 422
    assert "medium" in reply.text
