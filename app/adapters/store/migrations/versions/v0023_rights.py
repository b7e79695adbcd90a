"""Who asked for what is held about somebody, which codes are one person's, and what was deleted when."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nobody asked yet, and what was deleted before was not noted."""
    op.create_table(
        "access_requests",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("about_address", sa.String(320), nullable=False),
        sa.Column("about_name", sa.String(200), nullable=False),
        sa.Column("by_address", sa.String(320), nullable=False),
        sa.Column("by_name", sa.String(200), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("why", sa.String(300), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("with_others", sa.Boolean, nullable=False),
        sa.Column("second_address", sa.String(320), nullable=True),
        sa.Column("second_name", sa.String(200), nullable=True),
        sa.Column("second_at", _MOMENT, nullable=True),
        sa.Column("second_why", sa.String(300), nullable=False),
        sa.Column("taken_at", _MOMENT, nullable=True),
        sa.Column("taken_by_address", sa.String(320), nullable=True),
        sa.Column("taken_by_name", sa.String(200), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_access_requests_about_address", "access_requests", ["about_address"])
    op.create_table(
        "account_codes",
        sa.Column("account_code", sa.String(64), primary_key=True),
        sa.Column("address_code", sa.String(64), nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
    )
    op.create_index("ix_account_codes_address_code", "account_codes", ["address_code"])
    op.create_table(
        "teams",
        sa.Column("team", sa.String(200), primary_key=True),
        sa.Column("people_hash", sa.String(64), nullable=False),
        sa.Column("since", sa.Date, nullable=False),
    )
    op.create_table(
        "deletions",
        sa.Column("kind", sa.String(32), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("before", _MOMENT, nullable=False),
        sa.Column("gone", sa.Integer, nullable=False),
        sa.Column("held", sa.Integer, nullable=False),
        sa.Column("failed", sa.String(64), nullable=False),
    )
    op.create_index("ix_deletions_day", "deletions", ["day"])


def downgrade() -> None:
    """None of it is left."""
    for table in ("deletions", "teams", "account_codes", "access_requests"):
        op.drop_table(table)
