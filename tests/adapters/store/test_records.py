"""The contract of the check records, and what must never be in one."""

import hmac
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType

import pytest
from sqlalchemy import Engine, event

from app.adapters.store import records as store_records
from app.adapters.store.records import SqlCheckRecords
from app.adapters.store.tables import check_records
from app.domain.errors import StoreError
from app.ports import CheckRecord, CheckRecords
from tests.adapters.store.conftest import KEY
from tests.conftest import DATABASES, opened
from tests.fakes import FakeRecords

RECORD = CheckRecord(
    at=datetime(2026, 7, 16, 10, 30, 15, 123456, tzinfo=timezone(timedelta(hours=1))),
    moment="compose",
    sender_hash="a" * 64,
    draft_hash="b" * 64,
    verdict="warn",
    channel="bulletin",
    findings=[
        {"id": "identifiers/nhs-number", "confidence": "high", "facts": {"count": 2, "canonical": True}}
    ],
    rules=[{"rule": "no-personal-data-external", "severity": "warn", "mode": "enforce"}],
    circumstances={"schools": 14, "share": 0.25, "phases": ["primary"]},
    not_checked=["stories"],
    versions={"app": "0.1.0"},
    elapsed_ms=11.5,
)


@pytest.fixture(params=["fake", *DATABASES])
def records(request: pytest.FixtureRequest) -> Iterator[CheckRecords]:
    if request.param == "fake":
        yield FakeRecords()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlCheckRecords(engine, KEY)


def test_a_record_comes_back_as_it_was(records: CheckRecords) -> None:
    records.add(RECORD)
    assert list(records.recent(5)) == [RECORD]
    assert next(records.recent(1)).at.utcoffset() is not None


def test_the_newest_come_first_and_no_more_than_asked(records: CheckRecords) -> None:
    for number in range(4):
        records.add(replace(RECORD, elapsed_ms=float(number)))
    assert [r.elapsed_ms for r in records.recent(3)] == [3.0, 2.0, 1.0]
    assert list(records.recent(0)) == []


def test_only_those_of_one_moment_are_asked_for(records: CheckRecords) -> None:
    for moment in ("compose", "send", "compose"):
        records.add(replace(RECORD, moment=moment))
    assert [r.moment for r in records.recent(9, "send")] == ["send"]


def test_what_is_older_than_a_moment_is_forgotten(records: CheckRecords) -> None:
    for hours in (48, 3, 0, -5):
        records.add(replace(RECORD, at=RECORD.at - timedelta(hours=hours)))
    assert records.forget_before(RECORD.at.astimezone(UTC)) == 2
    assert [r.at - RECORD.at for r in records.recent(9)] == [timedelta(hours=5), timedelta()]
    assert records.forget_before(RECORD.at) == 0


def test_very_many_records_are_forgotten_in_turns(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_records, "_AT_A_TIME", 100)
    kept = SqlCheckRecords(engine, KEY)
    kept.add(RECORD)
    kept.add(replace(RECORD, at=RECORD.at + timedelta(days=1)))
    with engine.begin() as connection:
        held = connection.execute(check_records.select().limit(1)).one()._asdict()
        copies = [held | {"id": number} for number in range(3, 253)]
        connection.execute(check_records.insert(), copies)
    assert sum(1 for _ in kept.recent(249)) == 249
    assert sum(1 for _ in kept.recent(999)) == 252
    assert kept.forget_before(RECORD.at + timedelta(hours=1)) == 251
    assert len(list(kept.recent(5))) == 1


def test_a_person_is_told_what_is_kept_of_their_checks(records: CheckRecords) -> None:
    for sender in ("a", "b", "a"):
        rules = [{"rule": "no-capitals", "severity": "info"}]
        records.add(replace(RECORD, sender_hash=sender * 64, rules=rules))

    assert [r.at for r in records.of_sender("a" * 64)] == [RECORD.at] * 2
    assert records.of_sender("b" * 64)[0].rules == ("no-capitals",)
    assert records.of_sender("c" * 64) == ()


def shown(sender: str, rule: str, at: datetime = RECORD.at, mode: str = "enforce") -> CheckRecord:
    said = {"rule": rule, "severity": "warn", "mode": mode}
    return replace(RECORD, at=at, sender_hash=sender, rules=[said, said])


def test_people_who_met_a_rule_are_counted_once_each(records: CheckRecords) -> None:
    day = RECORD.at.date()
    for record in (shown("x", "a"), shown("x", "a"), shown("y", "a"), shown("z", "b")):
        records.add(record)
    records.add(shown("z", "a", mode="trial"))

    assert dict(records.shown_to(day)) == {"a": 2, "b": 1}
    assert dict(records.shown_to(day, "b")) == {"b": 1}
    assert dict(records.shown_to(day + timedelta(days=1))) == {}


