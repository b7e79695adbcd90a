"""Who asks, as far as it is known."""

from dataclasses import replace
from datetime import date

from fastapi.testclient import TestClient

from app.policy.policy import Policy


def test_before_sign_in_nobody_is_known_and_the_pages_are_named(client: TestClient) -> None:
    reply = client.get("/api/v1/me")

    assert reply.status_code == 200
    assert reply.json() == {
        "name": None,
        "address": None,
        "standing": None,
        "signed_at": None,
        "held": {},
        "sign_at": "/staff/policy",
        "held_at": "/staff/me",
        "notice_at": "/notice",
        "out_of_date": [],
    }


def test_the_person_of_the_pages_is_told_how_they_stand(client: TestClient) -> None:
    here = TestClient(client.app, "http://127.0.0.1:8800", client=("127.0.0.1", 50000))
    token = here.get("/who").text.partition('name="form_token" value="')[2].partition('"')[0]
    sent = {"form_token": token, "name": "Dana Reed", "address": "d.reed@wealdshire.example"}
    here.post("/who", data=sent, headers={"Sec-Fetch-Site": "same-origin"})
    known = here.get("/api/v1/me").json()

    assert (known["name"], known["address"]) == ("Dana Reed", "d.reed@wealdshire.example")
    assert (known["standing"], known["held"]["signatures"]) == ("not-signed", 0)


def test_a_policy_past_its_review_is_named(client: TestClient) -> None:
    service = client.app.state.service  # type: ignore[attr-defined]  # the application is ours
    policy = service.road.policy()
    old = replace(policy.packs[0], review_by=date(2020, 1, 31))
    road = replace(service.road, policy=lambda: Policy((old, *policy.packs[1:])))
    client.app.state.service = replace(service, road=road)  # type: ignore[attr-defined]  # likewise
    told = client.get("/api/v1/me").json()["out_of_date"]
    client.app.state.service = service  # type: ignore[attr-defined]  # likewise

    assert told == [{"title": old.title, "review_by": "2020-01-31"}]
