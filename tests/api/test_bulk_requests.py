"""Somebody asks for mail that does not fit the bulletin, and follows the request."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from secrets import token_hex
from typing import Any

from fastapi.testclient import TestClient

from app.api.request_replies import said
from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import QUESTIONS, Approval, BulkRequest
from app.domain.for_whom import EVERYBODY
from app.domain.item import Person

URL = "/api/v1/bulk-requests"
NOON = datetime(2026, 6, 22, 12, 0, tzinfo=UTC)
SOON = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
REQUEST = {
    "kind": "urgent",
    "subject": "School census: send your return",
    "body": "The census closes soon.\n\nPlease send your return.",
    "for_whom": {"phases": ["primary"]},
    "duty": "School census",
    "deadline": SOON,
    "from": {"address": "p.shah@council.example", "name": "Priya Shah"},
}


def asked(client: TestClient, **changes: Any) -> Mapping[str, Any]:
    reply = client.post(URL, json={**REQUEST, "key": token_hex(16), **changes})
    assert reply.status_code == 201, reply.text
    found: Mapping[str, Any] = reply.json()
    return found


def test_a_request_is_asked_for_and_followed(client: TestClient) -> None:
    made = asked(client)
    followed = client.get(f"{URL}/{made['id']}").json()

    assert followed == made
    assert followed["state"] == "asked"
    assert (followed["goes_to"], followed["held_until"]) == (None, None)
    assert followed["said"] == "Nobody has decided yet."
    assert followed["asked"]["for_whom"]["phases"] == ["primary"]
    assert followed["asked"]["deadline"] == SOON
    assert "p.shah" not in str(followed)


def test_the_urgency_test_is_told_with_the_policys_words(client: TestClient) -> None:
    told = asked(client)["urgency"]

    assert told["answer"] == "yes"
    assert [step["question"] for step in told["steps"]] == ["duty", "week", "issue"]
    assert told["steps"][0]["quote"]


def test_what_is_not_known_as_a_duty_is_for_somebody_to_look_at(client: TestClient) -> None:
    assert asked(client, duty="The return about boilers")["urgency"]["answer"] == "open"


def test_a_return_that_is_chased_is_urgent_though_its_day_is_past(client: TestClient) -> None:
    past = (datetime.now(UTC) - timedelta(days=9)).date().isoformat()
    told = asked(client, deadline=past, is_chasing=True)

    assert (told["urgency"]["answer"], told["asked"]["is_chasing"]) == ("yes", True)
    assert "chasing" in told["urgency"]["steps"][1]["quote"]
    assert asked(client, deadline=past)["urgency"]["answer"] == "no"


def test_chosen_schools_need_no_urgency(client: TestClient) -> None:
    made = asked(client, kind="chosen", duty="", deadline=None, reason="They joined the payroll service.")

    assert made["urgency"] is None
    assert made["asked"]["reason"] == "They joined the payroll service."


def test_the_same_request_twice_is_one_and_its_key_is_for_nothing_else(client: TestClient) -> None:
    key = token_hex(16)
    assert asked(client, key=key)["id"] == asked(client, key=key)["id"]
    assert client.post(URL, json={**REQUEST, "key": key, "body": "Something else."}).status_code == 409


def test_faults_are_told_by_field(client: TestClient) -> None:
    key = token_hex(16)
    reply = client.post(URL, json={**REQUEST, "key": key, "duty": "", "deadline": None, "subject": "x" * 121})

    assert reply.status_code == 422
    assert {error["pointer"] for error in reply.json()["errors"]} == {"/duty", "/deadline", "/subject"}
    assert client.post(URL, json={**REQUEST, "key": key, "kind": "cluster-note"}).status_code == 422
    assert client.post(URL, json={**REQUEST, "key": "short"}).status_code == 422


def test_a_request_is_taken_back_once(client: TestClient) -> None:
    made = asked(client)
    seen = {"version": made["version"]}
    gone = client.post(f"{URL}/{made['id']}/withdrawal", json=seen).json()

    assert (gone["state"], gone["may_withdraw"]) == ("withdrawn", False)
    assert client.post(f"{URL}/{made['id']}/withdrawal", json={"version": 9}).status_code == 409


def test_what_is_held_says_until_when_in_london() -> None:
    asked_for = Asked(
        RequestKind.URGENT, "Census", "Send it.", EVERYBODY, "", "School census", date(2026, 6, 25)
    )
    request = BulkRequest("r", asked_for, Person("Priya", "p@council.example"), NOON, {})
    answers = dict.fromkeys(QUESTIONS, True)
    held = request.approved(Approval(EVERYBODY, answers, "She agreed."), request.sender, NOON)

    assert said(held) == "It was approved, and is held until 13:10. She agreed."
    assert said(held.stopped()) == said(request)


def test_nobody_finds_a_request_by_guessing(client: TestClient) -> None:
    assert client.get(f"{URL}/{token_hex(16)}").status_code == 404
    assert client.get(f"{URL}/census").status_code == 404


def test_without_an_address_nobody_can_ask(client: TestClient) -> None:
    anonymous = {name: value for name, value in REQUEST.items() if name != "from"}

    reply = client.post(URL, json={**anonymous, "key": token_hex(16)})
    assert reply.status_code == 422
    assert [error["pointer"] for error in reply.json()["errors"]] == ["/from"]
