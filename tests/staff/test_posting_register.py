"""The register tells who may post today, what ends soon, and how it came about."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import PostingError
from app.domain.posting import Outlet, Permission, PermissionState, may_post
from app.staff.posting_register import PostingDesk, change, end, give, name_champion, posting_register
from tests.fakes import FakeClock
from tests.register_fakes import FakePostingStore

LEAVE = Permission(
    "P.Shah@Council.example", " Priya  Shah", "Oak Primary", Outlet.WEBSITE, "news", "editor", "news", "school life",
    "Ann Hall", date(2026, 9, 1), date(2027, 7, 31),
)  # fmt: skip
TODAY = date(2026, 11, 16)


@pytest.fixture
def desk() -> PostingDesk:
    return PostingDesk(FakePostingStore(), FakeClock())


def test_leave_is_kept_in_tidy_spelling_with_who_and_why(desk: PostingDesk) -> None:
    entry = give(desk, LEAVE, "Ann", "New  term")

    assert (entry.permission.address, entry.permission.name) == ("p.shah@council.example", "Priya Shah")
    assert (entry.by, entry.why) == ("Ann", "New term")
    assert may_post(posting_register(desk).permissions, "p.shah@council.example", Outlet.WEBSITE, TODAY)


@pytest.mark.parametrize(
    "field", ["name", "on_behalf_of", "place", "capacity", "scope", "subject", "given_by", "address"]
)
def test_leave_that_lacks_a_part_is_refused(desk: PostingDesk, field: str) -> None:
    for words in ("", " \0 ", "x" * 501):
        with pytest.raises(PostingError) as refused:
            give(desk, replace(LEAVE, **{field: words}), "Ann", "why")  # type: ignore[arg-type]  # text fields only
        assert refused.value.field == field


@pytest.mark.parametrize("ends", [date(2026, 8, 31), date(2026, 11, 15), date(2100, 1, 1)])
def test_leave_needs_an_end_that_is_to_come(desk: PostingDesk, ends: date) -> None:
    with pytest.raises(PostingError):
        give(desk, replace(LEAVE, ends=ends), "Ann", "why")


def test_ending_takes_effect_at_once_and_the_history_stays(desk: PostingDesk) -> None:
    entry = give(desk, replace(LEAVE, starts=TODAY), "Ann", "New term")
    end(desk, entry, "Ann", "Left")
    register = posting_register(desk)

    assert register.lines[0].state is PermissionState.ENDED
    assert [e.why for e in register.lines[0].history] == ["New term", "Left"]
    assert not may_post(register.permissions, "p.shah@council.example", Outlet.WEBSITE, TODAY)
    with pytest.raises(PostingError, match="already"):
        end(desk, register.lines[0].entry, "Ann", "again")


def test_a_change_follows_what_somebody_saw(desk: PostingDesk) -> None:
    first = give(desk, LEAVE, "Ann", "New term")
    change(desk, first, replace(LEAVE, scope="news and dates"), "Ann", "More")

    with pytest.raises(PostingError, match="meanwhile"):
        change(desk, first, replace(LEAVE, scope="all"), "Bob", "Other")
    with pytest.raises(PostingError, match="Nothing would change"):
        change(
            desk, posting_register(desk).lines[0].entry, replace(LEAVE, scope="news and dates"), "Bob", "x"
        )


def test_what_ends_soon_comes_first_and_what_ended_last(desk: PostingDesk) -> None:
    for ends in (date(2027, 7, 31), date(2026, 12, 1), TODAY):
        give(desk, replace(LEAVE, ends=ends, name=str(ends)), "Ann", "why")
    end(desk, posting_register(desk).lines[0].entry, "Ann", "over")

    assert [line.state for line in posting_register(desk).lines] == [
        PermissionState.ENDING_SOON,
        PermissionState.IN_FORCE,
        PermissionState.ENDED,
    ]


def test_the_last_champion_named_is_the_one(desk: PostingDesk) -> None:
    give(desk, LEAVE, "Ann", "why")
    assert posting_register(desk).without_champion == ("Oak Primary",)
    for name in ("Tom", "Vi"):
        name_champion(desk, "oak primary", "a@council.example", name, "Ann")
    register = posting_register(desk)

    assert [c.name for c in register.champions] == ["Vi"]
    assert [c.name for c in register.past_champions] == ["Tom"]
    assert register.without_champion == ()

    name_champion(desk, "Oak Primary", "", "", "Ann")
    assert posting_register(desk).without_champion == ("Oak Primary",)


@pytest.mark.parametrize(("school", "address", "name"), [("", "a@b.example", "A"), ("Oak", "nowhere", "A")])
def test_a_champion_needs_a_school_and_an_address(
    desk: PostingDesk, school: str, address: str, name: str
) -> None:
    with pytest.raises(PostingError):
        name_champion(desk, school, address, name, "Ann")
