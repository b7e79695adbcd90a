"""The contract of the shelves of what Exchange said, and of tokens."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, select, update

from app.adapters.store.exchange import SqlFactShelf, SqlTokenShelf
from app.adapters.store.exchange_tables import exchange_facts, exchange_tokens
from app.domain.mailbox_facts import MailboxFacts
from app.exchange_ports import FactShelf, TokenShelf
from tests.conftest import DATABASES, opened
from tests.exchange_fakes import FakeFactShelf, FakeTokenShelf

KEY = b"a key of thirty-two bytes length"
AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALL, SAM = "all-staff@council.example", "s.lane@council.example"
GROUP = MailboxFacts(812, 3, is_full=False, largest=36_700_160)
AWAY = MailboxFacts(is_full=False, is_away=True, away_until=date(2026, 11, 30))


@pytest.fixture(params=["fake", *DATABASES])
def facts(request: pytest.FixtureRequest) -> Iterator[FactShelf]:
    if request.param == "fake":
        yield FakeFactShelf()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlFactShelf(engine, KEY)


@pytest.fixture(params=["fake", *DATABASES])
def tokens(request: pytest.FixtureRequest) -> Iterator[TokenShelf]:
    if request.param == "fake":
        yield FakeTokenShelf()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlTokenShelf(engine, KEY)


def test_what_was_said_is_told_again_in_any_spelling(facts: FactShelf) -> None:
    facts.keep("tenant", {ALL: (GROUP, AT + HOUR), SAM: (AWAY, AT + HOUR)}, AT)

    assert facts.held("tenant", [ALL, SAM, "nobody@council.example"], AT) == {ALL: GROUP, SAM: AWAY}
    assert facts.held("tenant", ["All-Staff@COUNCIL.example"], AT) == {"All-Staff@COUNCIL.example": GROUP}
    assert facts.held("tenant", [], AT) == {}


def test_another_organisation_hears_nothing(facts: FactShelf) -> None:
    facts.keep("tenant", {ALL: (GROUP, AT + HOUR)}, AT)

    assert facts.held("another", [ALL], AT) == {}


def test_each_is_told_until_its_moment(facts: FactShelf) -> None:
    facts.keep("tenant", {ALL: (GROUP, AT + HOUR), SAM: (AWAY, AT + 2 * HOUR)}, AT)

    assert facts.held("tenant", [ALL, SAM], AT + HOUR).keys() == {SAM}
    assert facts.count(AT + HOUR) == 1
    assert facts.forget_old(AT + HOUR) == 1
    assert facts.forget_old(AT + HOUR) == 0


def test_the_newest_word_counts(facts: FactShelf) -> None:
    facts.keep("tenant", {SAM: (AWAY, AT + HOUR)}, AT)
    facts.keep("tenant", {SAM: (MailboxFacts(is_away=False), AT + HOUR)}, AT)

    assert facts.held("tenant", [SAM], AT) == {SAM: MailboxFacts(is_away=False)}


def test_what_depends_on_who_asks_is_not_kept(facts: FactShelf) -> None:
    asked = MailboxFacts(8, 0, is_moderated=True, is_restricted=True)
    facts.keep("tenant", {ALL: (asked, AT + HOUR)}, AT)

    assert facts.held("tenant", [ALL], AT) == {ALL: MailboxFacts(8, 0)}


def test_many_are_looked_up_at_once(facts: FactShelf) -> None:
    many = [f"a{n}@council.example" for n in range(1_100)]
    facts.keep("tenant", {a: (MailboxFacts(members=n + 1), AT + HOUR) for n, a in enumerate(many)}, AT)

    assert len(facts.held("tenant", many, AT)) == 1_100


def test_two_may_keep_the_same_at_once(facts: FactShelf) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: facts.keep("tenant", {ALL: (GROUP, AT + HOUR)}, AT), range(12)))

    assert facts.held("tenant", [ALL], AT) == {ALL: GROUP}


def test_a_token_is_its_persons_until_it_runs_out(tokens: TokenShelf) -> None:
    tokens.keep("tenant priya", "graph-1", AT + HOUR, AT)

    assert tokens.held("tenant priya", AT) == "graph-1"
    assert tokens.held("tenant sam", AT) is None
    assert tokens.held("tenant priya", AT + HOUR) is None
    assert tokens.count(AT) == 1


def test_a_person_has_one_token_and_may_have_none(tokens: TokenShelf) -> None:
    tokens.keep("tenant priya", "graph-1", AT + HOUR, AT)
    tokens.keep("tenant priya", "graph-2", AT + HOUR, AT)
    assert tokens.held("tenant priya", AT) == "graph-2"
    tokens.drop("tenant priya")
    tokens.drop("tenant nobody")

    assert tokens.held("tenant priya", AT) is None
    assert tokens.forget_old(AT + HOUR) == 0


def test_neither_addresses_nor_people_nor_tokens_can_be_read_in_the_database(engine: Engine) -> None:
    SqlFactShelf(engine, KEY).keep("tenant", {ALL: (GROUP, AT + HOUR)}, AT)
    SqlTokenShelf(engine, KEY).keep("tenant priya", "graph-1", AT + HOUR, AT)
    with engine.connect() as connection:
        rows = [
            tuple(row) for t in (exchange_facts, exchange_tokens) for row in connection.execute(select(t))
        ]

    said = repr(rows)
    assert len(rows) == 2
    for word in ("all-staff", "council", "tenant", "priya", "812", "graph-1", "members"):
        assert word not in said


def test_what_another_key_sealed_is_as_if_it_were_not_there(engine: Engine) -> None:
    SqlFactShelf(engine, KEY).keep("tenant", {ALL: (GROUP, AT + HOUR)}, AT)
    SqlTokenShelf(engine, KEY).keep("tenant priya", "graph-1", AT + HOUR, AT)
    with engine.begin() as connection:  # as after its key was lost, or somebody put rows about
        connection.execute(update(exchange_facts).values(sealed=b"\x01" * 60))
        connection.execute(update(exchange_tokens).values(sealed=b"nonsense"))

    assert SqlFactShelf(engine, KEY).held("tenant", [ALL], AT) == {}
    assert SqlTokenShelf(engine, KEY).held("tenant priya", AT) is None