def test_the_last_day_somebody_met_a_rule_is_what_counts(records: CheckRecords) -> None:
    later = RECORD.at + timedelta(days=30)
    records.add(shown("x", "a", at=later))
    records.add(shown("x", "a"))
    records.add(shown("y", "a"))

    assert dict(records.shown_to(later.date())) == {"a": 1}
    records.forget_before(later)
    assert dict(records.shown_to(RECORD.at.date())) == {"a": 1}


def test_a_keyed_hash_is_steady_and_tells_values_apart(records: CheckRecords) -> None:
    assert records.keyed_hash("x") == records.keyed_hash("x") != records.keyed_hash("y")


def test_a_keyed_hash_is_the_one_in_databases_of_before(engine: Engine) -> None:
    kept = hmac.digest(KEY, b"value\0a draft", "sha256").hex()
    assert SqlCheckRecords(engine, KEY).keyed_hash("a draft") == kept


def test_another_key_gives_other_hashes(engine: Engine) -> None:
    assert SqlCheckRecords(engine, KEY).keyed_hash("x") != SqlCheckRecords(engine, KEY[::-1]).keyed_hash("x")


def test_many_writers_wait_for_each_other(engine: Engine) -> None:
    kept = SqlCheckRecords(engine, KEY)
    with ThreadPoolExecutor(8) as several:
        done = [several.submit(kept.add, RECORD) for _ in range(80)]
    assert [d.exception() for d in done] == [None] * 80
    assert len(list(kept.recent(100))) == 80


def add_many(kept: CheckRecords) -> None:
    for _ in range(2000):
        kept.add(RECORD)


@pytest.mark.parametrize(
    ("limit", "advice"), [("max_page_count=60", "full. Free some space"), ("query_only=ON", "write access")]
)
def test_a_record_that_cannot_be_kept_says_why_and_harms_nothing(
    sqlite_url: str, limit: str, advice: str
) -> None:
    with opened(sqlite_url) as engine:
        kept = SqlCheckRecords(engine, KEY)
        kept.add(RECORD)
        event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {limit}"))
        engine.dispose()
        with pytest.raises(StoreError, match=advice):
            add_many(kept)
        assert list(kept.recent(1)) == [RECORD]


def test_facts_may_be_dates_and_odd_text(engine: Engine) -> None:
    facts = MappingProxyType({"day": date(2026, 11, 27), "duty": "census\ud800\0", "days": float("nan")})
    kept = SqlCheckRecords(engine, KEY)
    kept.add(replace(RECORD, findings=[{"facts": facts}]))
    assert next(kept.recent(1)).findings == [
        {"facts": {"day": "2026-11-27", "duty": "census?", "days": None}}
    ]


def test_no_column_has_room_for_a_draft(engine: Engine) -> None:
    body = "Dear all, the assembly has moved to Tuesday. " * 100
    kept = SqlCheckRecords(engine, KEY)
    kept.add(replace(RECORD, findings=[{"facts": {"words": body}}], circumstances={body: body}))
    with engine.connect() as connection:
        row = connection.execute(check_records.select()).one()
    assert all(len(str(value)) < 300 for value in row)


def test_a_moment_without_a_zone_is_refused(engine: Engine) -> None:
    kept = SqlCheckRecords(engine, KEY)
    with pytest.raises(StoreError):
        kept.add(replace(RECORD, at=datetime(2026, 7, 16, 10, 30)))  # noqa: DTZ001 (that is the point)


@pytest.mark.parametrize("which", DATABASES)
def test_the_disk_is_waited_for_at_send_and_not_while_somebody_writes(
    which: str, request: pytest.FixtureRequest
) -> None:
    waits: list[object] = []
    with opened(request.getfixturevalue(f"{which}_url")) as engine:
        asked = "SHOW synchronous_commit" if engine.dialect.name == "postgresql" else "PRAGMA synchronous"
        event.listen(engine, "commit", lambda line: waits.append(line.exec_driver_sql(asked).scalar_one()))
        records = SqlCheckRecords(engine, KEY)
        for moment in ("compose", "send", "compose"):
            records.add(replace(RECORD, moment=moment))
        with engine.begin():
            pass
    at_once, lasting = ("off", "on") if asked.startswith("SHOW") else (1, 2)
    assert waits == [at_once, lasting, at_once, lasting]  # the last says nothing of it
