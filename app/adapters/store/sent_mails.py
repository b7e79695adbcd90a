"""What went to schools lately? Keyed numbers and counts, which forget themselves.

Every call looks first whether anything is too old; it costs no query until something is due.
"""

import hashlib
import hmac
import struct
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from threading import Lock
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, LargeBinary, Table, bindparam, delete, func, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from app.adapters.store.engine import reading, writing
from app.adapters.store.keyed_hash import KeyedHash
from app.adapters.store.tables import marks_for_many, school_mails, sent_mails, texts_for_many
from app.domain.errors import StoreError
from app.domain.sent import LEAST_ALIKE, Fingerprint, Gist, Particular, fingerprint_of
from app.ports import AlikeForMany, AlikeMail, Clock, Recollection, SentMail

_Kept: TypeAlias = tuple[datetime, bytes]

A_DAY = timedelta(hours=24)
A_WEEK = timedelta(days=7)
AHEAD = timedelta(hours=1)
_TRY_AGAIN = timedelta(minutes=1)
_PATIENCE_MS = 1500
_MOST_COMPARED = 50
_FIRST, _SHARED = 12, 2
"""Of its first marks a text shares so many with one that is alike enough, but for one in a thousand. Common
phrases ("the end of term") make strangers share one.
"""

# Written once: building a statement costs more than running it.
_OWN = select(
    sent_mails.c.id, func.substr(sent_mails.c.marks, 1, _FIRST * 8, type_=LargeBinary).label("first")
).where(
    sent_mails.c.sender_hash == bindparam("sender"),
    sent_mails.c.at > bindparam("since"),
    sent_mails.c.at <= bindparam("until"),
)
_OWN_WHOLE = select(*sent_mails.c["at", "marks", "particulars", "schools", "may_be_held"]).where(
    sent_mails.c.id.in_(bindparam("rows", expanding=True))
)
_MANY = select(*texts_for_many.c["at", "reached", "marks", "particulars"]).where(
    texts_for_many.c.id.in_(
        select(marks_for_many.c.text_id)
        .where(marks_for_many.c.mark.in_(bindparam("marks", expanding=True)))
        .group_by(marks_for_many.c.text_id)
        .having(func.count() >= _SHARED)
        .order_by(func.count().desc(), marks_for_many.c.text_id.desc())
        .limit(_MOST_COMPARED)
    ),
    texts_for_many.c.at > bindparam("since"),
    texts_for_many.c.at <= bindparam("until"),
)
_WEEK = (
    select(func.sum(school_mails.c.mails))
    .where(
        school_mails.c.school_hash.in_(bindparam("schools", expanding=True)),
        school_mails.c.day > bindparam("since"),
    )
    .group_by(school_mails.c.school_hash)
)


