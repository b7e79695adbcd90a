"""A request for mail is held before it goes out, and what was asked for stays beside what was approved."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """What is approved already goes out as it was to: without a hold."""
    op.add_column("bulletin_requests", sa.Column("goes_to", _JSON, nullable=True))
    op.add_column("bulletin_requests", sa.Column("held_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("bulletin_requests", sa.Column("answers", _JSON, nullable=False, server_default="{}"))
    op.execute(
        "UPDATE bulletin_requests SET held_until = decided_at WHERE state IN ('approved', 'going-out', 'out')"
    )
    with op.batch_alter_table("bulletin_requests") as requests:
        requests.alter_column("answers", server_default=None)


def downgrade() -> None:
    """What is held goes out without waiting; whom it was approved for instead is lost."""
    with op.batch_alter_table("bulletin_requests") as requests:
        for name in ("answers", "held_until", "goes_to"):
            requests.drop_column(name)
