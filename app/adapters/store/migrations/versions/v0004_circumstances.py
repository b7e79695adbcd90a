"""What a judgement rests on beside the findings, so that a changed pack can be tried on past checks."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """The readers in numbers are a part of it; records from before cannot be replayed."""
    with op.batch_alter_table("check_records") as table:
        table.add_column(sa.Column("circumstances", _JSON, nullable=False, server_default="{}"))
        table.drop_column("audience")
    with op.batch_alter_table("check_records") as table:
        table.alter_column("circumstances", server_default=None)


def downgrade() -> None:
    """The readers in numbers alone are not kept apart again."""
    with op.batch_alter_table("check_records") as table:
        table.add_column(sa.Column("audience", _JSON, nullable=False, server_default="{}"))
        table.drop_column("circumstances")
    with op.batch_alter_table("check_records") as table:
        table.alter_column("audience", server_default=None)
