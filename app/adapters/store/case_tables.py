"""What lies in the database about flagged sends?

Rules, kinds and numbers, never a word of a mail. Whose mail it was is sealed, under a key that is not in the
database; who reviewed it is in plain, as at every desk.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from app.adapters.store.schema import BIG_ID, HASH, JSON_OR_JSONB, METADATA, Moment

_ID = String(32)
_ADDRESS, _NAME = String(320), String(200)

cases = Table(
    "cases",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("fingerprint", _ID, nullable=False),
    Column("flagged", JSON_OR_JSONB, nullable=False),
    Column("sealed_sender", LargeBinary, nullable=False),
    Column("reviewer_address", _ADDRESS, nullable=True),
    Column("reviewer_name", _NAME, nullable=True),
    Column("consultation", JSON_OR_JSONB, nullable=True),
    Column("wishes", JSON_OR_JSONB, nullable=True),
    Column("hold", JSON_OR_JSONB, nullable=True),
    Column("attached", JSON_OR_JSONB, nullable=True),
    Column("reveal", JSON_OR_JSONB, nullable=True),
    Column("decision", JSON_OR_JSONB, nullable=True),
    Column("decided_at", Moment, nullable=True),
    Column("version", Integer, nullable=False),
    Index("ix_cases_state", "state", "at"),
    Index("ix_cases_fingerprint", "fingerprint"),
)

# By which a person's own page finds them: one row for each code that stands for the sender.
case_senders = Table(
    "case_senders",
    METADATA,
    Column("sender_hash", HASH, primary_key=True),
    Column("case_id", _ID, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_case_senders_case_id", "case_id"),
)

# What senders chose to attach: sealed, and gone when the case is decided, unless it is held.
case_words = Table(
    "case_words",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("case_id", _ID, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("extent", String(16), nullable=False),
    Column("sealed_words", LargeBinary, nullable=False),
    Index("ix_case_words_case_id", "case_id"),
)

# Who came into the review room, and for what.
review_visits = Table(
    "review_visits",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("by_address", _ADDRESS, nullable=False),
    Column("by_name", _NAME, nullable=False),
    Column("purpose", String(16), nullable=False),
    Index("ix_review_visits_by_address", "by_address"),
    Index("ix_review_visits_at", "at"),
)

# Moves are only added: who opened a case, and for what, is never taken out of it.
case_moves = Table(
    "case_moves",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("case_id", _ID, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by_address", _ADDRESS, nullable=False),
    Column("by_name", _NAME, nullable=False),
    Column("why", String(500), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("to_address", _ADDRESS, nullable=True),
    Column("to_name", _NAME, nullable=True),
    Index("ix_case_moves_case_id", "case_id"),
)
