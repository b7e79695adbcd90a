"""How rules are met is read by those who review and those who keep the policy; governors read a report."""

import csv
import io
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus

import pytest

from app.domain.choice import Choice, Chosen
from app.domain.staff import StaffMember
from app.web.insight.page import terms_of
from app.web.state import WebState
from tests.fakes import MONDAY_MORNING as AT
from tests.insight.test_by_rule import LOUD, spoke
from tests.insight_fakes import FakeRuleFacts, insight_room
from tests.register_fakes import FakeStaffList
from tests.web.conftest import Browser, app_for, browser_at, site_for

WEEK_BEFORE = AT - timedelta(weeks=1)


def full(site: WebState, people: int = 12) -> WebState:
    """Where people met a rule in the week before, and one of them called it wrong."""
    facts = FakeRuleFacts(spoke(LOUD, WEEK_BEFORE, range(people)))
    facts.answers.append(Choice(WEEK_BEFORE, "p1", LOUD, "c/k", Chosen.WRONG_WARNING))
    facts.answers.append(Choice(WEEK_BEFORE, "p2", LOUD, "c/k", Chosen.OVERRODE))
    staff = FakeStaffList()
    staff.replace([StaffMember(f"p{n}", f"Person {n}", team="Admissions") for n in range(people)], AT)
    room = insight_room(facts, staff)
    room.teams(room.of_term(terms_of(site)[0], AT.date()), AT.date() - timedelta(weeks=9))
    return replace(site, insight=room)


@pytest.fixture
def reader() -> Browser:
    return browser_at(app_for(full(site_for()))).come_in()


def test_before_anything_both_say_what_is_missing_and_from_when(priya: Browser) -> None:
    for path in ("/policy/insight", "/review/insight"):
        told = priya.open(path).text
        assert "No data yet" in told
        assert "<svg" not in told
    assert "The report starts on 23 November 2026" in priya.open("/policy/report").text


def test_rules_are_told_in_sentences_bars_and_tables(reader: Browser) -> None:
    told = reader.open("/policy/insight").text

    assert "1 rule spoke to 10 people or more." in told
    assert "“This is wrong” was pressed 1 time about 1 of 1." in told.replace("1 rule of 1", "1 of 1")
    assert "12 cards at Send, 1 sent all the same." in told
    assert "1 team of 10 people or more." in told
    assert "Person 1" not in told


def test_reviewers_are_told_of_no_teams(reader: Browser) -> None:
    told = reader.open("/review/insight").text

    assert "Week by week" in told
    assert "Admissions" not in told
    assert reader.open("/review/insight/teams.csv").status_code == HTTPStatus.NOT_FOUND


def test_a_figure_is_a_file_too(reader: Browser) -> None:
    reply = reader.open("/policy/insight/weeks.csv")
    rows = list(csv.reader(io.StringIO(reply.text.removeprefix("\ufeff"))))

    assert rows[0] == ["Week", "People who met it", "Cards at Send", "Sent all the same", "Called wrong"]
    assert ["Week of 9 November", "12", "12", "1", "1"] in rows
    assert "Not told" in {cell for row in rows for cell in row}


def test_what_fewer_than_ten_met_is_nowhere() -> None:
    reader = browser_at(app_for(full(site_for(), people=9))).come_in()
    told = reader.open("/policy/insight").text

    assert "No rule was met by 10 people or more in weeks that are over." in told
    assert "Admissions" not in told


def test_the_report_says_what_governors_ask(reader: Browser) -> None:
    told = reader.open("/policy/report").text

    for title in (
        "Mails to a school",
        "Routes by week",
        "Wrong warnings",
        "Reveals",
        "Response times",
        "Who may post",
    ):
        assert title in told
    assert "so far: made on 16 November 2026" in told
    assert reader.open("/policy/report/reveals.csv").text.count("\n") == 6
    assert reader.open("/policy/report/none.csv").status_code == HTTPStatus.NOT_FOUND
