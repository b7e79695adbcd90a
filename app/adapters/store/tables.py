"""What lies in the database?

The directory (addresses and mail domains only as keyed hashes), the records of checks, and the packs
that the organisation changed. Nothing here can hold the text of a draft. The migrations build exactly
this, which a test proves.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB

HASH = String(64)
URN = String(16)


class Moment(TypeDecorator[datetime]):
    """A timezone-aware moment on every database; kept in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite has no zones, so the bare time is kept there."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be kept")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Always aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Always one row, made by the migration: its version tells every worker that there was an import.
directory_state = Table(
    "directory_state",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("imported_at", Moment, nullable=True),
)

# Closed schools have a row too, without a name, as long as an address is known of them.
schools = Table(
    "schools",
    METADATA,
    Column("urn", URN, primary_key=True),
    Column("is_open", Boolean, nullable=False),
    Column("name", String(200), nullable=False),
    Column("phase", String(32), nullable=False),
    Column("cluster", String(200), nullable=False),
    Column("officer", String(200), nullable=False),
    Column("trust", String(200), nullable=False),
    Column("federation", String(200), nullable=False),
    Column("domain", String(320), nullable=False),
)

addresses = Table(
    "addresses",
    METADATA,
    Column("address_hash", HASH, primary_key=True),
    Column("urn", URN, ForeignKey("schools.urn", ondelete="CASCADE"), primary_key=True),
    Column("role", String(32), nullable=False),
    # Only where the domain has the shape of a school's: what was learned from it outlives the list.
    Column("domain_hash", HASH, nullable=True),
    Index("ix_addresses_urn", "urn"),
)

mail_domains = Table(
    "mail_domains",
    METADATA,
    Column("domain_hash", HASH, primary_key=True),
    Column("urn", URN, ForeignKey("schools.urn", ondelete="CASCADE"), primary_key=True),
    Index("ix_mail_domains_urn", "urn"),
)

_BIG_ID = BigInteger().with_variant(Integer(), "sqlite")
_JSON = JSON().with_variant(JSONB(), "postgresql")

check_records = Table(
    "check_records",
    METADATA,
    Column("id", _BIG_ID, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("moment", String(16), nullable=False),
    Column("sender_hash", HASH, nullable=False),
    Column("draft_hash", HASH, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("channel", String(32), nullable=False),
    Column("findings", _JSON, nullable=False),
    Column("rules", _JSON, nullable=False),
    Column("circumstances", _JSON, nullable=False),
    Column("not_checked", _JSON, nullable=False),
    Column("versions", _JSON, nullable=False),
    Column("elapsed_ms", Float, nullable=False),
    Index("ix_check_records_at", "at"),
)

choices = Table(
    "choices",
    METADATA,
    Column("id", _BIG_ID, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("sender_hash", HASH, nullable=False),
    Column("rule", String(64), nullable=False),
    Column("finding", String(96), nullable=False),
    Column("chosen", String(16), nullable=False),
    Column("reason", String(16), nullable=False),
    Index("ix_choices_at", "at"),
)

# Every version stays; the newest of a pack is in force. Two people cannot follow the same version.
pack_versions = Table(
    "pack_versions",
    METADATA,
    Column("id", _BIG_ID, primary_key=True, autoincrement=True),
    Column("pack", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("saved_by", String(320), nullable=False),
    Column("why", String(500), nullable=False),
    Column("follows", BigInteger, nullable=False),
    UniqueConstraint("pack", "follows"),
)
