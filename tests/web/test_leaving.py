"""A list is left by one click, from a mail program or from the page."""

from dataclasses import replace
from typing import Any

import pytest

from tests.archive_rooms import LeavingRoom, archive_room
from tests.desk_rooms import desk_room
from tests.web.conftest import Browser, app_for, browser_at, site_for

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def room() -> LeavingRoom:
    return LeavingRoom()


@pytest.fixture
def school(room: LeavingRoom) -> Browser:
    site = site_for(archive=archive_room(desk_room(), leave=room.desk))
    return browser_at(app_for(site), "https://bulletin.council.example", ("203.0.113.9", 50000))


def path(room: LeavingRoom) -> str:
    return f"/leave/request-7/{room.code()}"


def test_opening_it_changes_nothing(room: LeavingRoom, school: Browser) -> None:
    reply = school.open(path(room))

    assert (reply.status_code, len(room.members)) == (200, 3)
    assert "Leave “Music &amp; song”" in reply.text
    assert reply.headers["Cache-Control"] == "no-store"
    assert f'method="post" action="{path(room)}"' in reply.text


@pytest.mark.parametrize("form", [{"data": ONE_CLICK}, {"files": {"List-Unsubscribe": (None, "One-Click")}}])
def test_a_mail_program_leaves_it_twice(room: LeavingRoom, school: Browser, form: dict[str, Any]) -> None:
    """Either kind of form, as RFC 8058 has it; without cookies, and without being sent elsewhere."""
    replies = [school.client.post(path(room), follow_redirects=False, **form) for _ in range(2)]

    assert [reply.status_code for reply in replies] == [200, 200]
    assert all("not on this list any more" in reply.text for reply in replies)
    assert room.members == {"100003"}


@pytest.mark.parametrize(
    ("end", "form", "status"),
    [("", {}, 400), ("", {"List-Unsubscribe": "Two"}, 400), ("0", ONE_CLICK, 404), ("/x", ONE_CLICK, 404)],
)
def test_anything_else_changes_nothing(
    room: LeavingRoom, school: Browser, end: str, form: dict[str, str], status: int
) -> None:
    assert school.client.post(path(room) + end, data=form).status_code == status
    assert len(room.members) == 3


def test_a_list_that_has_ended_says_so(room: LeavingRoom) -> None:
    ended = replace(room.desk, name_of=lambda _: "")
    site = site_for(archive=archive_room(desk_room(), leave=ended))
    reply = browser_at(app_for(site)).open(path(room))

    assert "This list has ended" in reply.text
    assert "<form" not in reply.text
