"""Sends that were flagged, and what became of them: rules, kinds and numbers, never a word of a mail."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_ID = sa.String(32)
_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Nothing was flagged yet."""
    op.create_table(
        "cases",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("fingerprint", _ID, nullable=False),
        sa.Column("flagged", _JSON, nullable=False),
        sa.Column("sealed_sender", sa.LargeBinary, nullable=False),
        sa.Column("reviewer_address", sa.String(320), nullable=True),
        sa.Column("reviewer_name", sa.String(200), nullable=True),
        sa.Column("consultation", _JSON, nullable=True),
        sa.Column("wishes", _JSON, nullable=True),
        sa.Column("held_for", sa.String(500), nullable=False),
        sa.Column("decision", _JSON, nullable=True),
        sa.Column("decided_at", _MOMENT, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_cases_state", "cases", ["state", "at"])
    op.create_index("ix_cases_fingerprint", "cases", ["fingerprint"])
    op.create_table(
        "case_senders",
        sa.Column("sender_hash", sa.String(64), primary_key=True),
        sa.Column("case_id", _ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("ix_case_senders_case_id", "case_senders", ["case_id"])
    op.create_table(
        "case_moves",
        sa.Column("id", _BIG_ID, primary_key=True, autoincrement=True),
        sa.Column("case_id", _ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("by_address", sa.String(320), nullable=False),
        sa.Column("by_name", sa.String(200), nullable=False),
        sa.Column("why", sa.String(500), nullable=False),
        sa.Column("purpose", sa.String(16), nullable=False),
        sa.Column("to_address", sa.String(320), nullable=True),
        sa.Column("to_name", sa.String(200), nullable=True),
    )
    op.create_index("ix_case_moves_case_id", "case_moves", ["case_id"])


def downgrade() -> None:
    """No case is left."""
    for table in ("case_moves", "case_senders", "cases"):
        op.drop_table(table)
