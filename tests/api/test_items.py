"""A draft becomes a filled form, the form an item, and its sender follows it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import Any

import pytest
from fastapi.testclient import TestClient

URL = "/api/v1/bulletin"
DRAFT = {
    "subject": "FW: RE: SECONDARY TRANSFER - PLEASE READ!!!",
    "body": {
        "content": "Dear primary headteachers,\n\n"
        "Please check your Year 6 list and send us any changes by Friday 4 December.\n\n"
        "The list is in your folder at https://www.council.example/transfer.\n\n"
        "For Ellie Hartwell (UPN G886526018159) we still need a form, as she is in care.\n\n"
        "Questions to Priya Shah on 01632 960114.\n\nKind regards\nPriya Shah\nSchool Admissions"
    },
    "from": {"address": "p.shah@council.example", "name": "Priya Shah"},
    "sending_at": "2026-11-16T10:00:00+00:00",
}
ITEM = {
    "headline": "Check your Year 6 list",
    "summary": "Send us any changes by Friday 4 December.",
    "body": "The list is in your folder.",
    "for_whom": {"phases": ["primary"]},
    "closes": f"{datetime.now(UTC).date() + timedelta(days=90)}",
    "contact": "Priya Shah, 01632 960114",
    "consent": "none-shown",
    "from": {"address": "p.shah@council.example", "name": "Priya Shah"},
}


def submitted(client: TestClient, **changes: Any) -> Mapping[str, Any]:
    reply = client.post(f"{URL}/items", json={**ITEM, "key": token_hex(16), **changes})
    assert reply.status_code == 201, reply.text
    found: Mapping[str, Any] = reply.json()
    return found


def test_a_draft_becomes_a_filled_form(client: TestClient) -> None:
    reply = client.post(f"{URL}/suggestions", json={"draft": DRAFT}).json()

    item = reply["item"]
    assert item["headline"] == "Secondary transfer"
    assert "by Friday 4 December" in item["summary"]
    assert item["closes"] == "2026-12-04"
    assert item["for_whom"]["phases"] == ["primary"]
    assert item["links"] == ["https://www.council.example/transfer"]
    assert item["contact"].startswith("Priya Shah, 01632 960114")
    assert item["body"].startswith("Please check your Year 6 list")
    assert reply["is_too_late"] is False
    assert (reply["goes_to"]["count"], reply["goes_to"]["urns"]) == (0, [])
    assert reply["goes_to"]["all"] > 100


def test_the_schools_of_a_draft_are_named_and_counted(client: TestClient) -> None:
    addresses = ("office@quillcombe.wealdshire.sch.example", "head@quillcombe.wealdshire.sch.example")
    draft = {
        **DRAFT,
        "to": [{"address": address} for address in (*addresses, "office@x.elsewhere.sch.example")],
    }
    told = client.post(f"{URL}/suggestions", json={"draft": draft}).json()["goes_to"]

    assert (told["count"], told["urns"]) == (2, ["990101"])


def test_an_item_names_no_single_schools(client: TestClient) -> None:
    reply = client.post(
        f"{URL}/items", json={**ITEM, "key": token_hex(16), "for_whom": {"schools": ["100001"]}}
    )
    assert [error["pointer"] for error in reply.json()["errors"]] == ["/for_whom"]


def test_a_form_knows_the_return_that_its_draft_names(client: TestClient) -> None:
    draft = {**DRAFT, "subject": "School census: your return is due on Thursday"}

    assert client.post(f"{URL}/suggestions", json={"draft": draft}).json()["duty"] == "School census"
    assert client.post(f"{URL}/suggestions", json={"draft": DRAFT}).json()["duty"] == ""


def test_what_is_private_is_marked_and_never_at_the_top(client: TestClient) -> None:
    reply = client.post(f"{URL}/suggestions", json={"draft": DRAFT}).json()

    item = reply["item"]
    marked = [item["body"][mark["start"] : mark["end"]] for mark in reply["marks"]]
    assert "G886526018159" in " ".join(marked)
    assert "Ellie" not in item["headline"] + item["summary"]
    assert any(gate["stops"] for gate in reply["gates"])


def test_what_a_gate_means_is_told_with_its_field(client: TestClient) -> None:
    made = submitted(client, contact="Sarah, mum of Olivia, born 12/03/2018")
    parts = [part for gate in made["gates"] if gate["stops"] for part in gate["parts"]]

    assert {"field": "contact", "words": "12/03/2018"} in parts


def test_an_item_is_submitted_and_followed(client: TestClient) -> None:
    made = submitted(client)

    followed = client.get(f"{URL}/items/{made['id']}").json()
    assert followed["stage"] == "submitted"
    assert followed["said"] == "No editor has taken it up yet."
    assert followed["item"]["headline"] == ITEM["headline"]


def test_the_same_submission_twice_is_one_item(client: TestClient) -> None:
    key = token_hex(16)
    assert submitted(client, key=key)["id"] == submitted(client, key=key)["id"]


def test_the_same_news_again_is_told(client: TestClient) -> None:
    first = submitted(client, headline="Grit bins are filled from 12 October")
    again = submitted(client, headline="Grit bins are filled from 12 October")

    assert first["id"] in [one["id"] for one in again["alike"]]


def test_faults_are_told_by_field(client: TestClient) -> None:
    reply = client.post(
        f"{URL}/items", json={**ITEM, "key": token_hex(16), "headline": "x" * 61, "summary": " "}
    )

    assert reply.status_code == 422
    assert {error["pointer"] for error in reply.json()["errors"]} == {"/headline", "/summary"}
    assert "xxx" not in reply.text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("for_whom", {"clusters": ["Nowhere"]}, "No school is in the cluster “Nowhere”."),
        ("for_whom", {"types": ["Castles"]}, "No school is of the type “Castles”."),
        ("for_whom", {"lists": ["l99"]}, "There is no such subscription list"),
        ("documents", ["zzz"], "is not kept here"),
        ("closes", "9999-12-31", "within two years"),
        ("headline", "Census\u202e day", "right-to-left override (U+202E)"),
        ("summary", "Half a \ud83d face", "was lost on its way here"),
    ],
)
def test_what_is_not_there_or_not_seen_is_told_by_field(
    client: TestClient, field: str, value: object, said: str
) -> None:
    sent = json.dumps({**ITEM, "key": token_hex(16), field: value})  # escaped, as a lone surrogate must be
    reply = client.post(f"{URL}/items", content=sent, headers={"Content-Type": "application/json"})

    assert reply.status_code == 422
    [error] = reply.json()["errors"]
    assert error["pointer"] == f"/{field}"
    assert said in error["detail"]


def test_an_item_is_taken_back(client: TestClient) -> None:
    made = submitted(client)

    reply = client.post(f"{URL}/items/{made['id']}/withdrawal", json={"version": made["version"]})
    assert reply.json()["stage"] == "withdrawn"
    again = client.put(f"{URL}/items/{made['id']}", json={**ITEM, "version": made["version"] + 1})
    assert again.status_code == 409


def test_there_is_no_such_item(client: TestClient) -> None:
    assert client.get(f"{URL}/items/{'0' * 32}").status_code == 404
    assert client.get(f"{URL}/items/not-an-id").status_code == 404


def test_without_an_address_nothing_is_kept(client: TestClient) -> None:
    reply = client.post(f"{URL}/items", json={**ITEM, "key": token_hex(16), "from": None})
    assert reply.status_code == 422
    [error] = reply.json()["errors"]
    assert error["pointer"] == "/from"
    assert "address" in error["detail"]
