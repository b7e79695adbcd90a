"""The contract of the sent mails: what is found, what is forgotten, and what can never be read."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, func, select

from app.adapters.store.engine import open_engine, writing
from app.adapters.store.sent_mails import SqlSentMails
from app.adapters.store.tables import marks_for_many, school_mails, sent_mails, texts_for_many
from app.domain.errors import StoreError
from app.domain.sent import Gist, Particular
from app.ports import Recollection, SentMail, SentMails
from tests.adapters.store.conftest import KEY
from tests.conftest import DATABASES, opened
from tests.fakes import MONDAY_MORNING, FakeClock, FakeSentMails


def word_tuple(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NEWS = word_tuple(
    "we have free places on our phonics course for new teachers this spring please tell your staff and book on our website"
)
OTHER = word_tuple(
    "the boiler engineer will come to you on thursday and he needs a key and somebody to show him in before noon"
)
TABLES = (sent_mails, texts_for_many, marks_for_many, school_mails)
Store = tuple[SentMails, FakeClock]


@pytest.fixture(params=["fake", *DATABASES])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    clock = FakeClock()
    if request.param == "fake":
        yield FakeSentMails(clock), clock
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlSentMails(engine, KEY, clock, 14), clock


def mail(kept: SentMails, school: str, sender: str = "me", words: tuple[str, ...] = NEWS) -> SentMail:
    """A mail to one school; its draft differs with the school, the sender and the words."""
    return SentMail(
        kept.keyed_hash(f"{sender}{school}{words}"),
        kept.keyed_hash(sender),
        frozenset(kept.keyed_hash(one) for one in school.split("+")),
        kept.fingerprint(Gist(words)),
    )


def later(clock: FakeClock, **by: float) -> None:
    clock.at += timedelta(**by)


def test_a_text_like_it_is_found_with_its_school(store: Store) -> None:
    kept, _ = store
    kept.remember(mail(kept, "oak"))
    kept.remember(mail(kept, "elm", words=OTHER))
    kept.remember(mail(kept, "ash", sender="somebody else"))
    (found,) = kept.recall(mail(kept, "yew", words=(*NEWS, "thank", "you"))).own
    assert found.schools == {kept.keyed_hash("oak")}
    assert 0.8 < found.likeness < 1


def test_nothing_is_known_at_first(store: Store) -> None:
    assert store[0].recall(mail(store[0], "oak")) == Recollection()


def test_a_text_without_a_fingerprint_is_like_no_other(store: Store) -> None:
    kept, _ = store
    short = mail(kept, "oak", words=("thank", "you"))
    kept.remember(short)
    assert kept.recall(replace(short, schools=frozenset())) == Recollection()


def test_particulars_come_back_as_they_were(store: Store) -> None:
    kept, _ = store
    about = [kept.fingerprint(Gist(NEWS, {Particular.PEOPLE: frozenset({who})})) for who in ("milo", "orla")]
    kept.remember(replace(mail(kept, "oak"), fingerprint=about[0]))
    assert len(kept.recall(replace(mail(kept, "elm"), fingerprint=about[0])).own) == 1
    assert kept.recall(replace(mail(kept, "elm"), fingerprint=about[1])).own == ()


def test_a_day_later_it_is_forgotten(store: Store) -> None:
    kept, clock = store
    kept.remember(mail(kept, "oak"))
    later(clock, hours=23.9)
    assert len(kept.recall(mail(kept, "elm")).own) == 1
    later(clock, hours=0.2)
    assert kept.recall(mail(kept, "elm")).own == ()


def test_the_very_same_draft_again_changes_nothing(store: Store) -> None:
    kept, _ = store
    for _ in range(3):
        kept.remember(replace(mail(kept, "oak"), reached=9))
    found = kept.recall(mail(kept, "oak", sender="other"))
    assert (len(found.for_many), found.this_week) == (1, 1)


def test_what_was_held_and_is_sent_changed_is_one_mail(store: Store) -> None:
    kept, _ = store
    held = replace(mail(kept, "oak+elm+ash"), may_be_held=True, reached=9)
    kept.remember(held)
    kept.remember(mail(kept, "oak", words=(*NEWS, "thanks")))
    found = kept.recall(mail(kept, "yew+oak+elm", sender="me"))
    assert [len(one.schools) for one in found.own] == [1]
    assert (found.for_many, found.this_week) == ((), 1)


def test_a_text_for_many_is_told_to_others_and_the_day_after_to_its_own_sender(store: Store) -> None:
    kept, clock = store
    kept.remember(replace(mail(kept, "oak+elm"), reached=40))
    asked = mail(kept, "ash")
    (told,) = kept.recall(mail(kept, "ash", sender="other")).for_many
    assert (told.at, told.reached, round(told.likeness, 2)) == (MONDAY_MORNING, 40, 1.0)
    assert kept.recall(asked).for_many == ()
    later(clock, hours=25)
    assert [one.reached for one in kept.recall(asked).for_many] == [40]
    later(clock, days=14)
    assert kept.recall(asked).for_many == ()


def test_mails_are_counted_by_school_for_a_week(store: Store) -> None:
    kept, clock = store
    for sender in ("a", "b", "c"):
        kept.remember(mail(kept, "oak+elm", sender=sender))
    later(clock, days=3)
    kept.remember(mail(kept, "elm", sender="d"))
    assert [kept.recall(mail(kept, name)).this_week for name in ("oak", "elm", "oak+elm", "ash")] == [
        3,
        4,
        4,
        0,
    ]
    later(clock, days=4)
    assert [kept.recall(mail(kept, name)).this_week for name in ("oak", "elm")] == [0, 1]


def test_a_clock_that_goes_back_loses_little_and_keeps_nothing_longer(store: Store) -> None:
    kept, clock = store
    kept.remember(mail(kept, "oak"))
    later(clock, minutes=-30)
    assert len(kept.recall(mail(kept, "elm")).own) == 1
    kept.remember(mail(kept, "ash"))
    later(clock, days=-300)
    kept.remember(mail(kept, "yew"))
    assert [one.schools for one in kept.recall(mail(kept, "elm")).own] == [{kept.keyed_hash("yew")}]
    later(clock, hours=24.1)
    assert kept.recall(mail(kept, "elm")).own == ()


def rows(engine: Engine) -> list[int]:
    with engine.connect() as connection:
        return [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in TABLES]


def test_what_is_old_is_deleted_by_a_look_and_by_a_send(engine: Engine) -> None:
    clock = FakeClock()
    kept = SqlSentMails(engine, KEY, clock, 14)
    for act in (kept.recall, kept.remember):
        kept.remember(replace(mail(kept, "oak"), reached=9))
        later(clock, hours=24.1)
        act(mail(kept, "elm", sender="other"))
        assert rows(engine)[0] == (act == kept.remember)
    later(clock, days=15)
    kept.recall(mail(kept, "elm"))
    assert rows(engine) == [0, 0, 0, 0]


def test_what_another_worker_kept_is_deleted_too(engine: Engine) -> None:
    clock = FakeClock()
    one, other = (SqlSentMails(engine, KEY, clock, 14) for _ in range(2))
    other.recall(mail(other, "oak"))
    later(clock, hours=1)
    one.remember(mail(one, "oak"))
    assert len(other.recall(mail(other, "elm")).own) == 1
    later(clock, hours=24)
    other.recall(mail(other, "elm"))
    assert rows(engine)[0] == 0


def test_two_workers_send_at_once(engine: Engine) -> None:
    workers = [SqlSentMails(engine, KEY, FakeClock(), 14) for _ in range(2)]
    schools = "+".join(f"s{n}" for n in range(30))

    def send(n: int) -> None:
        workers[n % 2].remember(replace(mail(workers[0], schools, sender=str(n // 2)), reached=30))

    with ThreadPoolExecutor(6) as several:
        done = [several.submit(send, n) for n in range(12)]
    assert [d.exception() for d in done] == [None] * 12
    assert workers[0].recall(mail(workers[0], "s7")).this_week == 6
    assert rows(engine)[:3] == [6, 6, 72]


def test_nothing_that_is_kept_tells_a_word_or_a_sender_of_a_text_for_many(engine: Engine) -> None:
    kept = SqlSentMails(engine, KEY, FakeClock(), 14)
    about = kept.fingerprint(Gist(NEWS, {Particular.PEOPLE: frozenset({"milo"})}))
    kept.remember(replace(mail(kept, "oak"), fingerprint=about, reached=9))
    with engine.connect() as connection:
        said = " ".join(str(row) for table in TABLES for row in connection.execute(select(table)))
    assert not [word for word in (*NEWS, "milo", "oak") if len(word) > 3 and word in said]
    assert {c.name for c in texts_for_many.columns} == {"id", "at", "reached", "marks", "particulars"}


def test_without_the_key_a_text_cannot_be_tried(engine: Engine) -> None:
    mine, theirs = (SqlSentMails(engine, key, FakeClock(), 14) for key in (KEY, KEY[::-1]))
    marks = [set(store.fingerprint(Gist(NEWS)).marks) for store in (mine, theirs)]
    assert marks[0]
    assert marks[0].isdisjoint(marks[1])


DIES = """
import os, signal, sys
from app.adapters.store.engine import open_engine
from app.adapters.store.sent_mails import SqlSentMails
from tests.adapters.store.test_sent_mails import KEY, FakeClock, mail
kept = SqlSentMails(open_engine(sys.argv[1]), KEY, FakeClock(), 14)
kept.remember(mail(kept, "oak"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_killed_after_the_write_and_asked_again_it_counts_once(engine: Engine, database_url: str) -> None:
    killed = subprocess.run(  # noqa: S603 (our own interpreter and text)
        [sys.executable, "-c", DIES, database_url],
        cwd=Path(__file__).parent.parent.parent.parent, check=False, env=os.environ,
    )  # fmt: skip
    kept = SqlSentMails(engine, KEY, FakeClock(), 14)
    assert killed.returncode == -signal.SIGKILL
    kept.remember(mail(kept, "oak"))
    found = kept.recall(mail(kept, "elm+oak"))
    assert (len(found.own), found.this_week) == (1, 1)


def test_another_writer_is_waited_for_shortly_and_looking_goes_on(sqlite_url: str) -> None:
    with opened(sqlite_url) as engine:
        clock = FakeClock()
        kept = SqlSentMails(engine, KEY, clock, 14)
        kept.remember(mail(kept, "oak"))
        later(clock, hours=12)
        kept.remember(mail(kept, "elm"))
        later(clock, hours=12.5)
        with writing(open_engine(sqlite_url)):
            assert [len(one.schools) for one in kept.recall(mail(kept, "ash")).own] == [1]
            with pytest.raises(StoreError, match="busy"):
                kept.remember(mail(kept, "ash"))


def test_a_full_disk_says_so_and_harms_nothing(sqlite_url: str) -> None:
    with opened(sqlite_url) as engine:
        kept = SqlSentMails(engine, KEY, FakeClock(), 14)
        kept.remember(mail(kept, "oak"))
        event.listen(engine, "connect", lambda c, _: c.execute("PRAGMA query_only=ON"))
        engine.dispose()
        with pytest.raises(StoreError, match="write access"):
            kept.remember(mail(kept, "elm"))
        assert len(kept.recall(mail(kept, "elm")).own) == 1
