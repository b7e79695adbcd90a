"""A school leaves the list that its mail is of, and nobody else does."""

import pytest

from app.bulletin.mailing.leave_list import leave, leaving
from tests.archive_rooms import LeavingRoom


@pytest.fixture
def room() -> LeavingRoom:
    return LeavingRoom()


def test_every_school_of_the_address_leaves(room: LeavingRoom) -> None:
    link = leaving(room.desk, "request-7", room.code())

    assert link
    assert link.subscription == "music"
    assert leave(room.desk, link) == 2
    assert room.members == {"100003"}
    assert leave(room.desk, link) == 0


def test_a_link_that_we_did_not_make_is_none(room: LeavingRoom) -> None:
    code = room.code()
    room.mailings.begin(room.mail("request-8"))
    room.mailings.begin(room.mail("request-9", "music", "payroll"))

    assert leaving(room.desk, "request-8", code) is None
    assert leaving(room.desk, "request-9", room.code(number="request-9")) is None
    assert leaving(room.desk, "request-10", room.code(number="request-10")) is None
    assert all(
        leaving(room.desk, "request-7", bad) is None for bad in ("", code[:-1], f"{code}0", code[::-1], "é")
    )


def test_a_list_that_is_full_of_one_address_ends(room: LeavingRoom) -> None:
    link = leaving(room.desk, "request-7", room.code())
    room.desk = type(room.desk)(room.mailings, room.desk.book, room.ids, lambda *_: False, room.name_of)

    assert link
    assert leave(room.desk, link) == 0
