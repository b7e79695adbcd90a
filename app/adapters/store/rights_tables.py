"""What lies in the database about people's rights, and about what was deleted when its time was over?"""

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table

from app.adapters.store.schema import HASH, METADATA, Moment

_ADDRESS, _NAME, _WHY = String(320), String(200), String(300)

access_requests = Table(
    "access_requests",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("about_address", _ADDRESS, nullable=False),
    Column("about_name", _NAME, nullable=False),
    Column("by_address", _ADDRESS, nullable=False),
    Column("by_name", _NAME, nullable=False),
    Column("at", Moment, nullable=False),
    Column("why", _WHY, nullable=False),
    Column("state", String(16), nullable=False),
    Column("with_others", Boolean, nullable=False),
    Column("second_address", _ADDRESS, nullable=True),
    Column("second_name", _NAME, nullable=True),
    Column("second_at", Moment, nullable=True),
    Column("second_why", _WHY, nullable=False),
    Column("taken_at", Moment, nullable=True),
    Column("taken_by_address", _ADDRESS, nullable=True),
    Column("taken_by_name", _NAME, nullable=True),
    Column("version", Integer, nullable=False),
    Index("ix_access_requests_about_address", "about_address"),
)

# Checks are kept under the code of an account; who asks by address finds them through this. Codes only.
account_codes = Table(
    "account_codes",
    METADATA,
    Column("account_code", HASH, primary_key=True),
    Column("address_code", HASH, nullable=False),
    Column("last_day", Date, nullable=False),
    Index("ix_account_codes_address_code", "address_code"),
)

# Since when a team is the same people: what they met is told from then on only. A hash, no names.
teams = Table(
    "teams",
    METADATA,
    Column("team", String(200), primary_key=True),
    Column("people_hash", HASH, nullable=False),
    Column("since", Date, nullable=False),
)

# One row for each kind and day: also that nothing was past its time, or that something went wrong.
deletions = Table(
    "deletions",
    METADATA,
    Column("kind", String(32), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("before", Moment, nullable=False),
    Column("gone", Integer, nullable=False),
    Column("held", Integer, nullable=False),
    Column("failed", String(64), nullable=False),
    Index("ix_deletions_day", "day"),
)
