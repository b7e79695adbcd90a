"""The contract of what the figures are counted from."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import Engine, insert

from app.adapters.store.deliveries import SqlDeliveries
from app.adapters.store.figures import SqlSchoolMails, SqlSentDrafts
from app.adapters.store.mailings import SqlMailings
from app.adapters.store.records import SqlCheckRecords
from app.adapters.store.tables import addresses, schools
from app.bulletin_ports import DeliveryState, Entry
from app.domain.for_whom import EVERYBODY
from app.domain.mailing import FOR_ALL, Mailing, MailingText
from app.domain.school import Phase
from app.figure_ports import SentCount, SentDrafts
from tests.adapters.store.conftest import KEY
from tests.adapters.store.test_records import RECORD
from tests.conftest import DATABASES, opened
from tests.figure_fakes import FakeSchoolMails, FakeSentDrafts

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LAST = timedelta(minutes=14, seconds=59, microseconds=600_000)
SENT = [
    (NINE, "ann", "one", "send"),
    (NINE + LAST, "ann", "one", "send"),
    (NINE + LAST, "tom", "two", "send"),
    (NINE + LAST, "tom", "two", "bulletin"),
    (NINE + timedelta(minutes=15), "tom", "three", "send"),
]


def code(word: str) -> str:
    return sha256(word.encode()).hexdigest()


@pytest.fixture(params=["fake", *DATABASES])
def drafts(request: pytest.FixtureRequest) -> Iterator[SentDrafts]:
    if request.param == "fake":
        yield FakeSentDrafts(SENT)
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        records = SqlCheckRecords(engine, KEY)
        records.add(replace(RECORD, at=NINE, moment="compose"))
        for at, who, draft, channel in SENT:
            record = replace(RECORD, at=at, moment="send", channel=channel)
            record = replace(record, sender_hash=code(who), draft_hash=code(draft))
            records.add(record)
        yield SqlSentDrafts(engine)


def test_different_drafts_are_counted_by_quarter_and_route(drafts: SentDrafts) -> None:
    assert drafts.counts(NINE, NINE + timedelta(hours=1)) == [
        SentCount(NINE, "bulletin", 1),
        SentCount(NINE, "send", 2),
        SentCount(NINE + timedelta(minutes=15), "send", 1),
    ]
    assert drafts.counts(NINE + timedelta(hours=1), NINE + timedelta(hours=2)) == []


def test_the_end_of_a_stretch_is_not_in_it(drafts: SentDrafts) -> None:
    until = NINE + timedelta(minutes=15)

    assert sum(count.drafts for count in drafts.counts(NINE, until)) == 3
    assert (drafts.people(NINE, until), drafts.people(until, until + LAST)) == (2, 1)


def test_schools_are_counted_by_what_they_got(engine: Engine) -> None:
    """One school has two addresses; one address refused; one address left the directory."""
    _hold(engine, {"a1": "100001", "a2": "100001", "b": "100002", "c": "100003"})
    for number in ("issue-1", "request-1"):
        SqlMailings(engine).begin(Mailing(number, EVERYBODY, {FOR_ALL: MailingText("Hello", "Hello")}, NINE))
    _deliver(engine, "issue-1", sent=("a1", "a2", "b", "gone"), refused=("c",))
    _deliver(engine, "request-1", sent=("a2",), refused=())
    mails = SqlSchoolMails(engine)
    fake = FakeSchoolMails({"issue-1": {"100001", "100002"}, "request-1": {"100001"}})

    for asked in (["issue-1", "request-1"], ["issue-1"], ["request-1", "never"], []):
        assert mails.spread(asked) == fake.spread(asked)
        assert mails.arrived(asked) == fake.arrived(asked)
    assert mails.spread(["issue-1", "request-1"]) == {1: 1, 2: 1}


def _hold(engine: Engine, held: dict[str, str]) -> None:
    names = (
        "name",
        "cluster",
        "officer",
        "trust",
        "federation",
        "domain",
        "type",
        "listed_cluster",
        "listed_officer",
    )
    with engine.begin() as connection:
        for urn in sorted(set(held.values())):
            row = {"urn": urn, "is_open": True, "phase": Phase.PRIMARY.value, **dict.fromkeys(names, "")}
            connection.execute(insert(schools).values(row))
        for key, urn in held.items():
            connection.execute(insert(addresses).values(address_hash=key, urn=urn, role="office"))


def _deliver(engine: Engine, mailing: str, sent: tuple[str, ...], refused: tuple[str, ...]) -> None:
    deliveries = SqlDeliveries(engine)
    planned = [(Entry(key, "", Phase.PRIMARY), FOR_ALL) for key in (*sent, *refused)]
    deliveries.plan(mailing, planned)
    taken = deliveries.take(mailing, "w", NINE, 10)
    states = dict.fromkeys(sent, DeliveryState.SENT) | dict.fromkeys(refused, DeliveryState.REFUSED)
    deliveries.settle([replace(delivery, state=states[delivery.key]) for delivery in taken])
