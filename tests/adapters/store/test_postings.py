"""The contract of the register of posters."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.adapters.store.postings import SqlPostings
from app.domain.errors import PostingError
from app.domain.posting import Champion, Outlet, Permission, PermissionEntry
from app.register_ports import PostingStore
from tests.conftest import DATABASES, opened
from tests.register_fakes import FakePostingStore

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LEAVE = Permission(
    "p.shah@council.example", "Priya Shah", "Oak Primary", Outlet.SOCIAL_ACCOUNT, "@oakprimary", "office manager",
    "dates and reminders", "school life", "Ann Hall, headteacher", date(2026, 9, 1), date(2027, 7, 31),
)  # fmt: skip


@pytest.fixture(params=["fake", *DATABASES])
def postings(request: pytest.FixtureRequest) -> Iterator[PostingStore]:
    if request.param == "fake":
        yield FakePostingStore()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlPostings(engine)


def entry(**said: object) -> PermissionEntry:
    return replace(PermissionEntry(0, "", LEAVE, AT, "a.hall@council.example", "New term"), **said)  # type: ignore[arg-type]  # a row of a test


def test_an_entry_comes_back_as_it_was_given(postings: PostingStore) -> None:
    kept = postings.add(entry())

    assert postings.entries() == (kept,)
    assert replace(kept, number=0, key="") == entry()
    assert kept.key


def test_a_change_follows_and_the_history_stays(postings: PostingStore) -> None:
    first = postings.add(entry())
    second = postings.add(
        entry(key=first.key, follows=first.number, permission=replace(LEAVE, ends=date(2026, 12, 1)))
    )

    assert postings.entries() == (first, second)


def test_two_people_cannot_follow_the_same_entry(postings: PostingStore) -> None:
    first = postings.add(entry())
    postings.add(entry(key=first.key, follows=first.number))

    with pytest.raises(PostingError, match="meanwhile"):
        postings.add(entry(key=first.key, follows=first.number))
    assert len(postings.entries()) == 2


def test_two_permissions_have_keys_of_their_own(postings: PostingStore) -> None:
    assert postings.add(entry()).key != postings.add(entry()).key


def test_champions_come_back_in_order(postings: PostingStore) -> None:
    first = Champion("Oak Primary", "p.shah@council.example", "Priya Shah", AT, "a.hall@council.example")
    second = replace(first, name="Tom Ward", at=AT + timedelta(days=1))
    for champion in (first, second):
        postings.name_champion(champion)

    assert postings.champions() == (first, second)


def test_what_ended_long_ago_is_forgotten_with_its_history(postings: PostingStore) -> None:
    ended = postings.add(entry(permission=replace(LEAVE, ends=date(2027, 7, 31))))
    postings.add(
        entry(key=ended.key, follows=ended.number, permission=replace(LEAVE, ends=date(2019, 7, 31)))
    )
    standing = postings.add(entry())
    old = Champion("Oak Primary", "", "Old One", AT - timedelta(days=3000), "a.hall@council.example")
    for champion in (old, replace(old, on_behalf_of="Elm Primary"), replace(old, name="New One", at=AT)):
        postings.name_champion(champion)

    assert postings.forget_before(AT - timedelta(days=2190)) == 3
    assert postings.entries() == (standing,)
    assert [c.name for c in postings.champions()] == ["Old One", "New One"]
