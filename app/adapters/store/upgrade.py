"""Is the database's schema the one that this version needs, and how does it get there?

Migrations run from code, in one transaction, one process at a time: a start that is killed half-way
leaves the schema as it was.
"""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from app.adapters.store.engine import reading, writing
from app.domain.errors import StoreError

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 0x53454E44


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema to `revision`. Raises StoreError.

    One that is the newest already is only looked at: whoever writes does not have to be waited for.
    """
    if revision == "head" and is_current(engine):
        return
    with writing(engine) as connection:
        _alone(connection)
        held = _held(connection)
        if held and held not in _known():
            raise StoreError(
                "The database was made by a newer version of Sendwell. Install that version again, "
                "or restore a backup from before."
            )
        command.upgrade(migration_config(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Bring the schema back to `revision` (``base`` is empty). Raises StoreError."""
    with writing(engine) as connection:
        _alone(connection)
        command.downgrade(migration_config(connection), revision)


def revision_of(connection: Connection) -> str:
    """The schema's revision; empty when there is none."""
    return _held(connection) or ""


def is_known(revision: str) -> bool:
    """Whether this version of the code can bring a database of that revision to the newest."""
    return revision == "base" or revision in _known()


def is_current(engine: Engine) -> bool:
    """Whether the schema is the newest this version knows. Raises StoreError."""
    with reading(engine) as connection:
        return _held(connection) == _newest()


def migration_config(connection: Connection) -> Config:
    """How migrations run in the transaction of `connection`."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _held(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@cache
def _newest() -> str | None:
    return ScriptDirectory(str(_FOLDER)).get_current_head()


def _known() -> set[str]:
    return {script.revision for script in ScriptDirectory(str(_FOLDER)).walk_revisions()}


def _alone(connection: Connection) -> None:
    """On SQLite the write lock is held already; on PostgreSQL a lock of our own."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
