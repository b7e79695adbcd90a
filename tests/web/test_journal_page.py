"""The page about the journal tells what happened with nobody in it, and how far it can be trusted."""

from http import HTTPStatus

import pytest

from app.domain.journal import FIELDS, Entry, Kind, Shape
from app.journal_ports import Verified
from app.web.staff.journal import FIELD_WORDS
from app.web.state import WebState
from tests.fakes import MONDAY_MORNING
from tests.web.conftest import Browser

CODE = "3f" * 32
LOOKED_UP = Entry(Kind.LOOKUP, {"addresses": 14, "purpose": "publish", "by": CODE})
REFUSED = Entry(Kind.SIGN_IN_FAILURE, {"door": "token", "reason": "expired", "times": 3})


def test_an_empty_journal_says_so(priya: Browser) -> None:
    told = priya.open("/staff/journal").text

    assert "Nothing to show" in told
    assert "Never on this installation" in told
    assert priya.open("/staff/journal/head").status_code == HTTPStatus.NOT_FOUND


def test_entries_are_told_newest_first_and_nobody_is_in_them(priya: Browser, site: WebState) -> None:
    site.staff.journal.journal.tell(LOOKED_UP, REFUSED)
    told = priya.open("/staff/journal").text

    assert told.index("reason: expired; times: 3") < told.index("addresses: 14; for: publish")
    assert "who is covered" in told
    assert CODE not in told
    assert CODE[:8] not in told


def test_only_one_kind_is_shown_when_it_is_picked(priya: Browser, site: WebState) -> None:
    site.staff.journal.journal.tell(LOOKED_UP, *[REFUSED] * 600)
    told = priya.open("/staff/journal?kind=lookup").text

    assert "addresses: 14" in told
    assert "reason: expired" not in told
    assert priya.open("/staff/journal").text.count("reason: expired") == 50
    assert priya.open("/staff/journal?kind=gossip").status_code == HTTPStatus.NOT_FOUND


def test_what_is_forgotten_is_left_out(priya: Browser, site: WebState) -> None:
    site.staff.journal.journal.tell(LOOKED_UP)
    site.staff.journal.journal.forget_before(MONDAY_MORNING.replace(year=2030))
    told = priya.open("/staff/journal").text

    assert "addresses: 14" not in told
    assert "entries below: 1" in told


def test_the_signed_head_can_be_kept_elsewhere(priya: Browser, site: WebState) -> None:
    site.staff.journal.journal.tell(LOOKED_UP)
    kept = priya.open("/staff/journal/head")

    assert kept.text.startswith("fake-journal\n1\n")
    assert kept.text.splitlines()[2] in priya.open("/staff/journal").text.replace("&#43;", "+")


@pytest.mark.parametrize(
    ("is_well", "told", "not_told"),
    [
        (True, "As it was written", "Keep the database and the data folder as they are"),
        (False, "Keep the database and the data folder as they are", "As it was written"),
    ],
)
def test_the_last_verification_is_told(
    priya: Browser, site: WebState, told: str, not_told: str, *, is_well: bool
) -> None:
    site.staff.journal.journal.tell(LOOKED_UP, REFUSED, REFUSED)
    site.staff.journal.verifications.keep(Verified(MONDAY_MORNING, 1, is_well=is_well))
    page = priya.open("/staff/journal").text

    assert told in page
    assert not_told not in page
    assert "2 entries since" in page


def test_every_field_that_is_shown_has_its_words() -> None:
    shown = {name for f in FIELDS.values() for name, shape in f.items() if shape is not Shape.HASH}
    assert FIELD_WORDS.keys() == shown
