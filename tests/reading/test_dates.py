"""Dates as people write them: a table of forms, hostile texts, and what holds for any text."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.files.calendar import read_calendar
from app.domain.calendar import LONDON, SchoolCalendar
from app.domain.reading import DateMention, DateRole
from app.reading.dates import MOST_DATES, find_dates
from tests.steps import check_in_proportion, rows_of

HERE = Path(__file__).parent
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SAMPLE = HERE.parent.parent / "app/adapters/files/sample/calendar.yml"
CALENDAR: SchoolCalendar = read_calendar(SAMPLE.read_text(encoding="utf-8"), SAMPLE.name)
NOW = datetime(2026, 11, 20, 15, 0, tzinfo=LONDON)
TABLE: list[dict[str, Any]] = yaml.safe_load((HERE / "dates.yml").read_text(encoding="utf-8"))
FORMS = [(str(block["at"]), words, dates) for block in TABLE for words, dates in block["dates"].items()]


def moment(at: str) -> datetime:
    parsed = datetime.fromisoformat(at)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=LONDON)


def told(text: str, mention: DateMention) -> str:
    parts = [f"{text[mention.start : mention.end]} = {mention.day}"]
    parts += [f"{mention.at:%H:%M}"] if mention.at else []
    parts += [f"said {WEEKDAYS[mention.weekday_said]}"] if mention.weekday_said is not None else []
    parts += [] if mention.role is DateRole.MENTION else [str(mention.role)]
    return " ".join(parts)


@pytest.mark.parametrize(("at", "words", "dates"), FORMS, ids=[f"{at} {words}" for at, words, _ in FORMS])
def test_form(at: str, words: str, dates: list[str]) -> None:
    found = find_dates(words, moment(at), CALENDAR)

    assert [told(words, mention) for mention in found] == dates


def test_a_year_is_told_from_a_guess() -> None:
    assert [d.has_year for d in find_dates("4 December 2026, 5/12/26, 6 December", NOW, CALENDAR)] == [
        True,
        True,
        False,
    ]


def test_non_breaking_spaces_and_long_dashes_are_plain_ones() -> None:
    found = find_dates("by\u00a0Friday\u00a04\u202fDecember \u2013 or 2\u201110\u20112027", NOW, CALENDAR)

    assert [(d.day.isoformat(), d.role) for d in found] == [
        ("2026-12-04", DateRole.DEADLINE),
        ("2027-10-02", DateRole.MENTION),
    ]


def test_blanked_history_parts_two_dates() -> None:
    own = "by" + " " * 5000 + "Friday 4 December"

    assert [d.role for d in find_dates(own, NOW, CALENDAR)] == [DateRole.MENTION]


PIECES = st.sampled_from(
    (
        "by ",
        "Friday",
        " 31",
        "/",
        "12",
        ".",
        "29 February",
        " 2027",
        "w/c ",
        "noon ",
        "\u00a0",
        "\n",
        "in ",
        "9999",
        "-",
        "00/00/00",
    )
)


@given(st.text() | st.lists(PIECES).map("".join), st.datetimes(timezones=st.just(LONDON)))
def test_no_text_and_no_moment_breaks_it(text: str, at: datetime) -> None:
    for mention in find_dates(text, at, CALENDAR):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip()


def test_half_a_character_breaks_nothing() -> None:
    assert [d.day.isoformat() for d in find_dates("\ud800 by 4 December", NOW, CALENDAR)] == ["2026-12-04"]


@pytest.mark.parametrize(
    "piece",
    ["12/11 ", "by ", "Monday to Friday ", "4 December ", "24/7 é the 3rd ", "1" * 50, " \n", "10 Sept, "],
)
def test_hostile_text_takes_steps_in_proportion(piece: str) -> None:
    check_in_proportion(lambda text: find_dates(text, NOW, CALENDAR), rows_of(piece))


def test_a_text_of_dates_is_read_as_far_as_the_limit() -> None:
    assert len(find_dates("Come on 12/11. " * 2 * MOST_DATES, NOW, CALENDAR)) == MOST_DATES
