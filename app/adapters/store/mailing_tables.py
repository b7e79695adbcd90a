"""What lies in the database about mail that goes out?

Mailings with the texts that schools read, a row for each address by its keyed hash, and which processes are
at work on them. No address and no draft.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table

from app.adapters.store.schema import HASH, JSON_OR_JSONB, METADATA, Moment

_MAILING = String(80)
_WORKER = String(160)

mailings = Table(
    "mailings",
    METADATA,
    Column("id", _MAILING, primary_key=True),
    Column("for_whom", JSON_OR_JSONB, nullable=False),
    Column("texts", JSON_OR_JSONB, nullable=False),
    Column("is_regular", Boolean, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("ended_at", Moment, nullable=True),
    Column("halted", String(300), nullable=False),
)

# One message to one address. `worker` is empty unless it is in flight; a new one is due since long ago.
deliveries = Table(
    "deliveries",
    METADATA,
    Column("mailing", _MAILING, ForeignKey("mailings.id", ondelete="CASCADE"), primary_key=True),
    Column("address_hash", HASH, primary_key=True),
    Column("variant", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("tried_at", Moment, nullable=True),
    Column("worker", _WORKER, nullable=False),
    Index("ix_deliveries_mailing", "mailing", "state", "due_at"),
    Index("ix_deliveries_tried_at", "tried_at"),
    Index("ix_deliveries_worker", "worker"),
)

workers = Table(
    "workers",
    METADATA,
    Column("id", _WORKER, primary_key=True),
    Column("beat_at", Moment, nullable=False),
)
