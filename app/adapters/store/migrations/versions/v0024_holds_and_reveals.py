"""A hold has an owner and a day; what senders attach lies sealed; who came to review, and for what."""

import json
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_ID = sa.String(32)
_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_CASES = sa.table(
    "cases",
    sa.column("id", _ID),
    sa.column("held_for", sa.String),
    sa.column("hold", _JSON),
    sa.column("reviewer_name", sa.String),
    sa.column("reviewer_address", sa.String),
)
_SOON = timedelta(days=90)


def upgrade() -> None:
    """Whoever reviews a case answers for a hold that had no owner; it is looked at in three months."""
    for name in ("hold", "attached", "reveal"):
        op.add_column("cases", sa.Column(name, _JSON, nullable=True))
    now, connection = datetime.now(UTC), op.get_bind()
    for row in connection.execute(sa.select(_CASES).where(_CASES.c.held_for != "")).all():
        owner = [row.reviewer_name or "Nobody", row.reviewer_address or ""]
        review_on = (now + _SOON).date().isoformat()
        hold = {"why": row.held_for, "owner": owner, "review_on": review_on, "at": now.isoformat()}
        connection.execute(sa.update(_CASES).where(_CASES.c.id == row.id).values(hold=hold))
    op.drop_column("cases", "held_for")
    op.create_table(
        "case_words",
        sa.Column("id", _BIG_ID, primary_key=True, autoincrement=True),
        sa.Column("case_id", _ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("extent", sa.String(16), nullable=False),
        sa.Column("sealed_words", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_case_words_case_id", "case_words", ["case_id"])
    op.create_table(
        "review_visits",
        sa.Column("id", _BIG_ID, primary_key=True, autoincrement=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("by_address", sa.String(320), nullable=False),
        sa.Column("by_name", sa.String(200), nullable=False),
        sa.Column("purpose", sa.String(16), nullable=False),
    )
    op.create_index("ix_review_visits_by_address", "review_visits", ["by_address"])
    op.create_index("ix_review_visits_at", "review_visits", ["at"])


def downgrade() -> None:
    """A hold keeps its reason alone; what was attached is lost."""
    op.drop_table("review_visits")
    op.drop_table("case_words")
    op.add_column("cases", sa.Column("held_for", sa.String(500), nullable=False, server_default=""))
    connection = op.get_bind()
    for row in connection.execute(sa.select(_CASES).where(_CASES.c.hold.is_not(sa.null()))).all():
        hold = row.hold if isinstance(row.hold, dict) else json.loads(row.hold)
        connection.execute(sa.update(_CASES).where(_CASES.c.id == row.id).values(held_for=hold["why"]))
    for name in ("reveal", "attached", "hold"):
        op.drop_column("cases", name)
