"""What lies in the database about the bulletin?

Its book: items with their moves, issues, and requests for mail that does not fit it. These hold what somebody
submitted for many to read, in plain, and who did; never the text of a draft.
"""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from app.adapters.store.schema import JSON_OR_JSONB, METADATA, Moment

_ID = String(64)
_ADDRESS, _NAME = String(320), String(200)

bulletin_items = Table(
    "bulletin_items",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("text", JSON_OR_JSONB, nullable=False),
    Column("sender_address", _ADDRESS, nullable=False),
    Column("sender_name", _NAME, nullable=False),
    Column("submitted_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("editor_address", _ADDRESS, nullable=True),
    Column("editor_name", _NAME, nullable=True),
    Column("issue_year", Integer, nullable=True),
    Column("issue_number", Integer, nullable=True),
    Column("merged_into", _ID, nullable=False),
    Column("version", Integer, nullable=False),
    Column("moved_at", Moment, nullable=False),
    Index("ix_bulletin_items_state", "state", "moved_at"),
    Index("ix_bulletin_items_sender_address", "sender_address"),
    Index("ix_bulletin_items_issue_year", "issue_year", "issue_number"),
)

# Moves are only added. A move's number is the version of the item after it, so nobody follows the same one.
bulletin_moves = Table(
    "bulletin_moves",
    METADATA,
    Column("item_id", _ID, ForeignKey("bulletin_items.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by_address", _ADDRESS, nullable=False),
    Column("by_name", _NAME, nullable=False),
    Column("why", String(500), nullable=False),
    Column("text", JSON_OR_JSONB, nullable=True),
    Column("to_address", _ADDRESS, nullable=True),
    Column("to_name", _NAME, nullable=True),
    Column("into", _ID, nullable=False),
)

bulletin_issues = Table(
    "bulletin_issues",
    METADATA,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("goes_out", Date, nullable=False),
    Column("cut_off", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("introduction", Text, nullable=False),
    Column("item_order", JSON_OR_JSONB, nullable=False),
    Column("answers", JSON_OR_JSONB, nullable=False),
    Column("published_by_address", _ADDRESS, nullable=True),
    Column("published_by_name", _NAME, nullable=True),
    Column("held_until", Moment, nullable=True),
    Column("went_out_at", Moment, nullable=True),
    Column("version", Integer, nullable=False),
)

bulletin_requests = Table(
    "bulletin_requests",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("asked", JSON_OR_JSONB, nullable=False),
    Column("sender_address", _ADDRESS, nullable=False),
    Column("sender_name", _NAME, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("urgency", JSON_OR_JSONB, nullable=False),
    Column("state", String(16), nullable=False),
    Column("decided_by_address", _ADDRESS, nullable=True),
    Column("decided_by_name", _NAME, nullable=True),
    Column("decided_at", Moment, nullable=True),
    Column("why", String(500), nullable=False),
    Column("item_id", _ID, nullable=False),
    Column("version", Integer, nullable=False),
    # Empty where it goes to the schools that were asked for.
    Column("goes_to", JSON_OR_JSONB, nullable=True),
    Column("held_until", Moment, nullable=True),
    Column("answers", JSON_OR_JSONB, nullable=False),
    Index("ix_bulletin_requests_state", "state"),
    Index("ix_bulletin_requests_sender_address", "sender_address"),
)
