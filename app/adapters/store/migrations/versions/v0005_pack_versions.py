"""The packs that the organisation changed: every version, who saved it and why."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """None is there yet: the packs as shipped are in force."""
    op.create_table(
        "pack_versions",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column("pack", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(320), nullable=False),
        sa.Column("why", sa.String(500), nullable=False),
        sa.Column("follows", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("pack", "follows", name="uq_pack_versions_pack"),
    )


def downgrade() -> None:
    """The packs as shipped are in force again."""
    op.drop_table("pack_versions")
