"""How does an issue get from open to out?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.errors import BulletinError
from app.domain.issue import QUESTIONS, Issue, IssueState
from app.domain.item import IssueKey, Person

AT = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
EVE = Person("Eve Shah", "eve@council.example")
OPEN = Issue(IssueKey(2026, 12), date(2026, 11, 27), AT - timedelta(days=2), order=("a", "b"))
YES = dict.fromkeys(QUESTIONS, True)
HELD = OPEN.published(YES, EVE, AT)
OVER = AT + timedelta(minutes=10)
GOING = HELD.going_out(OVER)
OUT = GOING.out(OVER)
STEPS: dict[str, Callable[[Issue], Issue]] = {
    "placed": lambda issue: issue.placed("c"),
    "without": lambda issue: issue.without("a"),
    "ordered": lambda issue: issue.ordered("ba"),
    "introduced": lambda issue: issue.introduced("Dear all"),
    "published": lambda issue: issue.published(YES, EVE, AT),
    "stopped": Issue.stopped,
    "going out": lambda issue: issue.going_out(OVER),
    "out": lambda issue: issue.out(OVER),
}
LEGAL = {
    IssueState.OPEN: {"placed", "without", "ordered", "introduced", "published"},
    IssueState.HELD: {"stopped", "going out"},
    IssueState.GOING_OUT: {"out"},
    IssueState.OUT: set[str](),
}


@pytest.mark.parametrize("issue", [OPEN, HELD, GOING, OUT], ids=lambda issue: issue.state)
@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_made_from_where_it_can_be_made_and_nowhere_else(issue: Issue, step: str) -> None:
    if step in LEGAL[issue.state]:
        assert STEPS[step](issue) != issue
    else:
        with pytest.raises(BulletinError):
            STEPS[step](issue)


def test_from_open_to_out() -> None:
    assert [issue.state for issue in (OPEN, HELD, GOING, OUT)] == list(IssueState)
    assert (HELD.held_until, HELD.published_by, HELD.answers, OUT.went_out_at) == (OVER, EVE, YES, OVER)
    assert HELD.stopped() == OPEN


def test_the_hold_lasts_to_its_last_second() -> None:
    with pytest.raises(BulletinError, match="held for some minutes"):
        HELD.going_out(OVER - timedelta(microseconds=1))


@pytest.mark.parametrize(
    "at", ["2026-10-25T01:55:00+01:00", "2026-10-25T01:55:00+00:00", "2026-03-29T00:55:00+00:00"]
)
def test_ten_minutes_are_ten_when_the_clocks_change(at: str) -> None:
    local = datetime.fromisoformat(at).astimezone(ZoneInfo("Europe/London"))
    held = OPEN.published(YES, EVE, local)
    over = datetime.fromisoformat(at) + timedelta(minutes=10)

    with pytest.raises(BulletinError):
        held.going_out(over - timedelta(seconds=1))
    assert held.going_out(over.astimezone(ZoneInfo("Europe/London"))).state is IssueState.GOING_OUT


@pytest.mark.parametrize(("hours", "until"), [(-1, OVER), (24, AT + timedelta(hours=24))])
def test_it_is_held_until_its_day(hours: int, until: datetime) -> None:
    assert OPEN.published(YES, EVE, AT, AT + timedelta(hours=hours)).held_until == until


@pytest.mark.parametrize(
    ("answers", "field"),
    [({}, "accurate"), (YES | {"neutral": False}, "neutral"), ({**YES, "context": "yes"}, "context")],
)
def test_every_question_is_answered_with_yes(answers: dict[str, bool], field: str) -> None:
    with pytest.raises(BulletinError) as raised:
        OPEN.published(answers, EVE, AT)
    assert raised.value.field == field


def test_an_empty_issue_is_not_published() -> None:
    with pytest.raises(BulletinError, match="nothing in this issue"):
        replace(OPEN, order=()).published(YES, EVE, AT)


def test_an_introduction_is_short() -> None:
    assert OPEN.introduced("x" * 600).introduction == "x" * 600
    with pytest.raises(BulletinError) as raised:
        OPEN.introduced("x" * 601)
    assert raised.value.field == "introduction"
    with pytest.raises(BulletinError, match="was lost on its way"):
        OPEN.introduced("Half a \ufffd face")
    with pytest.raises(BulletinError, match="nobody sees"):
        OPEN.introduced("Closed \u202elive")


@pytest.mark.parametrize(
    ("item", "at", "order"),
    [
        ("c", None, "abc"),
        ("c", 0, "cab"),
        ("a", None, "ba"),
        ("a", 1, "ba"),
        ("b", 0, "ba"),
        ("c", 99, "abc"),
        ("c", -5, "cab"),
    ],
)
def test_items_stand_where_they_are_put_once(item: str, at: int | None, order: str) -> None:
    assert OPEN.placed(item, at).order == tuple(order)
