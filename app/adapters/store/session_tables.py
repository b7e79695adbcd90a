"""What lies in the database about who is signed in?"""

from sqlalchemy import Column, Index, String, Table

from app.adapters.store.schema import HASH, JSON_OR_JSONB, METADATA, Moment

# The token itself is in the browser only: whoever reads this table can sign in as nobody.
sessions = Table(
    "sessions",
    METADATA,
    Column("token_hash", HASH, primary_key=True),
    Column("key", String(600), nullable=False),
    Column("name", String(200), nullable=False),
    Column("address", String(320), nullable=False),
    Column("roles", JSON_OR_JSONB, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("proved_at", Moment),
    Column("sid", String(255), nullable=False),
    Index("ix_sessions_key", "key"),
    Index("ix_sessions_sid", "sid"),
)
