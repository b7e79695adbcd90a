"""What lies in the database?

The directory (addresses and mail domains only as keyed hashes, and sealed), the records of checks, the packs
that the organisation changed, and the registers about staff. Nothing here can hold the text of a draft. The
migrations build exactly this, and the monitoring notice describes all of it: tests prove both. The tables of
the bulletin have a page of their own.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from app.adapters.store import (
    bulletin_tables,  # noqa: F401 (its tables are in METADATA with these)
    case_tables,  # noqa: F401 (likewise)
    directory_tables,  # noqa: F401 (likewise)
    document_tables,  # noqa: F401 (likewise)
    exchange_tables,  # noqa: F401 (likewise)
    journal_tables,  # noqa: F401 (likewise)
    mailing_tables,  # noqa: F401 (likewise)
    rights_tables,  # noqa: F401 (likewise)
    search_tables,  # noqa: F401 (likewise)
    session_tables,  # noqa: F401 (likewise)
)
from app.adapters.store.schema import BIG_ID, HASH, JSON_OR_JSONB, METADATA, URN, Moment

__all__ = ["METADATA"]  # with every table in it, which it is not where it is made

# Always one row, made by the migration: its version tells every worker that there was an import.
directory_state = Table(
    "directory_state",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("imported_at", Moment, nullable=True),
)

# Closed schools have a row too, without a name, as long as an address is known of them.
schools = Table(
    "schools",
    METADATA,
    Column("urn", URN, primary_key=True),
    Column("is_open", Boolean, nullable=False),
    Column("name", String(200), nullable=False),
    Column("phase", String(32), nullable=False),
    Column("cluster", String(200), nullable=False),
    Column("officer", String(200), nullable=False),
    Column("trust", String(200), nullable=False),
    Column("federation", String(200), nullable=False),
    Column("domain", String(320), nullable=False),
    Column("type", String(200), nullable=False),
    # What the cluster file said last; where the school stands elsewhere, somebody moved it by hand.
    Column("listed_cluster", String(200), nullable=False),
    Column("listed_officer", String(200), nullable=False),
)

addresses = Table(
    "addresses",
    METADATA,
    Column("address_hash", HASH, primary_key=True),
    Column("urn", URN, ForeignKey("schools.urn", ondelete="CASCADE"), primary_key=True),
    Column("role", String(32), nullable=False),
    # Only where the domain has the shape of a school's: what was learned from it outlives the list.
    Column("domain_hash", HASH, nullable=True),
    # The address itself, under a key that is not in the database; none from imports before the mail-out.
    Column("sealed", LargeBinary, nullable=True),
    Index("ix_addresses_urn", "urn"),
)

mail_domains = Table(
    "mail_domains",
    METADATA,
    Column("domain_hash", HASH, primary_key=True),
    Column("urn", URN, ForeignKey("schools.urn", ondelete="CASCADE"), primary_key=True),
    Index("ix_mail_domains_urn", "urn"),
)

check_records = Table(
    "check_records",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("moment", String(16), nullable=False),
    Column("sender_hash", HASH, nullable=False),
    Column("draft_hash", HASH, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("channel", String(32), nullable=False),
    Column("findings", JSON_OR_JSONB, nullable=False),
    Column("rules", JSON_OR_JSONB, nullable=False),
    Column("circumstances", JSON_OR_JSONB, nullable=False),
    Column("not_checked", JSON_OR_JSONB, nullable=False),
    Column("versions", JSON_OR_JSONB, nullable=False),
    Column("elapsed_ms", Float, nullable=False),
    Index("ix_check_records_at", "at"),
    Index("ix_check_records_sender_hash", "sender_hash"),
)

choices = Table(
    "choices",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("sender_hash", HASH, nullable=False),
    Column("rule", String(64), nullable=False),
    Column("finding", String(96), nullable=False),
    Column("chosen", String(16), nullable=False),
    Column("reason", String(16), nullable=False),
    Index("ix_choices_at", "at"),
    Index("ix_choices_sender_hash", "sender_hash"),
)

# On which day a sender was last shown a card of a rule: how many people met it, without reading every record.
rules_shown = Table(
    "rules_shown",
    METADATA,
    Column("rule", String(64), primary_key=True),
    Column("sender_hash", HASH, primary_key=True),
    Column("last_day", Date, nullable=False),
    Index("ix_rules_shown_rule", "rule", "last_day"),
)

# Which rules stepped themselves down, and which a person let be. Two workers cannot follow the same step.
steps = Table(
    "steps",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("rule", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(320), nullable=False),
    Column("why", String(500), nullable=False),
    Column("follows", BigInteger, nullable=False),
    UniqueConstraint("rule", "follows"),
)

# What a sender has answered, and which drafts interrupted them today: keyed hashes that are soon forgotten.
marks = Table(
    "marks",
    METADATA,
    Column("owner", HASH, primary_key=True),
    Column("mark", HASH, primary_key=True),
    Column("until", Moment, nullable=False),
    Index("ix_marks_until", "until"),
)

# Every version stays; the newest of a pack is in force. Two people cannot follow the same version.
pack_versions = Table(
    "pack_versions",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("pack", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("saved_by", String(320), nullable=False),
    Column("why", String(500), nullable=False),
    Column("follows", BigInteger, nullable=False),
    UniqueConstraint("pack", "follows"),
)

# The registers about staff name people in plain, because that is what a register is for.
staff = Table(
    "staff",
    METADATA,
    Column("address", String(320), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("team", String(200), nullable=False),
    Column("starts", Date, nullable=True),
    Column("ends", Date, nullable=True),
)

# Always one row, made by the migration: an empty list that was imported is not one that never was.
staff_state = Table(
    "staff_state",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("imported_at", Moment, nullable=True),
)

policy_editions = Table(
    "policy_editions",
    METADATA,
    Column("cards", String(16), primary_key=True),
    Column("text", JSON_OR_JSONB, nullable=False),
    Column("since", Moment, nullable=False),
)

signatures = Table(
    "signatures",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("address", String(320), nullable=False),
    Column("name", String(200), nullable=False),
    Column("cards", String(16), nullable=False),
    Column("rules", String(16), nullable=False),
    Column("notice", String(16), nullable=False),
    Column("signed_at", Moment, nullable=False),
    Column("withdrawn_at", Moment, nullable=True),
    Column("withdrawn_by", String(320), nullable=False),
    Column("why", String(300), nullable=False),
    Index("ix_signatures_address", "address"),
)

# Entries are only added; the last of each key is in force. Two people cannot follow the same entry.
posting_entries = Table(
    "posting_entries",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("key", String(32), nullable=False),
    Column("address", String(320), nullable=False),
    Column("name", String(200), nullable=False),
    Column("on_behalf_of", String(200), nullable=False),
    Column("outlet", String(16), nullable=False),
    Column("place", String(200), nullable=False),
    Column("capacity", String(200), nullable=False),
    Column("scope", String(500), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("given_by", String(200), nullable=False),
    Column("starts", Date, nullable=False),
    Column("ends", Date, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", String(320), nullable=False),
    Column("why", String(300), nullable=False),
    Column("follows", BigInteger, nullable=False),
    UniqueConstraint("key", "follows"),
)

champions = Table(
    "champions",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("on_behalf_of", String(200), nullable=False),
    Column("address", String(320), nullable=False),
    Column("name", String(200), nullable=False),
    Column("named_at", Moment, nullable=False),
    Column("named_by", String(320), nullable=False),
)

# Mails to schools of the last 24 hours; fingerprints are keyed numbers of eight bytes each.
sent_mails = Table(
    "sent_mails",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("draft_hash", HASH, nullable=False),
    Column("sender_hash", HASH, nullable=False),
    Column("schools", JSON_OR_JSONB, nullable=False),
    Column("marks", LargeBinary, nullable=False),
    Column("particulars", JSON_OR_JSONB, nullable=False),
    Column("may_be_held", Boolean, nullable=False),
    UniqueConstraint("draft_hash"),
    Index("ix_sent_mails_at", "at"),
    Index("ix_sent_mails_sender_hash", "sender_hash"),
)

# Texts for many schools: neither whose they were nor to whom they went.
texts_for_many = Table(
    "texts_for_many",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("reached", Integer, nullable=False),
    Column("marks", LargeBinary, nullable=False),
    Column("particulars", JSON_OR_JSONB, nullable=False),
    Index("ix_texts_for_many_at", "at"),
)

# The smallest numbers of each, by which a text like it is found.
marks_for_many = Table(
    "marks_for_many",
    METADATA,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column(
        "text_id",
        BigInteger().with_variant(Integer(), "sqlite"),
        ForeignKey("texts_for_many.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Index("ix_marks_for_many_text_id", "text_id"),
)

school_mails = Table(
    "school_mails",
    METADATA,
    Column("school_hash", HASH, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("mails", Integer, nullable=False),
    Index("ix_school_mails_day", "day"),
)
