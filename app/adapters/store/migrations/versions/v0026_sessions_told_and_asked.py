"""Of each session: when the provider was asked last, the last proof of who it is, and the provider's id.

Nobody is signed in afterwards: of older sessions the provider cannot tell us that they are over.
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Everybody signs in once more."""
    op.execute("DELETE FROM sessions")
    with op.batch_alter_table("sessions") as table:
        table.add_column(sa.Column("asked_at", _MOMENT, nullable=False))
        table.add_column(sa.Column("proved_at", _MOMENT))
        table.add_column(sa.Column("sid", sa.String(255), nullable=False))
        table.create_index("ix_sessions_sid", ["sid"])


def downgrade() -> None:
    """Sessions stay."""
    with op.batch_alter_table("sessions") as table:
        table.drop_index("ix_sessions_sid")
        for name in ("asked_at", "proved_at", "sid"):
            table.drop_column(name)
