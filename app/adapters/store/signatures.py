"""Who signed which version of the policy, and what did its cards say?"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, insert, select, true, update

from app.adapters.store import told
from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import policy_editions, signatures
from app.adapters.store.told import UNTOLD, Telling
from app.domain.errors import StoreError
from app.domain.staff import Edition, Signature, Version

_OF = signatures.c


class SqlSignatures:
    """Signatures in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

    def add(self, address: str, name: str, version: Version, at: datetime) -> Signature:
        """In one transaction with the look whether there is one already."""
        same = (
            (_OF.address == address)
            & (_OF.cards == version.cards)
            & (_OF.rules == version.rules)
            & (_OF.notice == version.notice)
            & _OF.withdrawn_at.is_(None)
        )
        row = {"address": address, "name": name, "signed_at": at, "withdrawn_by": "", "why": ""}
        row |= {"cards": version.cards, "rules": version.rules, "notice": version.notice}
        with writing(self._engine) as connection:
            held = connection.execute(select(signatures).where(same)).first()
            if held is None:
                held = connection.execute(insert(signatures).values(row).returning(signatures)).one()
        return _signature(held)

    def all(self) -> Sequence[Signature]:
        """Newest first."""
        return self._found(true())

    def of(self, address: str) -> Sequence[Signature]:
        """Newest first."""
        return self._found(_OF.address == address)

    def _found(self, where: ColumnElement[bool]) -> Sequence[Signature]:
        with reading(self._engine) as connection:
            rows = connection.execute(select(signatures).where(where).order_by(_OF.id.desc()))
            return tuple(map(_signature, rows))

    def withdraw(self, number: int, at: datetime, by: str, why: str) -> Signature | None:
        """Only one that stands; the first mark stays."""
        marked = (
            update(signatures)
            .where((_OF.id == number) & _OF.withdrawn_at.is_(None))
            .values(withdrawn_at=at, withdrawn_by=by, why=why)
            .returning(signatures)
        )
        with writing(self._engine) as connection:
            row = connection.execute(marked).one_or_none()
            if row:
                about = ("signature-withdrawn", str(number), 1, by)
                self._journal.write(connection, told.administered(*about, self._journal))
        return _signature(row) if row else None

    def edition(self, cards: str, text: Sequence[tuple[str, str]], at: datetime) -> Edition:
        """Looked up before it is written: nearly always it is there."""
        if held := self.past_edition(cards):
            return held
        row = {"cards": cards, "text": [list(card) for card in text], "since": at}
        try:
            with writing(self._engine) as connection:
                connection.execute(insert(policy_editions).values(row))
        except StoreError:
            if held := self.past_edition(cards):
                return held  # another worker was first
            raise
        return Edition(cards, tuple(text), at)

    def past_edition(self, cards: str) -> Edition | None:
        """By its hash."""
        with reading(self._engine) as connection:
            return _edition(connection, cards)

    def forget_before(self, moment: datetime, still_here: Iterable[str]) -> int:
        """Signatures of people who are not here any more, then editions that nobody's signature names."""
        here = set(still_here)
        newest = select(policy_editions.c.cards).order_by(policy_editions.c.since.desc()).limit(1)
        with writing(self._engine) as connection:
            old = connection.execute(select(_OF.id, _OF.address).where(_OF.signed_at < moment)).all()
            gone = [row.id for row in old if row.address not in here]
            for number in gone:
                connection.execute(delete(signatures).where(_OF.id == number))
            connection.execute(
                delete(policy_editions).where(
                    (policy_editions.c.since < moment)
                    & policy_editions.c.cards.not_in(select(_OF.cards))
                    & policy_editions.c.cards.not_in(newest.scalar_subquery())
                )
            )
        return len(gone)


def _edition(connection: Connection, cards: str) -> Edition | None:
    row = connection.execute(select(policy_editions).where(policy_editions.c.cards == cards)).one_or_none()
    return Edition(row.cards, tuple((title, words) for title, words in row.text), row.since) if row else None


def _signature(row: Row[tuple[object, ...]]) -> Signature:
    held = dict(row._mapping)  # noqa: SLF001 (public in SQLAlchemy)
    version = Version(held.pop("cards"), held.pop("rules"), held.pop("notice"))
    return Signature(number=held.pop("id"), version=version, **held)
