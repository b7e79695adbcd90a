"""The route names the issue that the desk will really put a text into."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.bulletin.publish import publish
from app.compose.check_draft import Road, check_draft
from app.domain.draft import Moment
from app.domain.verdict import NextIssue
from tests.bulletin.desks import EVE, KEY, TUESDAY, YES, a_desk, placed
from tests.domain.test_calendar import CALENDAR
from tests.drafts import draft_from
from tests.road import road

NEWS = {
    "to": ["all schools"],
    "subject": "Census day",
    "body": "Dear all headteachers, census day is Thursday 21 January.",
    "at": f"{TUESDAY:%Y-%m-%dT%H:%M}",
}


def issue_on(main: Road) -> NextIssue | None:
    return check_draft(draft_from(NEWS), Moment.COMPOSE, main).verdict.route.issue


def test_what_is_published_takes_nothing_more() -> None:
    desk = a_desk()
    placed(desk)
    main = road()
    main = replace(main, around=replace(main.around, calendar=lambda: CALENDAR, next_issue=desk.next_issue))
    before = issue_on(main)
    publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    after = issue_on(main)

    assert before == NextIssue(12, date(2026, 11, 27), datetime(2026, 11, 25, 12, tzinfo=UTC))
    assert after is not None
    assert (after.number, after.goes_out) == (13, date(2026, 12, 4))


@pytest.mark.parametrize(
    ("then", "issue"),
    [
        (datetime(2026, 10, 27, 10, tzinfo=UTC), (9, date(2026, 11, 6))),
        (datetime(2026, 12, 3, 10, tzinfo=UTC), (14, date(2026, 12, 11))),
        (datetime(2026, 12, 22, 10, tzinfo=UTC), (16, date(2027, 1, 8))),
    ],
)
def test_an_issue_has_one_number_whenever_it_is_asked_for(then: datetime, issue: tuple[int, date]) -> None:
    desk = a_desk()
    placed(desk)
    found = desk.next_issue(then)

    assert found is not None
    assert (found.number, found.goes_out) == issue


def test_where_the_book_cannot_be_read_the_calendar_answers() -> None:
    def broken(_at: datetime) -> NextIssue | None:
        raise OSError("the disk is full")

    main = road()
    assert (
        issue_on(replace(main, around=replace(main.around, next_issue=broken))) == issue_on(main) is not None
    )
