"""Can somebody try the desk on any day, with examples that fit it?"""

from datetime import datetime

import pytest

from app.bulletin.requests.urgency_test import Answer, UrgencyRules, kept_urgency
from app.bulletin.samples.examples import Examples
from app.domain.asked import RequestKind
from app.domain.calendar import LONDON
from app.domain.item import ItemState
from tests.bulletin.desks import ANN, EVE, TOM, a_desk
from tests.road import calendar

KNOWN = calendar()
RULES = UrgencyRules(7, {})


def on(*when: int, cluster: str = "Ashmere") -> Examples:
    desk = a_desk(datetime(*when, tzinfo=LONDON))  # type: ignore[arg-type,misc]  # year, month, day, hour
    object.__setattr__(desk, "calendar", lambda: KNOWN)
    return Examples(desk, (ANN, TOM), RULES, cluster)


@pytest.mark.parametrize(
    "when",
    [
        (2026, 11, 22, 9),
        (2026, 11, 25, 13),
        (2026, 12, 18, 16),
        (2026, 12, 26, 9),
        (2027, 2, 17, 9),
        (2027, 3, 26, 9),
        (2027, 5, 31, 9),
        (2027, 8, 10, 9),
        (2031, 1, 1, 9),
    ],
)
def test_they_sit_well_on_any_day(when: tuple[int, ...]) -> None:
    there = on(*when)
    there.put_in(EVE)
    items, today, issue = there.desk.book.items(), there.desk.today, there.desk.next_issue()

    states = [item.state for item in items]
    assert (states.count(ItemState.NEW), len(states)) == (4, 6)
    assert {ItemState.NEEDS_WORK, ItemState.READY} < set(states)
    closes = [item.text.closes for item in items if item.text.closes]
    assert min(closes) > (issue.goes_out if issue else today)


@pytest.mark.parametrize("when", [(2026, 11, 22, 9), (2026, 11, 25, 13), (2026, 12, 26, 9), (2027, 2, 17, 9)])
def test_one_request_is_urgent_as_the_policy_means_it(when: tuple[int, ...]) -> None:
    there = on(*when)
    there.put_in(EVE)
    (urgent,) = (one for one in there.desk.book.requests() if one.asked.kind is RequestKind.URGENT)

    assert kept_urgency(urgent.urgency).answer is Answer.YES


def test_without_clusters_and_without_a_calendar_there_are_items_alone() -> None:
    there = on(2031, 1, 1, 9, cluster="")
    there.put_in(EVE)
    assert there.desk.book.requests() == []
    assert len(there.desk.book.items()) == 6


def test_they_can_be_put_in_again_later() -> None:
    there = on(2026, 11, 22, 9)
    there.put_in(EVE)
    there.desk.clock.at = datetime(2026, 11, 22, 10, tzinfo=LONDON)  # type: ignore[attr-defined]  # a test's clock
    there.put_in(EVE)
    assert len(there.desk.book.items()) == 12
