"""Lists tell their own history, and hold nobody once they have ended."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.directory.subscription_lists import (
    SubscriptionDesk,
    change_list,
    end_list,
    follow_successors,
    make_list,
    subscription_lists,
    take_off,
)
from app.domain.errors import UpkeepError
from app.domain.subscription import SubscriptionList
from tests.directory_fakes import FakeSubscriptions
from tests.fakes import MONDAY_MORNING, FakeClock

MUSIC = SubscriptionList(" Music  lessons", frozenset({"1", "2"}), date(2026, 11, 16))


@pytest.fixture
def desk() -> SubscriptionDesk:
    return SubscriptionDesk(FakeSubscriptions(), FakeClock())


def test_a_list_is_made_changed_and_ended(desk: SubscriptionDesk) -> None:
    first = make_list(desk, MUSIC, "Priya", "New")
    second = change_list(
        desk, first, replace(MUSIC, schools=frozenset({"2", "3"}), ends=None), "Tom", "One left"
    )
    end_list(desk, second, "Tom", "No more")
    (line,) = subscription_lists(desk)
    assert line.has_ended
    assert [(sorted(c.added), sorted(c.removed)) for c in line.changes] == [
        ([], []),
        (["3"], ["1"]),
        (["1", "2"], []),
    ]
    assert (line.subscription.name, line.entry.at) == ("Music lessons", MONDAY_MORNING)
    with pytest.raises(UpkeepError, match="ended already"):
        end_list(desk, line.entry, "Tom", "Again")


@pytest.mark.parametrize(
    ("given", "why", "field"),
    [
        (replace(MUSIC, name=" "), "New", "name"),
        (replace(MUSIC, name="x" * 101), "New", "name"),
        (replace(MUSIC, name="office@oak.sch.uk"), "New", "name"),
        (replace(MUSIC, name="ART"), "New", "name"),
        (replace(MUSIC, ends=date(2026, 11, 15)), "New", "ends"),
        (MUSIC, "", "why"),
        (MUSIC, "x" * 301, "why"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    desk: SubscriptionDesk, given: SubscriptionList, why: str, field: str
) -> None:
    make_list(desk, SubscriptionList("Art"), "Priya", "New")
    with pytest.raises(UpkeepError) as wrong:
        make_list(desk, given, "Priya", why)
    assert wrong.value.field == field
    assert len(subscription_lists(desk)) == 1


def test_nobody_overwrites_another_or_changes_nothing(desk: SubscriptionDesk) -> None:
    first = make_list(desk, MUSIC, "Priya", "New")
    with pytest.raises(UpkeepError, match="Nothing would change"):
        change_list(desk, first, first.subscription, "Priya", "The same")
    change_list(desk, first, replace(MUSIC, name="Music"), "Priya", "Shorter")
    with pytest.raises(UpkeepError, match="meanwhile"):
        change_list(desk, first, replace(MUSIC, name="Lessons"), "Tom", "Shorter")


def test_a_name_is_free_again_when_its_list_has_ended(desk: SubscriptionDesk) -> None:
    make_list(desk, MUSIC, "Priya", "New")
    later = SubscriptionDesk(desk.store, FakeClock(MONDAY_MORNING + timedelta(days=1)))
    make_list(later, replace(MUSIC, ends=None), "Priya", "Next year")
    assert [line.has_ended for line in subscription_lists(later)] == [False, True]


def test_the_academy_is_on_the_lists_of_the_school_whose_place_it_took(desk: SubscriptionDesk) -> None:
    make_list(desk, MUSIC, "Priya", "New")
    assert follow_successors(desk, {"1": "9", "7": "8"}) == 1
    assert follow_successors(desk, {"1": "9", "7": "8"}) == 0
    (line,) = subscription_lists(desk)
    assert line.subscription.schools == {"1", "2", "9"}
    assert line.entry.by == "the import of the register"


def test_a_school_is_taken_off_once(desk: SubscriptionDesk) -> None:
    entry = make_list(desk, SubscriptionList("Music", frozenset({"1", "2"})), "Ann", "New")

    assert take_off(desk, entry.key, "1", "the school", "Left by a link")
    assert not take_off(desk, entry.key, "1", "the school", "Left by a link")
    assert not take_off(desk, "other", "2", "the school", "Left by a link")
    (line,) = subscription_lists(desk)
    assert (line.subscription.schools, line.entry.why) == (frozenset({"2"}), "Left by a link")
