"""The contract of the sessions, and that the database opens no door."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.adapters.store.session_tables import sessions as table
from app.adapters.store.sessions import SqlSessions
from app.domain.caller import Caller, Role
from app.sign_in_ports import Sessions
from tests.conftest import DATABASES, opened
from tests.sign_in_fakes import PRIYA, FakeSessions

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TOM = Caller("Tom Aldous", "t.aldous@wealdshire.example", "tenant tom", frozenset({Role.SENDER}))


@pytest.fixture(params=["fake", *DATABASES])
def sessions(request: pytest.FixtureRequest) -> Iterator[Sessions]:
    if request.param == "fake":
        yield FakeSessions()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlSessions(engine, HOUR, 12 * HOUR)


def test_a_session_is_found_by_its_token_with_who_it_is(sessions: Sessions) -> None:
    priyas, toms = sessions.start(PRIYA, AT), sessions.start(TOM, AT)
    held = sessions.find(priyas, AT)

    assert held
    assert (held.caller, held.started_at, held.seen_at) == (PRIYA, AT, AT)
    assert priyas != toms
    assert (found := sessions.find(toms, AT))
    assert found.caller == TOM


@pytest.mark.parametrize("token", ["", "x", "é", "a" * 5000, "\ud800"])
def test_any_other_token_is_nobody(sessions: Sessions, token: str) -> None:
    sessions.start(PRIYA, AT)

    assert sessions.find(token, AT) is None


def test_who_rests_too_long_signs_in_again(sessions: Sessions) -> None:
    token = sessions.start(PRIYA, AT)

    assert sessions.find(token, AT + HOUR - MINUTE)
    assert sessions.find(token, AT + 2 * HOUR - 2 * MINUTE)
    assert sessions.find(token, AT + 3 * HOUR) is None


def test_half_a_day_is_the_end_however_busy(sessions: Sessions) -> None:
    token = sessions.start(PRIYA, AT)
    seen = [sessions.find(token, AT + n * HOUR / 2) is not None for n in range(25)]

    assert seen == [True] * 24 + [False]


def test_signing_out_ends_this_session_only(sessions: Sessions) -> None:
    here, there = sessions.start(PRIYA, AT), sessions.start(PRIYA, AT)
    sessions.end(here)
    sessions.end("never was")

    assert sessions.find(here, AT) is None
    assert sessions.find(there, AT)


def test_signing_out_everywhere_ends_theirs_and_nobody_elses(sessions: Sessions) -> None:
    tokens = [sessions.start(PRIYA, AT) for _ in range(3)]
    toms = sessions.start(TOM, AT)

    assert sessions.end_all(PRIYA.key) == 3
    assert not any(sessions.find(token, AT) for token in tokens)
    assert sessions.find(toms, AT)


def test_where_somebody_is_signed_in_last_seen_first(sessions: Sessions) -> None:
    sessions.start(PRIYA, AT - 2 * HOUR)
    early, late = sessions.start(PRIYA, AT), sessions.start(PRIYA, AT + MINUTE)
    sessions.find(early, AT + 5 * MINUTE)
    found = sessions.of(PRIYA.key, AT + 5 * MINUTE)

    assert [one.started_at for one in found] == [AT, AT + MINUTE]
    assert all(one.handle not in {early, late} for one in found)


def test_what_is_over_is_forgotten(sessions: Sessions) -> None:
    sessions.start(PRIYA, AT)
    sessions.start(TOM, AT + HOUR)

    assert sessions.forget_old(AT + HOUR) == 0  # the second start did it
    assert sessions.forget_old(AT + 2 * HOUR) == 1


@pytest.mark.parametrize("database", DATABASES)
def test_the_database_opens_no_door(database: str, request: pytest.FixtureRequest) -> None:
    with opened(request.getfixturevalue(f"{database}_url")) as engine:
        kept = SqlSessions(engine, HOUR, 12 * HOUR)
        token = kept.start(PRIYA, AT)
        with engine.connect() as connection:
            (row,) = connection.execute(select(table)).all()

        assert token not in map(str, row)
        assert kept.find(row.token_hash, AT) is None


def test_a_role_of_a_later_version_is_left_out(sqlite_url: str) -> None:
    with opened(sqlite_url) as engine:
        kept = SqlSessions(engine, HOUR, 12 * HOUR)
        token = kept.start(TOM, AT)
        with engine.begin() as connection:
            connection.execute(table.update().values(roles=["sender", "auditor"]))

        assert (held := kept.find(token, AT))
        assert held.caller.roles == {Role.SENDER}
