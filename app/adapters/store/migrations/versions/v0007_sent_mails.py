"""Mails to schools that were sent lately: keyed numbers and counts, never words."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """None is there yet."""
    op.create_table(
        "sent_mails",
        sa.Column("id", _BIG_ID, primary_key=True, autoincrement=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("draft_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("sender_hash", sa.String(64), nullable=False),
        sa.Column("schools", _JSON, nullable=False),
        sa.Column("marks", sa.LargeBinary, nullable=False),
        sa.Column("particulars", _JSON, nullable=False),
        sa.Column("may_be_held", sa.Boolean, nullable=False),
    )
    op.create_index("ix_sent_mails_at", "sent_mails", ["at"])
    op.create_index("ix_sent_mails_sender_hash", "sent_mails", ["sender_hash"])
    op.create_table(
        "texts_for_many",
        sa.Column("id", _BIG_ID, primary_key=True, autoincrement=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reached", sa.Integer, nullable=False),
        sa.Column("marks", sa.LargeBinary, nullable=False),
        sa.Column("particulars", _JSON, nullable=False),
    )
    op.create_index("ix_texts_for_many_at", "texts_for_many", ["at"])
    op.create_table(
        "marks_for_many",
        sa.Column("mark", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column(
            "text_id", _BIG_ID, sa.ForeignKey("texts_for_many.id", ondelete="CASCADE"), primary_key=True
        ),
    )
    op.create_index("ix_marks_for_many_text_id", "marks_for_many", ["text_id"])
    op.create_table(
        "school_mails",
        sa.Column("school_hash", sa.String(64), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("mails", sa.Integer, nullable=False),
    )
    op.create_index("ix_school_mails_day", "school_mails", ["day"])


def downgrade() -> None:
    """Forget them."""
    for table in ("school_mails", "marks_for_many", "texts_for_many", "sent_mails"):
        op.drop_table(table)
