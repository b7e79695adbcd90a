"""What the description of the API says about who is let in is what happens."""

from pathlib import Path
from typing import Any

import pytest

from app.domain.caller import Role
from app.main import create_app
from app.settings import load_settings
from app.web.sign_in.tickets import new_ticket
from tests.security.whole_service import OURS, PEOPLE, Whole, filled


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, said) for path, ways in document["paths"].items() for method, said in ways.items()]


def asked_for(said: dict[str, Any]) -> set[str]:
    """The ways in of one operation; "nothing" where nothing need be brought."""
    return {way for one in said.get("security", [{}]) for way in (one or ["nothing"])}


@pytest.mark.parametrize("brings", ["ticket", "session", "nothing"])
def test_each_operation_lets_in_whom_it_says(whole: Whole, brings: str) -> None:
    sender = PEOPLE[Role.SENDER]
    ticket = {"Authorization": f"Ticket {new_ticket(sender, whole.app.state.web)[0]}"}
    client = whole.client(sender if brings == "session" else None)
    for path, method, said in operations(whole.app.openapi()):
        more = ticket if brings == "ticket" else {}
        told = client.request(method, filled(path), headers=OURS | more)
        is_let_in = bool(asked_for(said) & {brings, "nothing"})
        assert (told.status_code != 401) == is_let_in, (method, path, told.status_code)
        assert str(told.status_code) in said["responses"], (method, path, told.status_code)


def test_every_operation_that_asks_who_it_is_may_be_without_its_database(whole: Whole) -> None:
    asks = [said for _, _, said in operations(whole.app.openapi()) if "security" in said]

    assert len(asks) > 10
    assert all({"401", "403", "503"} <= set(said["responses"]) for said in asks)


def test_where_nobody_has_to_sign_in_it_says_so_and_names_the_cookie_of_there(
    whole: Whole, tmp_path: Path
) -> None:
    local = create_app(load_settings({}, data=tmp_path, engine=False)).openapi()
    cookies = [
        one["components"]["securitySchemes"]["session"]["name"] for one in (local, whole.app.openapi())
    ]

    assert all("nothing" in asked_for(said) for _, _, said in operations(local))
    assert cookies == ["sendwell-session", "__Host-sendwell-session"]
