"""How many drafts were sent, and how much mail did schools get? Counted by the database itself."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import BigInteger, ColumnElement, Engine, cast, extract, func, select

from app.adapters.store.engine import reading
from app.adapters.store.mailing_tables import deliveries
from app.adapters.store.tables import addresses, check_records
from app.bulletin_ports import DeliveryState
from app.domain.draft import Moment
from app.figure_ports import SentCount

_OF = check_records.c
_QUARTER, _SECOND = 15 * 60, 1_000_000


class SqlSentDrafts:
    """The feature records, counted."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine

    def counts(self, since: datetime, until: datetime) -> Sequence[SentCount]:
        """Quarters of an hour of UTC, which are such in London too."""
        micros = cast(extract("epoch", _OF.at) * _SECOND, BigInteger)  # PostgreSQL would round seconds
        quarter = (micros - micros % (_QUARTER * _SECOND)).label("quarter")
        counted = (
            select(quarter, _OF.channel, func.count(_OF.draft_hash.distinct()))
            .where(_sent(since, until))
            .group_by(quarter, _OF.channel)
            .order_by(quarter, _OF.channel)
        )
        with reading(self._engine) as connection:
            return [
                SentCount(datetime.fromtimestamp(begins // _SECOND, UTC), channel, drafts)
                for begins, channel, drafts in connection.execute(counted)
            ]

    def people(self, since: datetime, until: datetime) -> int:
        """By their keyed hashes; who is not known is nobody."""
        counted = select(func.count(_OF.sender_hash.distinct())).where(_sent(since, until))
        with reading(self._engine) as connection:
            return connection.execute(counted).scalar_one()


class SqlSchoolMails:
    """Deliveries, counted by school."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine

    def spread(self, mailings: Collection[str]) -> Mapping[int, int]:
        """Joined to the schools that hold the addresses today."""
        of = deliveries.c
        got = (
            select(addresses.c.urn, func.count(of.mailing.distinct()).label("mails"))
            .join_from(deliveries, addresses, of.address_hash == addresses.c.address_hash)
            .where(_taken(mailings))
            .group_by(addresses.c.urn)
            .subquery()
        )
        counted = select(got.c.mails, func.count()).group_by(got.c.mails).order_by(got.c.mails)
        with reading(self._engine) as connection:
            return {mails: schools for mails, schools in connection.execute(counted)}  # noqa: C416 - rows are no pairs to mypy

    def arrived(self, mailings: Collection[str]) -> int:
        """By their messages."""
        counted = select(func.count(deliveries.c.mailing.distinct())).where(_taken(mailings))
        with reading(self._engine) as connection:
            return connection.execute(counted).scalar_one()


def _taken(mailings: Collection[str]) -> ColumnElement[bool]:
    of = deliveries.c
    return of.mailing.in_(sorted(mailings)) & (of.state == DeliveryState.SENT.value)


def _sent(since: datetime, until: datetime) -> ColumnElement[bool]:
    return (_OF.moment == Moment.SEND.value) & (_OF.at >= since) & (_OF.at < until)
