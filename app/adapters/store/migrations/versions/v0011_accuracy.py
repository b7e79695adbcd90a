"""How many people met each rule's card, and which rules stepped themselves down."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody met a card yet, and no rule stepped down."""
    op.create_table(
        "rules_shown",
        sa.Column("rule", sa.String(64), primary_key=True),
        sa.Column("sender_hash", sa.String(64), primary_key=True),
        sa.Column("last_day", sa.Date, nullable=False),
    )
    op.create_index("ix_rules_shown_rule", "rules_shown", ["rule", "last_day"])
    op.create_table(
        "steps",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=True
        ),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(320), nullable=False),
        sa.Column("why", sa.String(500), nullable=False),
        sa.Column("follows", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("rule", "follows", name="uq_steps_rule"),
    )


def downgrade() -> None:
    """Forget it: every rule is as loud as it is written."""
    op.drop_table("steps")
    op.drop_table("rules_shown")
