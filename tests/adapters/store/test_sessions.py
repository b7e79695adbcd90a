"""The contract of the sessions, and that the database opens no door."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.adapters.store.session_tables import sessions as table
from app.adapters.store.sessions import SqlSessions
from app.domain.caller import Caller, Role
from app.sign_in_ports import Sessions, SignedIn, SignedOut
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


def handle_of(sessions: Sessions, token: str, at: datetime = AT) -> str:
    held = sessions.find(token, at)
    assert held
    return held.handle


def test_one_of_ones_own_ends_by_its_handle(sessions: Sessions) -> None:
    here, there = sessions.start(PRIYA, AT), sessions.start(PRIYA, AT)

    assert sessions.end_one(PRIYA.key, handle_of(sessions, there)) == 1
    assert sessions.find(there, AT) is None
    assert sessions.find(here, AT)


def test_a_handle_is_of_no_use_for_anybody_elses(sessions: Sessions) -> None:
    toms = sessions.start(TOM, AT)
    handle = handle_of(sessions, toms)

    wrong = [
        (PRIYA.key, handle),
        (TOM.key, ""),
        (TOM.key, handle[:-1]),
        (TOM.key, "%" * 12),
        (TOM.key, "_" * 12),
    ]
    assert [sessions.end_one(*one) for one in wrong] == [0] * len(wrong)
    assert not sessions.renew(handle, SignedIn(PRIYA), AT)
    assert sessions.find(toms, AT) == sessions.of(TOM.key, AT)[0]


@pytest.mark.parametrize(
    ("told", "are_left"),
    [
        (SignedOut(PRIYA.key), [False, False, True]),
        (SignedOut(sid="one"), [False, True, False]),
        (SignedOut(PRIYA.key, "one"), [False, True, True]),
        (SignedOut(PRIYA.key, "three"), [True, True, True]),
        (SignedOut(), [True, True, True]),
    ],
)
def test_whom_the_provider_signs_out_is_out(
    sessions: Sessions, told: SignedOut, are_left: Sequence[bool]
) -> None:
    tokens = [sessions.start(who, AT, sid) for who, sid in ((PRIYA, "one"), (PRIYA, "two"), (TOM, "one"))]

    assert sessions.end_told(told) == are_left.count(False)
    assert [sessions.find(token, AT) is not None for token in tokens] == are_left


def test_when_the_provider_was_asked_again_roles_are_those_of_now(sessions: Sessions) -> None:
    token = sessions.start(TOM, AT, "one", AT - MINUTE)
    now = replace(TOM, roles=frozenset({Role.SENDER, Role.EDITOR}))
    later = AT + 30 * MINUTE

    assert sessions.renew(handle_of(sessions, token), SignedIn(now, "two", AT - 2 * MINUTE), later)
    held = sessions.find(token, later)
    assert held
    assert (held.caller, held.started_at, held.asked_at) == (now, AT, later)
    assert held.proved_at == AT - MINUTE  # an older proof takes none away
    assert sessions.end_told(SignedOut(sid="two")) == 1


def test_a_newer_proof_counts(sessions: Sessions) -> None:
    token = sessions.start(TOM, AT)
    for minutes in (1, 2):
        assert sessions.renew(handle_of(sessions, token), SignedIn(TOM, "", AT + minutes * MINUTE), AT)

    assert (held := sessions.find(token, AT))
    assert held.proved_at == AT + 2 * MINUTE


@pytest.fixture(params=["fake", *DATABASES])
def asked(request: pytest.FixtureRequest) -> Iterator[Sessions]:
    """Where the provider is to be asked every half hour."""
    if request.param == "fake":
        yield FakeSessions(unasked=HOUR / 2)
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlSessions(engine, HOUR, 12 * HOUR, HOUR / 2)


def test_of_whom_nobody_asked_for_too_long_is_out(asked: Sessions) -> None:
    token, other = asked.start(TOM, AT), asked.start(TOM, AT)
    handle = handle_of(asked, token)
    assert asked.renew(handle, SignedIn(TOM), AT + 20 * MINUTE)

    assert asked.find(token, AT + 49 * MINUTE)
    assert asked.find(other, AT + 30 * MINUTE) is None
    assert asked.find(token, AT + 50 * MINUTE) is None
    assert not asked.renew(handle, SignedIn(TOM), AT + 50 * MINUTE)


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
