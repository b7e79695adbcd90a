"""A step of a card becomes a change to set, over the wire; nothing is kept and nothing said that was not asked."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

URL = "/api/v1/fixes"
DRAFT = {
    "subject": "Form",
    "body": {"format": "html", "content": "<p>No. 943&nbsp;476 <b>5919</b>, NHS number, thanks</p>"},
    "from": {"address": "p.shah@wealdshire.example", "name": "Priya Shah"},
    "to": [{"address": "someone@supplies.example", "kind": "outside"}],
}


def card(client: TestClient, draft: dict[str, Any], kind: str) -> dict[str, Any]:
    """What a client sends to have the first step of this kind made."""
    told = client.post("/api/v1/checks", json={"draft": draft}).json()
    advice = next(a for a in told["advice"] if any(s["kind"] == kind and s["asks"] for s in a["actions"]))
    spans = [{k: v for k, v in span.items() if k != "primary"} for span in advice["spans"]]
    return {"rule": advice["rule"], "finding": advice["finding"], "kind": kind, "spans": spans}


def test_the_new_body_holds_all_but_the_number(client: TestClient) -> None:
    told = client.post(URL, json={"draft": DRAFT, **card(client, DRAFT, "redact")}).json()

    assert told["body"] == {
        "format": "html",
        "content": "<p>No. [removed]<b></b>, NHS number, thanks</p>",
        "truncated": False,
    }
    assert told["asks"].startswith("Take “")
    assert [told[name] for name in ("subject", "to", "cc", "bcc", "sending_at", "detached")] == [None] * 5 + [
        []
    ]


def test_recipients_are_told_with_where_they_were(client: TestClient) -> None:
    families = [{"address": f"family{n}@gmail.com", "kind": "outside"} for n in range(12)]
    draft = DRAFT | {
        "to": families,
        "cc": [{"address": "s.okoro@wealdshire.example"}],
        "body": {"content": "The coach leaves at nine."},
    }
    told = client.post(URL, json={"draft": draft, **card(client, draft, "move-to-bcc")}).json()

    assert told["to"] == []
    assert told["cc"] is None
    assert [one["was"] for one in told["bcc"]] == [{"field": "to", "at": n} for n in range(12)]


def test_a_draft_that_changed_is_told_so(client: TestClient) -> None:
    step = card(client, DRAFT, "redact")
    reply = client.post(URL, json={"draft": DRAFT | {"body": {"content": "All is well."}}, **step})

    assert reply.status_code == 409
    assert reply.headers["content-type"] == "application/problem+json"
    assert "changed since it was checked" in reply.json()["detail"]


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"kind": "explain"}, 422),
        ({"rule": "made-up"}, 409),
        ({"spans": [{"field": "body"}]}, 422),
        ({"draft": None}, 422),
    ],
)
def test_what_cannot_be_done_is_told(client: TestClient, wrong: dict[str, Any], status: int) -> None:
    reply = client.post(URL, json={"draft": DRAFT, **card(client, DRAFT, "redact"), **wrong})

    assert reply.status_code == status
    assert "943" not in reply.text


def test_no_record_of_it_is_kept(client: TestClient) -> None:
    road = client.app.state.service.road  # type: ignore[attr-defined]  # the application is ours
    step = card(client, DRAFT, "redact")
    before = len(list(road.records.recent(10_000)))
    client.post(URL, json={"draft": DRAFT, **step})

    assert len(list(road.records.recent(10_000))) == before
