"""The contract of the signatures."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from app.adapters.store.signatures import SqlSignatures
from app.domain.staff import Version
from app.register_ports import Signatures
from tests.conftest import DATABASES, opened
from tests.register_fakes import FakeSignatures

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
NOW, LATER = Version("c1", "r1", "n1"), Version("c2", "r1", "n1")
PRIYA = "p.shah@council.example"
CARDS = (("Be kind", "Write as you would speak."),)


@pytest.fixture(params=["fake", *DATABASES])
def signatures(request: pytest.FixtureRequest) -> Iterator[Signatures]:
    if request.param == "fake":
        yield FakeSignatures()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlSignatures(engine)


def test_they_come_back_newest_first(signatures: Signatures) -> None:
    first = signatures.add(PRIYA, "Priya Shah", NOW, AT)
    other = signatures.add("t.ward@council.example", "Tom Ward", NOW, AT)
    second = signatures.add(PRIYA, "Priya Shah", LATER, AT + timedelta(days=1))

    assert signatures.all() == (second, other, first)
    assert signatures.of(PRIYA) == (second, first)
    assert first.stands
    assert (first.name, first.version, first.signed_at) == ("Priya Shah", NOW, AT)


def test_to_press_twice_signs_once_and_keeps_the_first_date(signatures: Signatures) -> None:
    first = signatures.add(PRIYA, "Priya Shah", NOW, AT)

    assert signatures.add(PRIYA, "Priya Shah", NOW, AT + timedelta(hours=1)) == first
    assert len(signatures.all()) == 1


def test_one_that_was_a_mistake_is_marked_and_stays(signatures: Signatures) -> None:
    number = signatures.add(PRIYA, "Priya Shah", NOW, AT).number
    marked = signatures.withdraw(number, AT, "p.shah@council.example", "Not me")

    assert marked is not None
    assert signatures.all() == (marked,)
    assert (marked.stands, marked.withdrawn_at, marked.withdrawn_by, marked.why) == (
        False,
        AT,
        PRIYA,
        "Not me",
    )
    assert signatures.withdraw(number, AT, PRIYA, "again") is None
    assert signatures.add(PRIYA, "Priya Shah", NOW, AT + timedelta(days=1)).number != number


def test_nobody_withdraws_what_is_not_there(signatures: Signatures) -> None:
    assert signatures.withdraw(7, AT, PRIYA, "why") is None


def test_an_edition_keeps_its_words_and_its_first_day(signatures: Signatures) -> None:
    first = signatures.edition("c1", CARDS, AT)

    assert signatures.edition("c1", CARDS, AT + timedelta(days=9)) == first
    assert (first.text, first.since) == (CARDS, AT)
    assert signatures.past_edition("c1") == first
    assert signatures.past_edition("c9") is None


def test_old_ones_go_only_for_people_who_are_gone(signatures: Signatures) -> None:
    old = AT - timedelta(days=3000)
    for cards, when in (("c0", old - timedelta(days=9)), ("c1", old), ("c2", old + timedelta(days=1))):
        signatures.edition(cards, CARDS, when)
    here = signatures.add(PRIYA, "Priya Shah", NOW, old)
    signatures.add("gone@council.example", "Gone Away", Version("c0", "r1", "n1"), old)
    new = signatures.add("fresh@council.example", "New Here", LATER, AT)

    assert signatures.forget_before(AT - timedelta(days=2190), [PRIYA]) == 1
    assert signatures.all() == (new, here)
    assert [bool(signatures.past_edition(cards)) for cards in ("c0", "c1", "c2")] == [False, True, True]


def test_an_old_edition_in_force_stays_unsigned(signatures: Signatures) -> None:
    signatures.edition("c1", CARDS, AT - timedelta(days=3000))

    signatures.forget_before(AT, [])

    assert signatures.past_edition("c1") is not None


def test_two_workers_may_meet_an_edition_at_once(engine: Engine) -> None:
    stores = [SqlSignatures(engine) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        met = list(pool.map(lambda store: store.edition("c1", CARDS, AT).cards, stores))

    assert met == ["c1"] * 4