class SqlSentMails:
    """Mails to schools in a database."""

    def __init__(self, engine: Engine, key: bytes, clock: Clock, days_for_many: int) -> None:
        """Opens nothing yet; `key` never reaches the database."""
        self._engine, self._clock, self._hash = engine, clock, KeyedHash(key)
        self._key = hmac.digest(key, b"fingerprint", "sha256")
        self._for_many = timedelta(days=days_for_many)
        self._looked: tuple[datetime, datetime] | None = None
        self._lock = Lock()

    def fingerprint(self, gist: Gist) -> Fingerprint:
        """Under a key of its own, made from the installation's."""
        return fingerprint_of(gist, self._number)

    def keyed_hash(self, value: str) -> str:
        """HMAC-SHA-256 of `value`, hex."""
        return self._hash.value(value)

    def recall(self, asked: SentMail) -> Recollection:
        """What is like it, and how much its schools have had."""
        now = self._clock.now()
        with suppress(StoreError):  # what is too old is never told; `remember` says when it cannot be deleted
            self._forget_when_due(now)
        with reading(self._engine) as connection:
            same, own = self._own(connection, asked, now) if asked.fingerprint.marks else (set(), ())
            many = self._many(connection, asked, now, same) if asked.fingerprint.marks else ()
            return Recollection(own, many, _this_week(connection, asked.schools, now))

    def remember(self, sent: SentMail) -> None:
        """Keep one mail, its text when it is for many, and count it for each of its schools."""
        now = self._clock.now()
        self._forget_when_due(now)
        with writing(self._engine, _PATIENCE_MS) as connection:
            replaced = self._replaced(connection, sent, now)
            row = {
                "at": now,
                "draft_hash": sent.draft_hash,
                "sender_hash": sent.sender_hash,
                "schools": sorted(sent.schools),
                "may_be_held": sent.may_be_held,
                **packed(sent.fingerprint),
            }
            kept = _insert(connection, sent_mails).values(row).on_conflict_do_nothing()
            if connection.execute(kept.returning(sent_mails.c.id)).first() is None:
                return
            if sent.reached and sent.fingerprint.marks:
                self._keep_for_many(connection, sent, now)
            _count(connection, sorted(sent.schools - replaced), now.date())

    def forget_old(self) -> int:
        """Delete what is too old or dated ahead."""
        now = self._clock.now()
        with writing(self._engine, _PATIENCE_MS) as connection:
            old = connection.execute(delete(sent_mails).where(_outside(sent_mails, now, A_DAY))).rowcount
            texts = connection.execute(
                delete(texts_for_many).where(_outside(texts_for_many, now, self._for_many))
            )
            week, ahead = (now - A_WEEK).date(), (now + AHEAD).date()
            connection.execute(
                delete(school_mails).where(or_(school_mails.c.day <= week, school_mails.c.day > ahead))
            )
            first = connection.execute(select(func.min(sent_mails.c.at))).scalar()
        self._looked = (now, min(first or now, now) + A_DAY)
        return old + texts.rowcount

    def _forget_when_due(self, now: datetime) -> None:
        """No other worker can keep anything that is due sooner than what was the oldest here."""
        since, due = self._looked or (now, now)
        if since <= now < due or not self._lock.acquire(blocking=False):
            return
        try:
            self.forget_old()
        except StoreError:
            self._looked = (now, now + _TRY_AGAIN)
            raise
        finally:
            self._lock.release()

    def _number(self, text: str) -> int:
        made = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8, key=self._key)
        return int.from_bytes(made.digest())

    def _own(
        self, connection: Connection, asked: SentMail, now: datetime
    ) -> tuple[set[_Kept], tuple[AlikeMail, ...]]:
        """The sender's mails of the day that are like it, and when and how they were kept."""
        lately = {"sender": asked.sender_hash, "since": now - A_DAY, "until": now + AHEAD}
        first = frozenset(asked.fingerprint.marks[:_FIRST])
        close = [
            row
            for row, marks in connection.execute(_OWN, lately)
            if len(first.intersection(_unpacked(marks))) >= _SHARED
        ]
        same, found = set[_Kept](), list[AlikeMail]()
        for at, marks, particulars, schools, may_be_held in (
            connection.execute(_OWN_WHOLE, {"rows": close}) if close else ()
        ):
            likeness = asked.fingerprint.likeness(_fingerprint(marks, particulars))
            if likeness >= LEAST_ALIKE:
                same.add((at, marks))
                found.append(AlikeMail(frozenset(schools), likeness, may_be_held))
        return same, tuple(found)

    def _many(
        self, connection: Connection, asked: SentMail, now: datetime, own: Collection[_Kept]
    ) -> tuple[AlikeForMany, ...]:
        """The texts for many that are like it, without those that the sender wrote within the day."""
        first = [signed(mark) for mark in asked.fingerprint.marks[:_FIRST]]
        lately = {"marks": first, "since": now - self._for_many, "until": now + AHEAD}
        return tuple(
            AlikeForMany(at, reached, likeness)
            for at, reached, marks, particulars in connection.execute(_MANY, lately)
            if (at, marks) not in own
            and (likeness := asked.fingerprint.likeness(_fingerprint(marks, particulars))) >= LEAST_ALIKE
        )

    def _replaced(self, connection: Connection, sent: SentMail, now: datetime) -> set[str]:
        """Take back what was held and is now sent changed: its schools, which were counted then."""
        if not sent.fingerprint.marks:
            return set()
        lately = select(*sent_mails.c["id", "at", "marks", "particulars", "schools"]).where(
            sent_mails.c.sender_hash == sent.sender_hash,
            sent_mails.c.may_be_held,
            sent_mails.c.at > now - A_DAY,
            sent_mails.c.draft_hash != sent.draft_hash,
        )
        counted: set[str] = set()
        for row, at, marks, particulars, schools in connection.execute(lately).all():
            is_alike = sent.fingerprint.likeness(_fingerprint(marks, particulars)) >= LEAST_ALIKE
            if is_alike and not sent.schools.isdisjoint(schools):
                connection.execute(delete(sent_mails).where(sent_mails.c.id == row))
                its_text = (texts_for_many.c.at == at, texts_for_many.c.marks == marks)
                connection.execute(delete(texts_for_many).where(*its_text))
                counted.update(schools)
        return counted

    def _keep_for_many(self, connection: Connection, sent: SentMail, now: datetime) -> None:
        row = {"at": now, "reached": sent.reached, **packed(sent.fingerprint)}
        made = connection.execute(insert(texts_for_many).values(row)).inserted_primary_key
        assert made is not None  # noqa: S101 (an insert of one row gives its key)
        connection.execute(
            insert(marks_for_many),
            [{"mark": signed(mark), "text_id": made[0]} for mark in sent.fingerprint.marks[:_FIRST]],
        )


def _insert(connection: Connection, table: Table) -> Any:
    """An insert that can say what to do when the row is there; both databases spell it alike."""
    return (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)


def _outside(table: Table, now: datetime, age: timedelta) -> Any:
    return or_(table.c.at <= now - age, table.c.at > now + AHEAD)


def _this_week(connection: Connection, schools: Iterable[str], now: datetime) -> int:
    """Mails to the busiest of the schools in seven days."""
    counted = connection.execute(_WEEK, {"schools": sorted(schools), "since": (now - A_WEEK).date()})
    return max(map(int, counted.scalars()), default=0)


def _count(connection: Connection, schools: Sequence[str], day: date) -> None:
    """One more for each; in one order, so that two workers never wait for each other."""
    if not schools:
        return
    rows = [{"school_hash": school, "day": day, "mails": 1} for school in schools]
    first = _insert(connection, school_mails)
    again = first.on_conflict_do_update(
        index_elements=["school_hash", "day"], set_={"mails": school_mails.c.mails + 1}
    )
    connection.execute(again, rows)


def packed(fingerprint: Fingerprint) -> dict[str, object]:
    """A fingerprint as both databases keep it."""
    return {
        "marks": struct.pack(f">{len(fingerprint.marks)}Q", *fingerprint.marks),
        "particulars": {
            kind: sorted(map(signed, numbers)) for kind, numbers in fingerprint.particulars.items()
        },
    }


def _fingerprint(marks: bytes, particulars: Mapping[str, Sequence[int]]) -> Fingerprint:
    return Fingerprint(
        _unpacked(marks),
        {Particular(kind): frozenset(n % 2**64 for n in numbers) for kind, numbers in particulars.items()},
    )


def _unpacked(marks: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(marks) // 8}Q", marks)


def signed(mark: int) -> int:
    """The same 64 bits as the databases count: from minus 2⁶³."""
    return mark - 2**64 if mark >= 2**63 else mark
