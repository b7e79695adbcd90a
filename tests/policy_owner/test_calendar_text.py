"""A calendar goes into a form and comes out again as the same calendar, whatever its terms are called."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.adapters.files.calendar import read_calendar
from app.policy_owner.calendar_text import form_of, laid_out, put_upon, text_of
from app.policy_owner.calendar_words import differences_of_calendars, in_words, what_changes
from bench.calendar_sweep import calendars
from tests.road import PROJECT

TEXT = (PROJECT / "app/adapters/files/sample/calendar.yml").read_text(encoding="utf-8")
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def read(text: str) -> object:
    return read_calendar(text, "calendar.yml")


def test_a_form_that_nobody_touched_changes_nothing() -> None:
    assert text_of(form_of(TEXT), TEXT) == TEXT


def test_laid_out_anew_it_is_the_same_calendar() -> None:
    text, fields = laid_out(form_of(TEXT))

    assert read(text) == read(TEXT)
    assert len(fields) == len(text.splitlines())
    assert form_of(text) == form_of(TEXT)


@pytest.mark.parametrize(
    "name", ["null", "Term 1: “autumn” # x", "- a", '"', "'", "yes", "{a}", "a\\b", "2026", "*x", "Siân’s"]
)
def test_any_name_comes_back_as_it_was_written(name: str) -> None:
    form = form_of(TEXT)
    form.years[0].terms[0].parts["name"] = form.values["authority"] = name

    assert form_of(text_of(form, TEXT)).years[0].terms[0].parts["name"] == name
    assert form_of(laid_out(form)[0]).values["authority"] == name
    read(laid_out(form)[0])
    read(text_of(form, TEXT))


def test_half_term_days_off_and_years_come_and_go() -> None:
    form = form_of(TEXT)
    form.years[0].terms[0].parts |= {"half_starts": "", "half_ends": ""}
    form.years[1].inset_days = []
    form.extra = ["2027-06-11"]
    del form.years[2]
    calendar = read_calendar(text_of(form, TEXT), "calendar.yml")

    assert calendar.terms[0].half_term is None
    assert len(calendar.terms) == 6
    assert len(calendar.inset_days) == 5
    assert f"{max(calendar.bank_holidays & {datetime(2027, 6, 11, tzinfo=UTC).date()})}" == "2027-06-11"


def test_two_peoples_changes_of_one_calendar_are_put_together() -> None:
    mine = form_of(TEXT)
    mine.values["closes"] = "16:30"
    both = put_upon(TEXT, TEXT.replace("opens: 08:30", "opens: 08:00"), mine)

    assert (both.values["opens"], both.values["closes"]) == ("08:00", "16:30")


def test_what_changes_is_said_in_words() -> None:
    before = read_calendar(TEXT, "calendar.yml")
    after = replace(before, working_days=frozenset({0, 1, 2, 4}), terms=before.terms[:6])

    assert what_changes(before, before, NOW) == [
        "Next issue: Friday 27 November, cut-off Wednesday 25 November at noon, as before."
    ]
    said = what_changes(before, after, NOW)
    assert "2028-29 is taken out, with its 40 issues." in said
    assert (
        "Offices work Monday, Tuesday, Wednesday and Friday, 08:30 to 17:00. It was Monday to Friday, 08:30 to 17:00."
        in said
    )
    late = what_changes(before, after, datetime(2030, 1, 1, tzinfo=UTC))
    assert late[0] == "Next issue: none: the calendar holds no further term, as before."


def test_every_calendar_of_the_sweep_can_be_told() -> None:
    for calendar in calendars().values():
        assert in_words(calendar, NOW)
        assert len(calendar.issue_days()) > 30


def test_differences_name_year_and_term() -> None:
    (one,) = differences_of_calendars(TEXT, TEXT.replace("ends: 2027-03-25", "ends: 2027-03-24"))

    assert (one.field, one.old, one.new) == ("2026-27, Spring term: last day", "2027-03-25", "2027-03-24")
