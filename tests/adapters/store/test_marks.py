"""The contract of the marks."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.adapters.store.marks import SqlMarks
from app.adapters.store.tables import marks as table
from app.ports import Marks
from tests.conftest import DATABASES, opened
from tests.fakes import FakeMarks

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(params=["fake", *DATABASES])
def marks(request: pytest.FixtureRequest) -> Iterator[Marks]:
    if request.param == "fake":
        yield FakeMarks()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlMarks(engine)


def test_each_owner_has_their_own(marks: Marks) -> None:
    marks.keep("priya", ["a", "b", "a"], AT, AT + DAY)
    marks.keep("sam", ["c"], AT, AT + DAY)

    assert marks.held("priya", AT) == {"a", "b"}
    assert marks.held("nobody", AT) == frozenset()


def test_they_are_over_when_their_time_is(marks: Marks) -> None:
    marks.keep("priya", ["a"], AT, AT + DAY)

    assert marks.held("priya", AT + DAY - timedelta(seconds=1)) == {"a"}
    assert marks.held("priya", AT + DAY) == frozenset()


def test_kept_again_they_last_longer_and_never_shorter(marks: Marks) -> None:
    for days in (2, 7, 1):
        marks.keep("priya", ["a"], AT, AT + days * DAY)

    assert marks.held("priya", AT + 6 * DAY) == {"a"}


def test_dropped_they_are_gone(marks: Marks) -> None:
    marks.keep("priya", ["a", "b"], AT, AT + DAY)
    marks.drop("priya", ["a", "never kept"])
    marks.drop("sam", ["b"])

    assert marks.held("priya", AT) == {"b"}


def test_none_is_no_matter(marks: Marks) -> None:
    marks.keep("priya", [], AT, AT + DAY)
    marks.drop("priya", [])

    assert marks.held("priya", AT) == frozenset()


@pytest.mark.parametrize("database", DATABASES)
def test_what_is_over_is_deleted_by_the_next_that_is_kept(
    database: str, request: pytest.FixtureRequest
) -> None:
    with opened(request.getfixturevalue(f"{database}_url")) as engine:
        kept = SqlMarks(engine)
        kept.keep("priya", ["a"], AT, AT + DAY)
        kept.keep("sam", ["b"], AT + 2 * DAY, AT + 3 * DAY)
        with engine.connect() as connection:
            assert connection.execute(select(table.c.mark)).scalars().all() == ["b"]


@pytest.mark.parametrize("database", DATABASES)
def test_two_workers_may_keep_the_same_at_once(database: str, request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue(f"{database}_url")
    with opened(url) as one, ThreadPoolExecutor(4) as pool:
        for kept in [
            pool.submit(SqlMarks(one).keep, "p", map(str, range(9)), AT, AT + DAY) for _ in range(12)
        ]:
            kept.result()
        assert len(SqlMarks(one).held("p", AT)) == 9
