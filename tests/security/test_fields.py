"""What is sent beside what was asked for: does any of it set anything?"""

from typing import Any

import pytest
from fastapi.routing import APIRoute
from pydantic import BaseModel

from app.domain.caller import Role
from app.web.people import COOKIE
from tests.security.whole_service import OURS, PEOPLE, Whole

ITEM = {
    "key": "a-key-of-sixteen-or-more",
    "headline": "Clubs start on Monday",
    "summary": "After-school clubs start on Monday.",
    "body": "After-school clubs start on Monday 30 November.",
    "contact": "admissions@wealdshire.example",
}
MORE: dict[str, Any] = {
    "id": "f" * 32,
    "state": "published",
    "by": {"name": "Zanzibar", "address": "zanzibar@wealdshire.example"},
    "from": {"name": "Zanzibar", "address": "zanzibar@wealdshire.example"},
    "editor": "zanzibar@wealdshire.example",
    "claimed_by": "zanzibar",
    "version": 99,
    "submitted_at": "2001-01-01T00:00:00Z",
    "roles": ["administrator"],
    "__proto__": {"is_admin": True},
    "gates": [],
}


def sent(whole: Whole, item: dict[str, Any]) -> Any:
    return whole.client(PEOPLE[Role.SENDER]).post("/api/v1/bulletin/items", json=item, headers=OURS)


def test_fields_that_nobody_asked_for_set_nothing(whole: Whole) -> None:
    plain = sent(whole, ITEM)
    more = sent(whole, {**ITEM, **MORE, "key": "another-key-of-sixteen"})

    assert plain.status_code == more.status_code == 201, (plain.text, more.text)
    one, other = plain.json(), more.json()
    assert one.keys() == other.keys()
    for name in ("state", "version", "why", "gates"):
        assert one.get(name) == other.get(name), name
    assert other["id"] not in {one["id"], MORE["id"]}
    assert "anzibar" not in more.text
    seen = whole.ask("GET", f"/desk/items/{other['id']}")
    assert seen.status_code == 200
    assert "anzibar" not in seen.text  # who is signed in submitted it, whatever the body says


def test_a_session_is_not_changed_by_what_is_sent(whole: Whole) -> None:
    before = whole.client(PEOPLE[Role.SENDER]).get("/api/v1/me").json()
    for path in ("/account/sign-out-everywhere", "/staff/policy/withdraw"):
        data = {"form_token": "wrong", "roles": "administrator", "address": "x@y.example", COOKIE: "x"}
        whole.client(PEOPLE[Role.SENDER]).post(path, data=data, headers=OURS)

    assert whole.client(PEOPLE[Role.SENDER]).get("/api/v1/me").json() == before
    assert whole.client(PEOPLE[Role.SENDER]).get("/policy").status_code == 403


def test_a_field_comes_from_one_place_only(whole: Whole) -> None:
    """A body's field in the address, an address's in a cookie or a header, and each twice: nothing is mixed."""
    client = whole.client(PEOPLE[Role.SENDER])
    assert (
        client.post("/api/v1/bulletin/items?key=a-key-of-sixteen-or-more", json={}, headers=OURS).status_code
        == 422
    )
    twice = whole.client(PEOPLE[Role.ADMINISTRATOR])
    twice.cookies.set("rule", "zanzibar", domain="sendwell.example")
    assert "zanzibar" not in twice.get("/policy/rules?q=one&q=two", headers={"q": "zanzibar"}).text


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_every_body_is_a_declared_type(whole: Whole, method: str) -> None:
    """No route of the API takes whatever comes."""
    for route in whole.routes:
        if route.path.startswith("/api/") and method in (route.methods or ()):
            for given in route.dependant.body_params:
                kind = given.field_info.annotation
                is_model = isinstance(kind, type) and issubclass(kind, BaseModel)
                assert is_model or route.path == "/api/v1/documents", route.path
                assert isinstance(route, APIRoute)
