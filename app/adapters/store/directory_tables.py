"""What lies in the database around the directory: the mail-out, the desk's upkeep, the subscription lists?

Addresses are here only as keyed hashes and sealed. ``tables.py`` has the directory itself.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from app.adapters.store.schema import BIG_ID, HASH, JSON_OR_JSONB, METADATA, URN, Moment

# Only addresses that are in the directory; one that leaves it and comes back starts anew.
refused_addresses = Table(
    "refused_addresses",
    METADATA,
    Column("address_hash", HASH, primary_key=True),
    Column("times", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("for_good", Boolean, nullable=False),
)

# Every time that addresses were opened: how many, never which.
address_lookups = Table(
    "address_lookups",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("by", String(320), nullable=False),
    Column("purpose", String(200), nullable=False),
    Column("addresses", Integer, nullable=False),
    Index("ix_address_lookups_at", "at"),
)

# An import that somebody is looking at, and the directory as it was before the last one.
directory_shelf = Table(
    "directory_shelf",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("is_before", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(320), nullable=False),
    # When the directory that is laid aside was imported itself.
    Column("before_at", Moment, nullable=True),
    Column("sealed", LargeBinary, nullable=False),
)

# Who was moved to another cluster or officer by hand. Entries are only added.
placements = Table(
    "placements",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("urn", URN, nullable=False),
    Column("cluster", String(200), nullable=False),
    Column("officer", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(320), nullable=False),
    Column("why", String(300), nullable=False),
    Index("ix_placements_urn", "urn"),
)

# Entries are only added; the last of each key is in force. Two people cannot follow the same entry.
list_entries = Table(
    "list_entries",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("key", String(32), nullable=False),
    Column("name", String(200), nullable=False),
    Column("ends", Date, nullable=True),
    Column("schools", JSON_OR_JSONB, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", String(320), nullable=False),
    Column("why", String(300), nullable=False),
    Column("follows", BigInteger, nullable=False),
    UniqueConstraint("key", "follows"),
)
