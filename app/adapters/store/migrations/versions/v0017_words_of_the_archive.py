"""The words of items that went out, and what finds them: FTS5 on SQLite, tsvector on PostgreSQL."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_WORDS = sa.Text().with_variant(TSVECTOR(), "postgresql")
_GONE = (
    "INSERT INTO bulletin_words_index (bulletin_words_index, rowid, headline, words)"
    " VALUES ('delete', old.number, old.headline, old.words);"
)
_NEW = (
    "INSERT INTO bulletin_words_index (rowid, headline, words) VALUES (new.number, new.headline, new.words);"
)


def upgrade() -> None:
    """Empty: the first search reads what went out before."""
    op.create_table(
        "bulletin_words",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("item_id", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("issue_year", sa.Integer, nullable=False),
        sa.Column("issue_number", sa.Integer, nullable=False),
        sa.Column("headline", _WORDS, nullable=False),
        sa.Column("words", _WORDS, nullable=False),
        sa.UniqueConstraint("item_id", name="uq_bulletin_words_item_id"),
        sa.ForeignKeyConstraint(
            ["item_id"], ["bulletin_items.id"], name="fk_bulletin_words_item_id", ondelete="CASCADE"
        ),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE INDEX bulletin_words_index ON bulletin_words USING gin (words)")
        return
    op.execute(
        "CREATE VIRTUAL TABLE bulletin_words_index USING fts5"
        " (headline, words, content='bulletin_words', content_rowid='number', tokenize='ascii')"
    )
    for name, when, what in (
        ("new", "INSERT", _NEW),
        ("gone", "DELETE", _GONE),
        ("changed", "UPDATE", _GONE + _NEW),
    ):
        op.execute(f"CREATE TRIGGER bulletin_words_{name} AFTER {when} ON bulletin_words BEGIN {what} END")


def downgrade() -> None:
    """Nothing is lost: they are made from the items."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE bulletin_words_index")
    op.drop_table("bulletin_words")
