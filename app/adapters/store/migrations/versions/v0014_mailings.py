"""Mail that goes out: mailings, a row for each address, and which processes are at work."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Nothing has gone out yet."""
    op.create_table(
        "mailings",
        sa.Column("id", sa.String(80), primary_key=True),
        sa.Column("for_whom", _JSON, nullable=False),
        sa.Column("texts", _JSON, nullable=False),
        sa.Column("is_regular", sa.Boolean, nullable=False),
        sa.Column("begun_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("halted", sa.String(300), nullable=False),
    )
    op.create_table(
        "deliveries",
        sa.Column("mailing", sa.String(80), primary_key=True),
        sa.Column("address_hash", sa.String(64), primary_key=True),
        sa.Column("variant", sa.String(32), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("tried_at", _MOMENT, nullable=True),
        sa.Column("worker", sa.String(160), nullable=False),
        sa.ForeignKeyConstraint(
            ["mailing"], ["mailings.id"], name="fk_deliveries_mailing", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_deliveries_mailing", "deliveries", ["mailing", "state", "due_at"])
    op.create_index("ix_deliveries_tried_at", "deliveries", ["tried_at"])
    op.create_index("ix_deliveries_worker", "deliveries", ["worker"])
    op.create_table(
        "workers",
        sa.Column("id", sa.String(160), primary_key=True),
        sa.Column("beat_at", _MOMENT, nullable=False),
    )


def downgrade() -> None:
    """What went out is forgotten here; it cannot be called back."""
    for table in ("workers", "deliveries", "mailings"):
        op.drop_table(table)
